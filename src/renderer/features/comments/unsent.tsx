import { Button } from '../../ui/button.tsx'
import { counted } from '../../ui/counted.ts'
import type { ThreadTarget } from '../../../shared/model/thread.ts'
import { startComment } from '../article/actions.ts'
import { commentOn } from './comment-on.ts'
import styles from './comments.module.css'
import { useComposing } from './composing.ts'
import { useDraftOwner, useDrafts } from './drafts.ts'
import { discard } from './thread-acts.ts'
import { shortened } from './thread-words.ts'
import type { ChangeId, ClaimId } from '../../../shared/model/ids.ts'

/** What a draft of a new comment is about, read back from its name. */
export function targetOfDraft(name: string): ThreadTarget | null {
  const [what, kind, id = ''] = name.split(' ')
  if (what !== 'new') return null
  switch (kind) {
    case 'range':
    case 'article':
      return { kind }
    case 'change':
      // The ids were ids when the draft was named after them.
      return { kind, changeId: id as ChangeId }
    case 'claim':
      return { kind, claimId: id as ClaimId }
    default:
      return null
  }
}

const PLACES: Readonly<Record<ThreadTarget['kind'], string>> = {
  range: 'on words of the text',
  change: 'on a change',
  claim: 'on a claim',
  article: 'on the article',
}

function goOn(target: ThreadTarget): void {
  if (target.kind === 'range') startComment()
  else commentOn(target)
}

/** New comments that were begun and not sent, so that none is forgotten; replies say so in their threads. */
export function Unsent() {
  const owner = useDraftOwner()
  const drafts = useDrafts((store) => store.drafts)
  const writing = useComposing((store) => store.target)
  const unsent = Object.entries(drafts).flatMap(([key, draft]) => {
    const target = key.startsWith(owner) ? targetOfDraft(key.slice(owner.length)) : null
    const isBeingWritten = target !== null && JSON.stringify(target) === JSON.stringify(writing)
    return target === null || isBeingWritten || draft.text.trim() === '' ? [] : [{ key, target, draft }]
  })
  if (unsent.length === 0) return null
  return (
    <section className={styles['unsent']} aria-label="Not sent yet">
      <h3>{counted(unsent.length, 'comment')} not sent yet</h3>
      {unsent.map(({ key, target, draft }) => (
        <p key={key} className={styles['kept']}>
          <span>
            {PLACES[target.kind]}: <q dir="auto">{shortened(draft.text, 60)}</q>
          </span>
          <Button
            title={target.kind === 'range' ? 'On the words that are selected in the text' : undefined}
            onClick={() => goOn(target)}
          >
            Go on writing
          </Button>
          <Button onClick={() => discard({ kind: 'new', target })}>Throw away</Button>
        </p>
      ))}
    </section>
  )
}
