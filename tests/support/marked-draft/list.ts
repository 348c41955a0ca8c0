import type { ClaimKind, Risk } from '../../../src/shared/model/claim.ts'
import type { Level } from '../../../src/shared/model/thread.ts'

/**
 * A place in a draft, without its words: `'3.2:4-9'` is the fourth to the ninth word of the second sentence of the
 * third paragraph under the headline, which is paragraph 0. Sentences and words count from 1.
 */
export type Spot = `${number}.${number}:${number}-${number}`

/** `key`: how notes, and claims of the headline, speak of it. */
export type ListedClaim = {
  readonly key: string
  readonly kind: ClaimKind
  readonly risk: Risk
  /** In words of our own. */
  readonly paraphrase: string
  readonly at: readonly Spot[]
  /** For a claim of the headline: the one of the body that it repeats. */
  readonly body?: string
}

/** One remark, made at each of the spots by itself. */
export type ListedRemark = { readonly level: Level; readonly text: string; readonly at: readonly Spot[] }

/** Everything that a desk marks on one draft. The draft's own words are not in it. */
export type MarkedDraft = {
  /** Of the bytes of the draft that the list was made for, as hex. */
  readonly sha256: string
  readonly claims: readonly ListedClaim[]
  readonly remarks: readonly ListedRemark[]
  readonly onClaims: readonly { readonly level: Level; readonly text: string; readonly claim: string }[]
  readonly onArticle: readonly { readonly level: Level; readonly text: string }[]
}

export function claimOf(
  key: string,
  [kind, risk]: readonly [ClaimKind, Risk],
  paraphrase: string,
  ...at: readonly Spot[]
): ListedClaim {
  return { key, kind, risk, paraphrase, at }
}
