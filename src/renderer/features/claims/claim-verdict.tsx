import { Ellipsis } from 'lucide-react'
import { useId } from 'react'
import type { ClaimStatus } from '../../../shared/model/claim.ts'
import type { ClaimView, ReviewState } from '../../../shared/model/review.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/icon.tsx'
import { Menu, MenuItem, MenuNote, MenuSeparator } from '../../ui/menu.tsx'
import text from '../../ui/text.module.css'
import { dayAndClock } from '../../ui/time.ts'
import panel from '../review/panel.module.css'
import { usePersonOf } from '../review/people.ts'
import { useSession } from '../session-store.ts'
import { reconfirm, setClaimStatus } from './claim-acts.ts'
import { MOVE_NAMES, movesOf } from './claim-moves.ts'
import { verifyRefusal } from './verify-refusal.ts'
import { withdrawRefusal } from './withdraw-refusal.ts'
import { withdraw } from './withdraw.ts'

type VerdictProps = { readonly state: ReviewState; readonly claim: ClaimView }

/** Statuses that have a button of their own, or are reached by working on the claim and not by a verdict. */
const ELSEWHERE: readonly ClaimStatus[] = ['verified', 'disputed', 'needs-source', 'sourced']

function isVerdict(status: ClaimStatus): boolean {
  return status === 'verified' || status === 'verified-with-change'
}

/** The other ways a claim can go from here, and taking it back. */
function MoreMoves({ state, claim, refusal }: VerdictProps & { readonly refusal: string }) {
  const moves = movesOf(claim).filter((status) => !ELSEWHERE.includes(status))
  const stays = withdrawRefusal(claim, state)
  return (
    <Menu
      align="end"
      trigger={
        <Button only aria-label="More ways to settle it">
          <Icon of={Ellipsis} />
        </Button>
      }
    >
      {moves.map((status) => (
        <MenuItem
          key={status}
          disabled={status === 'verified-with-change' && refusal !== ''}
          onSelect={() => void setClaimStatus(claim, status)}
        >
          {MOVE_NAMES[status]}
        </MenuItem>
      ))}
      {claim.words !== '' && <MenuNote>To cut it, delete its words in every place first.</MenuNote>}
      <MenuSeparator />
      <MenuItem disabled={stays !== ''} onSelect={() => void withdraw(claim)}>
        Take the claim back
      </MenuItem>
      {stays !== '' && <MenuNote>{stays}</MenuNote>}
    </Menu>
  )
}

function useNote({ state, claim }: VerdictProps): { readonly refusal: string; readonly note: string } {
  const actor = useSession((store) => store.session?.actor ?? null)
  const personOf = usePersonOf()
  const refusal = verifyRefusal(claim, { state, actor })
  if (isVerdict(claim.status) && claim.cleared) {
    const name = personOf(claim.verifiedBy)?.name ?? 'somebody'
    return { refusal, note: `Verified by ${name}, ${dayAndClock(claim.verifiedAt ?? 0)}.` }
  }
  if (!movesOf(claim).includes('verified')) {
    const back = movesOf(claim).includes('checking') ? ' Check it anew to verify it.' : ''
    return { refusal: refusal === '' ? 'not now' : refusal, note: `${settledAs(claim)}${back}` }
  }
  if (refusal !== '') return { refusal, note: refusal }
  const holds = claim.stale ? 'It says that the words as they are now hold.' : 'Every rule is met.'
  return { refusal, note: `${holds} Your name goes with it.` }
}

function settledAs({ status }: ClaimView): string {
  switch (status) {
    case 'disputed':
      return 'It is disputed.'
    case 'unverifiable':
      return 'It cannot be verified.'
    case 'opinion-labelled':
      return 'It is labelled as opinion.'
    case 'waived':
      return 'It runs under a waiver.'
    case 'cut':
      return 'It was cut from the text.'
    default:
      return ''
  }
}

/** Verify, with its reason when it is refused, and the other ways a claim can end. */
export function ClaimVerdict({ state, claim }: VerdictProps) {
  const noteId = useId()
  const { locked } = state.article
  const { refusal, note } = useNote({ state, claim })
  const moves = movesOf(claim)
  const offersVerify = !(isVerdict(claim.status) && claim.cleared) && moves.includes('verified')
  const aside = locked ? [] : asideOf(claim, moves)
  return (
    <footer className={panel['footer']}>
      {offersVerify && (
        <Button
          look={refusal === '' ? 'fill' : 'line'}
          aria-disabled={refusal !== ''}
          aria-describedby={noteId}
          onClick={() => void setClaimStatus(claim, 'verified')}
        >
          {claim.stale ? 'Verify again' : 'Verify'}
        </Button>
      )}
      <span id={noteId} className={classes(text['soft'], text['small'], text['grow'])}>
        {note}
      </span>
      {claim.stale && claim.spellingOnly && refusal === '' && (
        <Button look="line" onClick={() => void reconfirm(claim)}>
          Re-confirm
        </Button>
      )}
      {aside.map((status) => (
        <Button key={status} look="line" onClick={() => void setClaimStatus(claim, status)}>
          {MOVE_NAMES[status]}
        </Button>
      ))}
      {!locked && <MoreMoves state={state} claim={claim} refusal={refusal} />}
    </footer>
  )
}

/** What stands beside Verify: what suits the claim first, and disputing it. */
function asideOf(claim: ClaimView, moves: readonly ClaimStatus[]): readonly ClaimStatus[] {
  const wanted: ClaimStatus[] = []
  if (claim.kind === 'opinion') wanted.push('opinion-labelled')
  if (moves.includes('waived')) wanted.push('waived')
  wanted.push('disputed')
  if (!moves.includes('verified')) wanted.push('checking')
  return wanted.filter((status) => moves.includes(status))
}
