import type { ClaimView } from '../../../shared/model/review.ts'
import { wordPieces } from '../../../shared/document/compare/word-pieces.ts'
import type { WordPiece } from '../../../shared/document/compare/word-pieces.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import text from '../../ui/text.module.css'
import { dayAndClock } from '../../ui/time.ts'
import { usePersonOf } from '../review/people.ts'
import { goToText } from '../review/go-to.ts'
import { useSession } from '../session-store.ts'
import { reconfirm, setClaimStatus } from './claim-acts.ts'
import { movesOf } from './claim-moves.ts'
import { isOwnStory } from './verify-refusal.ts'
import { useReview } from '../review/store.ts'
import styles from './claims.module.css'

function Piece({ piece }: { readonly piece: WordPiece }) {
  switch (piece.kind) {
    case 'same':
      return piece.text
    case 'gone':
      return <del>{piece.text}</del>
    case 'come':
      return <ins>{piece.text}</ins>
  }
}

/** The words changed after they were verified: what differs, and the two ways to have it verified again. */
export function StaleNotice({ claim, locked }: { readonly claim: ClaimView; readonly locked: boolean }) {
  const verifier = usePersonOf()(claim.verifiedBy)?.name ?? 'somebody'
  const actor = useSession((store) => store.session?.actor ?? null)
  const state = useReview((review) => review.state)
  if (!claim.stale) return null
  const mayCheck = !locked && state !== null && !isOwnStory({ state, actor })
  const recheck = (): void => {
    goToText({ kind: 'claim', id: claim.id })
    if (movesOf(claim).includes('checking')) void setClaimStatus(claim, 'checking')
  }
  return (
    <section className={styles['stale']} aria-label="Stale">
      <p>
        <b className={text['stop']}>Stale.</b> The words changed after {verifier} verified them
        {claim.verifiedAt === null ? '' : ` on ${dayAndClock(claim.verifiedAt)}`}.
        {claim.spellingOnly && ' Only the spelling changed.'}
      </p>
      <p className={styles['difference']} dir="auto">
        {wordPieces(claim.verifiedQuote ?? '', claim.words).map((piece, index) => (
          // The pieces of one difference come in one order.
          <Piece key={index} piece={piece} />
        ))}
      </p>
      {mayCheck && (
        <p className={styles['staleActs']}>
          <Button look="line" onClick={recheck}>
            Re-check
          </Button>
          {claim.spellingOnly && (
            <Button look="line" onClick={() => void reconfirm(claim)}>
              Only the spelling changed: re-confirm
            </Button>
          )}
          <span className={classes(text['soft'], text['small'])}>
            Re-check brings it back to checking; Verify says again that it holds.
          </span>
        </p>
      )}
    </section>
  )
}
