import { useState } from 'react'
import type { Result } from '../../../shared/contract.ts'
import { pictureAddress } from '../../../shared/picture-address.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { focusOnOpen } from '../../ui/focus-on-open.ts'
import { useReview } from '../review/store.ts'
import { useShell } from '../shell-store.ts'
import styles from './picture.module.css'

const NEEDED = 'Say what the picture shows, for readers who cannot see it, or that it is only decoration.'
const NO_PLACE = 'There is no place for a picture at the caret. Put it into a paragraph.'

/** What a picture shows, and what is printed below it. */
export function PictureDialog({ picture }: { readonly picture: Result<'pictures.put'> }) {
  const hide = useShell((shell) => shell.hide)
  const [alt, setAlt] = useState('')
  const [caption, setCaption] = useState('')
  const [isDecoration, setDecoration] = useState(false)
  const [refusal, setRefusal] = useState('')
  const send = (): void => {
    const words = isDecoration ? '' : alt.trim().slice(0, 2000)
    if (words === '' && !isDecoration) {
      setRefusal(NEEDED)
      return
    }
    const isIn = useReview.getState().editor?.insertPicture({ ...picture, alt: words, caption }) ?? false
    if (isIn) hide()
    else setRefusal(NO_PLACE)
  }
  return (
    <FormDialog title="Picture" submit="Put it in" refusal={refusal} onSubmit={send} onClose={hide}>
      <img className={styles['preview']} src={pictureAddress(picture.blob)} alt="" />
      <TextArea
        label="What it shows"
        ref={focusOnOpen}
        rows={2}
        maxLength={2000}
        disabled={isDecoration}
        value={alt}
        onChange={(event) => setAlt(event.target.value)}
      />
      <label className={styles['decoration']}>
        <input
          type="checkbox"
          checked={isDecoration}
          onChange={(event) => setDecoration(event.target.checked)}
        />
        Only decoration: it says nothing that the text does not
      </label>
      <TextField
        label="Caption"
        hint="Printed below the picture; leave it empty for none."
        value={caption}
        onChange={(event) => setCaption(event.target.value)}
      />
    </FormDialog>
  )
}
