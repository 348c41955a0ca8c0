import type { ClaimDetails, ClaimStatus } from '../../../shared/model/claim.ts'
import type { ClaimView, ReviewState } from '../../../shared/model/review.ts'
import { CLAIM_STATUS_NAMES } from '../../../shared/names.ts'
import { CommitField } from '../../ui/commit-field.tsx'
import { KeyedSelect } from '../../ui/field.tsx'
import { StatusShape } from '../../ui/status-shape.tsx'
import { CommentsOnClaim } from '../comments/comments-on.tsx'
import { ClaimReplies } from '../replies/claim-replies.tsx'
import { goToText } from '../review/go-to.ts'
import { PlaceNotice } from '../review/place-notice.tsx'
import { CLAIM_KIND_NAMES, choices, RISK_NAMES } from '../words.ts'
import { setClaimStatus } from './claim-acts.ts'
import { ClaimHead } from './claim-head.tsx'
import { ClaimHistory } from './claim-history.tsx'
import { movesOf } from './claim-moves.ts'
import { ClaimPlaces } from './claim-places.tsx'
import { ClaimSources } from './claim-sources.tsx'
import { isLost, shapeOf } from './claim-standing.ts'
import { ClaimVerdict } from './claim-verdict.tsx'
import { updateClaim } from './claim-writes.ts'
import type { Said } from './claim-writes.ts'
import styles from './claims.module.css'
import { KindDetails } from './kind-details.tsx'
import { OtherDetails } from './other-details.tsx'
import { Requirements } from './requirements.tsx'
import { StaleNotice } from './stale-notice.tsx'

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What it is, and where it can go from there. */
function statusChoices(claim: ClaimView): readonly { readonly value: ClaimStatus; readonly label: string }[] {
  const open = [claim.status, ...movesOf(claim).filter((status) => status !== claim.status)]
  return open.map((value) => {
    const name = capital(CLAIM_STATUS_NAMES[value])
    return { value, label: claim.stale && value === claim.status ? `${name}, stale` : name }
  })
}

/** Kind, risk and status beside each other. */
function What({ claim, locked }: { readonly claim: ClaimView; readonly locked: boolean }) {
  return (
    <div className={styles['kinds']}>
      <KeyedSelect
        label="Kind"
        value={claim.kind}
        options={choices(CLAIM_KIND_NAMES)}
        disabled={locked}
        onChange={(kind) => void updateClaim(claim.id, { kind })}
      />
      <KeyedSelect
        label="Risk"
        value={claim.risk}
        options={choices(RISK_NAMES)}
        disabled={locked}
        onChange={(risk) => void updateClaim(claim.id, { risk })}
      />
      <KeyedSelect
        label="Status"
        value={claim.status}
        options={statusChoices(claim)}
        disabled={locked}
        mark={<StatusShape shape={shapeOf(claim)} />}
        onChange={(status) => void setClaimStatus(claim, status)}
      />
    </div>
  )
}

/** One claim beside the text: what it says, what the rules demand, what bears it out, and the verdict. */
export function ClaimEditor({ state, claim }: { readonly state: ReviewState; readonly claim: ClaimView }) {
  const { locked } = state.article
  const change = (details: Said<ClaimDetails>) => updateClaim(claim.id, { details })
  return (
    <>
      <ClaimHead state={state} claim={claim} />
      <div className={styles['body']}>
        <section>
          <button
            type="button"
            className={styles['big']}
            dir="auto"
            title="Go to its words"
            onClick={() => goToText({ kind: 'claim', id: claim.id })}
          >
            {claim.words === '' ? <i>“{claim.quote}”</i> : claim.words}
          </button>
          <PlaceNotice mark="claim" id={claim.id} orphaned={isLost(claim)} />
          <What claim={claim} locked={locked} />
          <ClaimPlaces claim={claim} locked={locked} />
          <CommitField
            label="What it says, in plain words"
            value={claim.paraphrase}
            disabled={locked}
            onCommit={(paraphrase) => updateClaim(claim.id, { paraphrase })}
          />
          <KindDetails claim={claim} disabled={locked} onChange={change} />
          <OtherDetails state={state} claim={claim} onChange={change} />
        </section>
        <StaleNotice claim={claim} locked={locked} />
        <Requirements state={state} claim={claim} />
        <ClaimSources state={state} claim={claim} />
        <ClaimReplies state={state} claim={claim} />
        <CommentsOnClaim target={{ kind: 'claim', claimId: claim.id }} />
        <section>
          <CommitField
            label="Note for the next reader"
            multiline
            value={claim.details.note}
            disabled={locked}
            onCommit={(note) => change({ note })}
          />
        </section>
        <ClaimHistory state={state} claim={claim} />
      </div>
      <ClaimVerdict state={state} claim={claim} />
    </>
  )
}
