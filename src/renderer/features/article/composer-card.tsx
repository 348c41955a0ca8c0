import { useEffect, useRef, useState } from 'react'
import { Initials } from '../../ui/author.tsx'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { useReview } from '../review/store.ts'
import { personOf, useSession } from '../session-store.ts'
import { addComment } from './actions.ts'
import styles from './cards.module.css'
import { useComposer } from './composer-store.ts'
import { LevelSelect } from './level-select.tsx'
import { WritingField } from './writing-field.tsx'

/** The comment being written beside the selection. */
export function ComposerCard() {
  const { text, level, write, setLevel, close } = useComposer()
  const me = useSession((store) => personOf(store.session, store.session?.actor.personId ?? null))
  const field = useRef<HTMLTextAreaElement>(null)
  const [sending, setSending] = useState(false)

  // The card opens by a key pressed in the text: the words are to go into it at once.
  useEffect(() => field.current?.focus({ preventScroll: true }), [])

  const send = async () => {
    if (sending) return
    setSending(true)
    const sent = await addComment()
    if (!sent) setSending(false)
  }
  const cancel = () => {
    close()
    useReview.getState().editor?.focus()
  }
  return (
    <article className={classes(styles['card'], styles['active'])} aria-label="New comment">
      <p className={styles['top']}>
        <Initials person={me} />
        <span className={styles['name']}>{me?.name}</span>
        <LevelSelect value={level} onChange={setLevel} />
      </p>
      <WritingField
        label="Comment"
        value={text}
        fieldRef={field}
        onChange={write}
        onSend={() => void send()}
        onCancel={cancel}
      />
      <div className={styles['acts']}>
        <Button aria-disabled={text.trim() === '' || sending} onClick={() => void send()}>
          Comment
        </Button>
        <Button onClick={cancel}>Cancel</Button>
      </div>
    </article>
  )
}
