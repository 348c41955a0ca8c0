import type { ClaimDetails, ClaimKind, ClaimSource, Risk } from '../../../shared/model/claim.ts'
import type { SourceId } from '../../../shared/model/ids.ts'
import type { ClaimView } from '../../../shared/model/review.ts'
import { useReview } from '../review/store.ts'
import { writtenDetails } from './written-details.ts'

/**
 * A call replaces all that is said of a claim, or of one of its sources, while a field changes one thing. So each write
 * waits for the one before it, and says the rest as main told it last: whoever leaves a field by ticking a box loses
 * neither.
 */
let last: Promise<unknown> = Promise.resolve()

function inTurn<T>(write: () => Promise<T>): Promise<T> {
  const next = last.then(write)
  last = next.catch(() => undefined)
  return next
}

function claimNow(id: string): ClaimView | null {
  return useReview.getState().state?.claims.find((claim) => claim.id === id) ?? null
}

/** Some of what is said; as a function, of what is stored when its turn comes: two ticks in a row keep each other. */
export type Said<T> = Partial<T> | ((now: T) => Partial<T>)

function saidOf<T>(said: Said<T>, now: T): Partial<T> {
  return typeof said === 'function' ? said(now) : said
}

type ClaimFields = {
  readonly kind?: ClaimKind
  readonly risk?: Risk
  readonly paraphrase?: string
  readonly details?: Said<ClaimDetails>
}

/** Changes some of what a claim says; true when it is stored. */
export function updateClaim(claimId: string, { details, ...fields }: ClaimFields): Promise<boolean> {
  return inTurn(async () => {
    const { act, articleId } = useReview.getState()
    const claim = claimNow(claimId)
    if (articleId === null || claim === null) return false
    const { id, kind, risk, paraphrase } = claim
    const written = writtenDetails({ ...claim.details, ...saidOf(details ?? {}, claim.details) })
    const whole = { kind, risk, paraphrase, ...fields, details: written }
    const outcome = await act('claims.update', { articleId, claimId: id, ...whole })
    return outcome.ok
  })
}

/** Changes some of what is said of a source of a claim, or attaches it as one that supports the whole claim. */
export function saveLink(
  claimId: string,
  sourceId: SourceId,
  said: Said<ClaimSource> = {},
): Promise<boolean> {
  return inTurn(async () => {
    const { act, articleId } = useReview.getState()
    const claim = claimNow(claimId)
    if (articleId === null || claim === null) return false
    const known = claim.sources.find((each) => each.sourceId === sourceId)
    const fresh = { locator: '', note: '', bears: ['claim'], stance: 'supports', answer: '' } as const
    const now: ClaimSource = known ?? { sourceId, ...fresh }
    const link = { ...now, ...saidOf(said, now) }
    const source = { ...link, bears: [...link.bears] }
    const outcome = await act('claims.attach', { articleId, claimId: claim.id, source })
    return outcome.ok
  })
}

/** Takes a source from a claim, once all that was said of it is stored; answers with that, or null where it stays. */
export function dropLink(claimId: string, sourceId: string): Promise<ClaimSource | null> {
  return inTurn(async () => {
    const { act, articleId } = useReview.getState()
    const link = claimNow(claimId)?.sources.find((each) => each.sourceId === sourceId)
    if (articleId === null || link === undefined) return null
    const outcome = await act('claims.detach', { articleId, claimId, sourceId })
    return outcome.ok ? link : null
  })
}
