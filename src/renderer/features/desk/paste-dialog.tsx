import { useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import text from '../../ui/text.module.css'
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
    <Dialog
      title="Paste a draft"
      onClose={hide}
      footer={
        <>
          <Button
            look="fill"
            aria-disabled={words.trim() === ''}
            onClick={() => {
              void send()
            }}
          >
            Begin a review
          </Button>
          <Button onClick={hide}>Cancel</Button>
          <span className={text['stop']} role="alert">
            {refusal}
          </span>
        </>
      }
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
    </Dialog>
  )
}
