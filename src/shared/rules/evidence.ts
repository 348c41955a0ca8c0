import type { Claim } from '../model/claim.ts'
import type { RuleBook } from '../model/rule.ts'
import type { Source } from '../model/source.ts'
import { canonicalJson } from './canonical-json.ts'

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1
}

function evidenceOfClaim(claim: Claim): unknown {
  const { quote: _, createdAt: _created, updatedAt: _updated, sources, ...said } = claim
  const links = sources.toSorted((a, b) => (a.sourceId < b.sourceId ? -1 : 1))
  return { ...said, sources: links }
}

function evidenceOfSource(source: Source): unknown {
  const { createdBy: _, createdAt: _created, updatedAt: _updated, ...said } = source
  return said
}

/**
 * What a signature on the evidence is bound to, as canonical JSON for the caller to hash: every claim with its
 * status and sources, every source, and the version of the rules. The words of the text are not in it, because
 * the text has a hash of its own; times of editing are not, because they prove nothing.
 */
export function evidenceText(claims: readonly Claim[], sources: readonly Source[], book: RuleBook): string {
  return canonicalJson({
    claims: claims.toSorted(byId).map(evidenceOfClaim),
    sources: sources.toSorted(byId).map(evidenceOfSource),
    rules: book.version,
  })
}
