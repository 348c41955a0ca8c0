import { statusBySources } from '../model/claim-status.ts'
import type { Claim, ClaimSource } from '../model/claim.ts'
import { CLAIM_RULES, DETAILS_RULES, LINK_RULES } from './claim-rules.ts'
import { reviewVerdict, withStatusByHand } from './claim-verdict.ts'
import type { ClaimSides } from './claim-verdict.ts'
import { mergeRow } from './merge-row.ts'
import type { RowMerging, RowName } from './merge-row.ts'
import { rowsByKey, sameJson } from './three-way.ts'

function nameOf({ id, quote, paraphrase }: Claim): string {
  const words = (quote || paraphrase).slice(0, 200)
  return words === '' ? `Claim ${id}` : `Claim “${words}”`
}

/** A link that one side took away and the other left as it was is gone. */
function mergeLinks(claims: ClaimSides, words: string, merging: RowMerging): readonly ClaimSource[] {
  const three = { base: claims.base?.sources ?? [], one: claims.one.sources, other: claims.other.sources }
  const at = { one: claims.one.updatedAt, other: claims.other.updatedAt }
  return rowsByKey(three, (link) => link.sourceId).flatMap(({ key, rows: { base, one, other } }) => {
    if (one && other) {
      const name: RowName = {
        table: 'claim-source',
        id: `${claims.one.id}/${key}`,
        words: `${words}, a source`,
        at,
      }
      return [mergeRow(LINK_RULES, { base, one, other }, name, merging)]
    }
    const left = one ?? other
    return left === null || (base !== null && sameJson(base, left)) ? [] : [left]
  })
}

/** A claim that both sides have. */
export function mergeClaim(told: ClaimSides, merging: RowMerging): Claim {
  const claims = withStatusByHand(told)
  const { base, one, other } = claims
  const words = nameOf(base ?? one)
  const at = { one: one.updatedAt, other: other.updatedAt }
  const name = { table: 'claim', id: one.id, words, at } as const
  const details = mergeRow(
    DETAILS_RULES,
    { base: base?.details ?? null, one: one.details, other: other.details },
    { ...name, prefix: 'details.' },
    merging,
  )
  const sources = mergeLinks(claims, words, merging)
  const row = { ...mergeRow(CLAIM_RULES, claims, name, merging), details, sources }
  // Of the sides as they were told: the status that only followed is no verdict on what the claim is now.
  const claim = reviewVerdict(row, told, words, merging)
  const isOf = (side: Claim) => side.status === claim.status && sameJson(side.sources, claim.sources)
  return isOf(one) || isOf(other) ? claim : { ...claim, status: statusBySources(claim) }
}
