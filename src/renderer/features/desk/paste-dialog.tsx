import { useRef, useState } from 'react'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useShell } from '../shell-store.ts'
import { pasteDraft } from './import.ts'
import styles from './paste-dialog.module.css'

/**
 * Takes a draft from the clipboard. The pasted HTML is kept aside as it came and parsed in main by allow-list;
 * the field shows its words only. Typing after the paste makes the words count and the HTML not.
 */
export function PasteDialog() {
  const hide = useShell((shell) => shell.hide)
  const html = useRef('')
  const [words, setWords] = useState('')
  const [refusal, setRefusal] = useState('')
  const send = async (): Promise<void> => setRefusal((await pasteDraft(words, html.current)) ?? '')
  return (
    <FormDialog
      title="Paste a draft"
      submit="Begin a review"
      waits={words.trim() === ''}
      refusal={refusal}
      onSubmit={() => {
        void send()
      }}
      onClose={hide}
    >
      <label className={styles['label']} htmlFor="paste-field">
        The first paragraph becomes the headline. Headings, lists, emphasis and links are kept.
      </label>
      <textarea
        id="paste-field"
        className={styles['field']}
        value={words}
        placeholder="Paste here"
        onPaste={(event) => {
          const whole = words.trim() === ''
          html.current = whole ? event.clipboardData.getData('text/html') : ''
        }}
        onChange={(event) => {
          const native = event.nativeEvent
          const pasted = native instanceof InputEvent && native.inputType === 'insertFromPaste'
          if (!pasted) html.current = ''
          setWords(event.target.value)
        }}
      />
    </FormDialog>
  )
}
