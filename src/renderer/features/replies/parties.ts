import { foldWords } from '../../../shared/fold-words.ts'
import type { ClaimView } from '../../../shared/model/review.ts'
import type { Reply } from '../../../shared/model/reply.ts'

export type Unasked = {
  readonly party: string
  /** Claims against the party that no record says were put to it. */
  readonly claims: readonly Pick<ClaimView, 'id' | 'number'>[]
  /** It was asked about something else. */
  readonly askedBefore: boolean
}

type Against = Pick<ClaimView, 'id' | 'number' | 'status' | 'details'>

/** Whom the claims speak against and nobody has asked, in the order of the claims. A claim that is cut asks nothing. */
export function unaskedParties(
  claims: readonly Against[],
  replies: readonly Pick<Reply, 'party' | 'claimIds'>[],
): readonly Unasked[] {
  const found = new Map<string, { party: string; claims: Against[]; askedBefore: boolean }>()
  for (const claim of [...claims].sort((a, b) => a.number - b.number)) {
    if (claim.status === 'cut') continue
    for (const party of claim.details.parties) {
      const key = foldWords(party)
      const records = replies.filter((reply) => foldWords(reply.party) === key)
      if (records.some(({ claimIds }) => claimIds.includes(claim.id))) continue
      const entry = found.get(key) ?? { party, claims: [], askedBefore: records.length > 0 }
      if (!entry.claims.includes(claim)) entry.claims.push(claim)
      found.set(key, entry)
    }
  }
  return [...found.values()]
}

/** Claims that name the party among those they speak against. */
export function claimsAgainst(claims: readonly ClaimView[], party: string): readonly ClaimView['id'][] {
  const key = foldWords(party)
  return claims
    .filter(
      ({ status, details }) => status !== 'cut' && details.parties.some((each) => foldWords(each) === key),
    )
    .map(({ id }) => id)
}
