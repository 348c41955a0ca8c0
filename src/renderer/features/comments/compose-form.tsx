import { useState } from 'react'
import { BLANK } from './draft.ts'
import type { Draft } from './draft.ts'
import { useDraft, useDrafts, draftKeyNow } from './drafts.ts'
import type { ThreadTarget } from '../../../shared/model/thread.ts'
import { Initials } from '../../ui/author.tsx'
import { useReview } from '../review/store.ts'
import { personName } from '../review/people.ts'
import { personOf, useSession } from '../session-store.ts'
import { aboutTarget } from './about.ts'
import { leaveComposer } from './comment-on.ts'
import styles from './comments.module.css'
import { PrivateMark } from './private-mark.tsx'
import { discard } from './thread-acts.ts'
import { capital } from './thread-words.ts'
import { Weight } from './weight.tsx'
import { WriteMessage } from './write-message.tsx'

type ComposeFormProps = {
  readonly target: ThreadTarget
  readonly className?: string | undefined
  /** Its id when it is stored; then the draft goes, and the form with it. */
  readonly onSend: (draft: Draft) => Promise<string | null>
  readonly onSent: (id: string) => void
}

/** A new comment: its words, level, assignee and audience, all kept as a draft until they are sent. */
export function ComposeForm({ target, className, onSend, onSent }: ComposeFormProps) {
  const me = useSession((store) => personOf(store.session, store.session?.actor.personId ?? null))
  const [kept, write] = useDraft({ kind: 'new', target })
  const draft = kept ?? BLANK
  // A draft that was there before the form was opened is offered again, and that is said.
  const [wasKept] = useState(kept !== null && kept.text !== '')
  const [focused, setFocused] = useState(true)
  const change = (fields: Partial<Draft>) => {
    const next = { ...draft, ...fields }
    write(next.text === '' && isBlank(next) ? null : next)
  }
  const send = async () => {
    const key = draftKeyNow({ kind: 'new', target })
    const sent = await onSend(draft)
    if (sent === null) return false
    useDrafts.getState().write(key, null)
    onSent(sent)
    return true
  }
  return (
    <article className={className} aria-label="New comment">
      <p className={styles['head']}>
        <Initials person={me} />
        <span className={styles['name']}>{me?.name}</span>
        {draft.audience === 'legal' && <PrivateMark />}
      </p>
      <AboutLine target={target} />
      {wasKept && kept !== null && <p className={styles['hint']}>Kept from before, not sent yet.</p>}
      <WriteMessage
        label="Comment"
        value={draft.text}
        verb="Comment"
        focused={focused}
        onFocused={() => setFocused(false)}
        onChange={(text) => change({ text })}
        onSend={send}
        onClose={leaveComposer}
        onDiscard={
          kept === null
            ? null
            : () => {
                discard({ kind: 'new', target })
                leaveComposer()
              }
        }
      />
      <Weight value={draft} onChange={change} />
    </article>
  )
}

function isBlank(draft: Draft): boolean {
  return draft.level === BLANK.level && draft.assigneeId === null && draft.audience === BLANK.audience
}

/** What it will be about, unless that is the selection beside it. */
function AboutLine({ target }: { readonly target: ThreadTarget }) {
  const state = useReview((review) => review.state)
  const index = useReview((review) => review.snapshot?.index ?? null)
  if (state === null || target.kind === 'range') return null
  const about = aboutTarget(target, { state, index, nameOf: personName })
  return (
    <p className={styles['about']}>
      {capital(about.label)}
      {about.words !== '' && (
        <>
          {': '}
          <q dir="auto">{about.words.trim()}</q>
        </>
      )}
    </p>
  )
}
