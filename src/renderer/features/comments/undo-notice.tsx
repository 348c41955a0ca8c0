import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import text from '../../ui/text.module.css'
import { isMac, keysInWords } from '../commands/keys.ts'
import { useReview } from '../review/store.ts'
import styles from './undo-notice.module.css'
import { undoLast, useUndo } from './undo-store.ts'

/** How long it stands where nobody is at it, in milliseconds; the command takes back afterwards, too. */
const STAY = 12_000

/** What was just done to a comment, with the way back. */
export function UndoNotice() {
  const last = useUndo((store) => (store.told ? store.done.at(-1) : undefined))
  const turn = useUndo((store) => store.turn)
  const articleId = useReview((review) => review.articleId)
  if (last === undefined || last.articleId !== articleId) return null
  return <Told key={turn} words={last.words} />
}

function Told({ words }: { readonly words: string }) {
  const hush = useUndo((store) => store.hush)
  const notice = useRef<HTMLElement>(null)
  useEffect(() => {
    const timer = setTimeout(() => {
      if (notice.current?.matches(':hover, :focus-within') !== true) hush()
    }, STAY)
    return () => clearTimeout(timer)
  }, [hush])
  return (
    // It is said aloud by whoever did it; a live region here would say it twice.
    <section ref={notice} className={styles['notice']} aria-label="Just done">
      <p>{words}</p>
      <Button look="line" onClick={undoLast}>
        Undo
      </Button>
      <kbd className={text['kbd']}>{keysInWords('Mod-Alt-z', isMac())}</kbd>
      <Button only aria-label="Dismiss" onClick={hush}>
        <Icon of={X} />
      </Button>
    </section>
  )
}
