import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import text from '../../ui/text.module.css'
import { focusOnOpen } from '../../ui/focus-on-open.ts'
import { useReview } from '../review/store.ts'
import { useShell } from '../shell-store.ts'
import { addressOf } from './link-address.ts'
import { isPlaceHref } from '../../../shared/document/attributes.ts'

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
    // A place in the document stays as it is; where others are is written in the Word file alone.
    const href = typed === place?.href ? typed : addressOf(typed)
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
      {isPlaceHref(place?.href ?? '') && (
        <p className={text['soft']}>
          This is a place in the Word file that the article was opened from. Word files made from it keep the
          link; type an address to lead somewhere else.
        </p>
      )}
    </FormDialog>
  )
}
