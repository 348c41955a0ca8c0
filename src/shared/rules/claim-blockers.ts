import type { Blocker, BlockerCause } from '../model/approval.ts'
import type { ClaimView } from '../model/review.ts'
import type { Rule } from '../model/rule.ts'
import type { BlockerInput } from './blocker-input.ts'
import { count, excerpt, listed, sentence } from './words.ts'

/** “Claim 14, being checked: “the words””; of a claim without a place, the words that it had. */
export function causeOf(claim: ClaimView, what: string): BlockerCause {
  const words = [claim.words, claim.quote, claim.paraphrase].find((text) => text !== '') ?? ''
  const name = what === '' ? `Claim ${claim.number}` : `Claim ${claim.number}, ${what}`
  return {
    text: words === '' ? name : `${name}: ${excerpt(words)}`,
    target: { kind: 'claim', id: claim.id },
  }
}

function whyNotCleared(claim: ClaimView): string {
  if (claim.stale) return 'stale'
  switch (claim.status) {
    case 'verified':
    case 'verified-with-change':
      return 'no longer supported'
    case 'opinion-labelled':
      return 'labelled as opinion against a rule'
    case 'waived':
      return 'waived without a waiver for each rule'
    case 'cut':
      return 'cut and still in the text'
    case 'checking':
      return 'being checked'
    case 'disputed':
    case 'unverifiable':
    case 'sourced':
      return claim.status
    default:
      return 'open'
  }
}

export function unclearedClaims({ claims }: BlockerInput): Blocker | null {
  const open = claims.filter((claim) => !claim.cleared)
  const [first] = open
  if (!first) return null
  const parts = [...Map.groupBy(open, whyNotCleared)].map(([why, group]) => `${group.length} ${why}`)
  return {
    code: 'B3',
    title: `${count(open.length, 'claim is', 'claims are')} not cleared.`,
    detail: sentence(parts.join(', ')),
    target: { kind: 'claim', id: first.id },
    causes: open.map((claim) => causeOf(claim, whyNotCleared(claim))),
  }
}

type Against = { readonly claim: ClaimView; readonly ids: readonly string[] }

/** Claims against which rules stand that raise this blocker by themselves, with the rules. */
function standingAgainst({ claims, book }: BlockerInput, code: Rule['blocker']): readonly Against[] {
  const raising = new Set(book.rules.filter((rule) => rule.blocker === code).map((rule) => rule.id))
  return claims.flatMap((claim) => {
    const unmet = claim.results.filter((result) => result.state === 'unmet' && raising.has(result.rule))
    return unmet.length === 0 ? [] : [{ claim, ids: unmet.map((result) => result.rule) }]
  })
}

type UnmetRules = Pick<Blocker, 'title' | 'detail' | 'causes'>

/** “R8 and R16 are unmet. Claims 3, 14.”; null where none of these rules is. */
export function unmetRules(input: BlockerInput, code: Rule['blocker']): UnmetRules | null {
  const against = standingAgainst(input, code)
  if (against.length === 0) return null
  const unmet = new Set(against.flatMap(({ ids }) => ids))
  const inOrder = input.book.rules.map((rule) => rule.id).filter((id) => unmet.has(id))
  const numbers = against.map(({ claim }) => claim.number).join(', ')
  return {
    title: `${listed(inOrder)} ${inOrder.length === 1 ? 'is' : 'are'} unmet.`,
    detail: `${against.length === 1 ? 'Claim' : 'Claims'} ${numbers}.`,
    causes: against.map(({ claim, ids }) => causeOf(claim, listed(ids))),
  }
}

export function gravestRules(input: BlockerInput): Blocker | null {
  const unmet = unmetRules(input, 'B4')
  const target = unmet?.causes[0]?.target
  return unmet && target ? { code: 'B4', ...unmet, target } : null
}
