import type { KeyboardEvent } from 'react'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { focusOnOpen } from '../../ui/focus-on-open.ts'
import text from '../../ui/text.module.css'
import { isMac, keysInWords } from '../commands/keys.ts'
import styles from './comments.module.css'

type WriteProps = {
  readonly label: string
  /** The words as they stand; empty for a new message. */
  readonly first?: string
  /** What the button that stores them says. */
  readonly verb: string
  /** True when the words are stored. */
  readonly onSend: (words: string) => Promise<boolean>
  readonly onDone: () => void
}

/** A message of a thread being written, new or again; Mod-Enter sends, Escape leaves. */
export function WriteMessage({ label, first = '', verb, onSend, onDone }: WriteProps) {
  const [words, setWords] = useState(first)
  const send = async (): Promise<void> => {
    if (words.trim() !== '' && (await onSend(words))) onDone()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void send()
    }
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      onDone()
    }
  }
  return (
    <div className={styles['reply']}>
      <textarea
        aria-label={label}
        placeholder={label}
        rows={2}
        dir="auto"
        ref={focusOnOpen}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <p className={styles['send']}>
        <Button
          look="line"
          onClick={() => {
            void send()
          }}
        >
          {verb}
        </Button>
        <Button onClick={onDone}>Cancel</Button>
        <kbd className={text['kbd']}>{keysInWords('Mod-Enter', isMac())}</kbd>
      </p>
    </div>
  )
}
