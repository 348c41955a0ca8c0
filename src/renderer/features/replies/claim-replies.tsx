import { Plus } from 'lucide-react'
import { foldWords } from '../../../shared/fold-words.ts'
import type { ClaimView, ReviewState } from '../../../shared/model/review.ts'
import { Button } from '../../ui/button.tsx'
import { counted } from '../../ui/counted.ts'
import { Icon } from '../../ui/icon.tsx'
import text from '../../ui/text.module.css'
import { useShell } from '../shell-store.ts'
import { unaskedParties } from './parties.ts'
import { ReplyEntry } from './reply-entry.tsx'
import styles from './replies.module.css'
import { UnaskedParty } from './unasked.tsx'

/** The right of reply of one claim, for its editor; nothing where nobody is spoken against and nobody was asked. */
export function ClaimReplies({ state, claim }: { readonly state: ReviewState; readonly claim: ClaimView }) {
  const show = useShell((shell) => shell.show)
  const { locked } = state.article
  const { parties } = claim.details
  const ofParties = new Set(parties.map(foldWords))
  const records = state.replies.filter(
    (reply) => reply.claimIds.includes(claim.id) || ofParties.has(foldWords(reply.party)),
  )
  if (parties.length === 0 && records.length === 0 && claim.kind !== 'allegation') return null
  const unasked = unaskedParties([claim], state.replies)
  const first = unasked[0]?.party ?? parties[0] ?? ''
  return (
    <section>
      <h3>
        Right of reply{' '}
        <span className={text['soft']}>
          {parties.length === 0 ? 'no party named' : counted(parties.length, 'party', 'parties')}
        </span>
        {!locked && (
          <Button
            onClick={() => show({ kind: 'reply', replyId: null, party: first, claimIds: [String(claim.id)] })}
          >
            <Icon of={Plus} />
            Record a reply
          </Button>
        )}
      </h3>
      {parties.length === 0 && records.length === 0 && (
        <p className={text['soft']}>
          Name who is spoken against among the claim’s details. Each of them is then listed here until they
          were asked.
        </p>
      )}
      <ul className={styles['inset']}>
        {unasked.map((party) => (
          <UnaskedParty key={party.party} party={party} locked={locked} links={false} />
        ))}
        {records.map((reply) => (
          <ReplyEntry key={reply.id} state={state} reply={reply} />
        ))}
      </ul>
    </section>
  )
}
