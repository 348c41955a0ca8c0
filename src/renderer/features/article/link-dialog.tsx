import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { focusOnOpen } from '../../ui/focus-on-open.ts'
import { useReview } from '../review/store.ts'
import { useShell } from '../shell-store.ts'
import { addressOf } from './link-address.ts'

const REFUSAL =
  'This is no address that a link may lead to. Write one that begins with https://, http:// or mailto:.'

/** Where the selected words lead. */
export function LinkDialog() {
  const hide = useShell((shell) => shell.hide)
  const editor = useReview((store) => store.editor)
  const [place] = useState(() => editor?.linkPlace() ?? null)
  const [typed, setTyped] = useState(place?.href ?? '')
  const [refusal, setRefusal] = useState('')
  const lead = (href: string | null): void => {
    editor?.setLink(href)
    hide()
  }
  const send = (): void => {
    const href = addressOf(typed)
    if (href === null) setRefusal(REFUSAL)
    else lead(href)
  }
  return (
    <FormDialog
      title="Link"
      submit="Set the link"
      refusal={refusal}
      acts={
        place !== null && place.href !== '' && <Button onClick={() => lead(null)}>Remove the link</Button>
      }
      onSubmit={send}
      onClose={hide}
    >
      <TextField
        label={`Where “${place?.words ?? ''}” leads`}
        inputMode="url"
        ref={focusOnOpen}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </FormDialog>
  )
}
