import { MessageSquare } from 'lucide-react'
import { useMemo } from 'react'
import type { ThreadView } from '../../../shared/model/review.ts'
import { Button } from '../../ui/button.tsx'
import { counted } from '../../ui/counted.ts'
import { Icon } from '../../ui/icon.tsx'
import { useReview } from '../review/store.ts'
import { LEVEL_NAMES } from '../words.ts'
import { commentOn } from './comment-on.ts'
import type { UnanchoredTarget } from './comment-on.ts'
import styles from './comments.module.css'
import { ComposerAt } from './composer-at.tsx'
import { PrivateMark } from './private-mark.tsx'
import { ThreadBody } from './thread-body.tsx'

type CommentsOnClaimProps = { readonly target: Extract<UnanchoredTarget, { readonly kind: 'claim' }> }

const NONE: readonly ThreadView[] = []

/** The threads about one claim, and the field for a new one: part of the claim's editor. */
export function CommentsOnClaim({ target }: CommentsOnClaimProps) {
  const threads = useReview((review) => review.state?.threads ?? NONE)
  const about = useMemo(
    () =>
      threads.filter((thread) => thread.target.kind === 'claim' && thread.target.claimId === target.claimId),
    [threads, target.claimId],
  )
  const open = about.filter((thread) => thread.resolvedAt === null).length
  return (
    <section className={styles['onClaim']} aria-label="Comments on the claim">
      <h3>
        Comments
        {about.length > 0 && <span className={styles['soft']}>{counted(open, 'open', 'open')}</span>}
        <Button onClick={() => commentOn(target)}>
          <Icon of={MessageSquare} />
          Comment on the claim
        </Button>
      </h3>
      <ComposerAt place="claim" claimId={target.claimId} />
      {about.map((thread) => (
        <article
          key={thread.id}
          data-thread={`claim ${thread.id}`}
          className={styles['thread']}
          aria-label={`Comment, ${LEVEL_NAMES[thread.level]}${thread.resolvedAt === null ? '' : ', resolved'}`}
        >
          <p className={styles['head']}>
            <b>{LEVEL_NAMES[thread.level]}</b>
            {thread.audience === 'legal' && <PrivateMark />}
          </p>
          <ThreadBody thread={thread} place="claim" whole />
        </article>
      ))}
    </section>
  )
}
