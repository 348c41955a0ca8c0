import { Plus } from 'lucide-react'
import { foldWords } from '../../../shared/fold-words.ts'
import type { Reply } from '../../../shared/model/reply.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { Button } from '../../ui/button.tsx'
import { counted } from '../../ui/counted.ts'
import { Icon } from '../../ui/icon.tsx'
import text from '../../ui/text.module.css'
import panel from '../review/panel.module.css'
import { useShell } from '../shell-store.ts'
import { unaskedParties } from './parties.ts'
import { ReplyEntry } from './reply-entry.tsx'
import styles from './replies.module.css'
import { UnaskedParty } from './unasked.tsx'

/** The records of a party stand together, in the order in which it was asked. */
function inOrder(replies: readonly Reply[]): readonly Reply[] {
  return [...replies].sort(
    (a, b) => foldWords(a.party).localeCompare(foldWords(b.party)) || a.askedAt - b.askedAt,
  )
}

function noteOf(replies: readonly Reply[], unasked: number): string {
  const parties = new Set(replies.map(({ party }) => foldWords(party))).size
  const asked = parties === 0 ? 'nobody asked' : `${counted(parties, 'party', 'parties')} asked`
  return unasked === 0 ? asked : `${asked}, ${unasked} not`
}

/** The whole log of the right of reply: who still has to be asked, then every record. */
export function ReplyLog({ state }: { readonly state: ReviewState }) {
  const show = useShell((shell) => shell.show)
  const { locked } = state.article
  const unasked = unaskedParties(state.claims, state.replies)
  const isEmpty = unasked.length === 0 && state.replies.length === 0
  return (
    <section className={panel['block']} aria-labelledby="reply-log">
      <h3 id="reply-log">
        Right of reply <span className={text['soft']}>{noteOf(state.replies, unasked.length)}</span>
        {!locked && (
          <span className={styles['new']}>
            <Button onClick={() => show({ kind: 'reply', replyId: null, party: '', claimIds: [] })}>
              <Icon of={Plus} />
              Record
            </Button>
          </span>
        )}
      </h3>
      {isEmpty && (
        <p className={styles['empty']}>
          A claim that names whom it speaks against puts them here, until somebody records that they were
          asked.
        </p>
      )}
      <ul>
        {unasked.map((party) => (
          <UnaskedParty key={party.party} party={party} locked={locked} links />
        ))}
        {inOrder(state.replies).map((reply) => (
          <ReplyEntry key={reply.id} state={state} reply={reply} />
        ))}
      </ul>
    </section>
  )
}
