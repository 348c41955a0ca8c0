import type { Message } from '../../../shared/model/thread.ts'
import { useNow } from '../../ui/now.ts'
import { when } from '../../ui/time.ts'
import styles from './comments.module.css'

type Wording = { readonly text: string; readonly from: number; readonly until: number }

/** What a message said before, the latest first, each from the time when it was written to the time of the next. */
export function wordingsOf(message: Message): readonly Wording[] {
  return message.earlier
    .map(({ text, until }, at) => ({ text, until, from: message.earlier[at - 1]?.until ?? message.at }))
    .toReversed()
}

/** The words that a message had before. */
export function Wordings({ message }: { readonly message: Message }) {
  const now = useNow()
  return (
    <ol className={styles['wordings']} aria-label="Words before">
      {wordingsOf(message).map(({ text, from, until }) => (
        <li key={until}>
          <p className={styles['head']}>
            {when(from, now)} to {when(until, now)}
          </p>
          <p className={styles['text']} dir="auto">
            {text}
          </p>
        </li>
      ))}
    </ol>
  )
}
