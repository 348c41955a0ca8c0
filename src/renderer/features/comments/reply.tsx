import type { KeyboardEvent } from 'react'
import { useState } from 'react'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { focusOnOpen } from '../../ui/focus-on-open.ts'
import text from '../../ui/text.module.css'
import { isMac, keysInWords } from '../commands/keys.ts'
import { useReview } from '../review/store.ts'
import styles from './comments.module.css'

type ReplyProps = { readonly articleId: string; readonly threadId: string; readonly onDone: () => void }

/** Answers a thread; Mod-Enter sends, Escape leaves. */
export function Reply({ articleId, threadId, onDone }: ReplyProps) {
  const act = useReview((review) => review.act)
  const [words, setWords] = useState('')
  const send = async (): Promise<void> => {
    if (words.trim() === '') return
    const outcome = await act('threads.reply', { articleId, threadId, text: words })
    if (!outcome.ok) return
    announce('Reply sent.')
    onDone()
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
        aria-label="Reply"
        placeholder="Reply"
        rows={2}
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
          Send
        </Button>
        <Button onClick={onDone}>Cancel</Button>
        <kbd className={text['kbd']}>{keysInWords('Mod-Enter', isMac())}</kbd>
      </p>
    </div>
  )
}
