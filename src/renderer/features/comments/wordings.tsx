import type { Message } from '../../../shared/model/thread.ts'
import { useNow } from '../../ui/now.ts'
import { when } from '../../ui/time.ts'
import styles from './comments.module.css'
import { wordingsOf } from './wordings-of.ts'

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
