import type { ClaimKind, Risk } from '../../../shared/model/claim.ts'
import type { ClaimView } from '../../../shared/model/review.ts'
import { CLAIM_STATUS_NAMES } from '../../../shared/names.ts'
import type { Shape } from '../../ui/status-shape.tsx'
import { CLAIM_KIND_NAMES } from '../words.ts'
import { isLost, quotedWords, shapeOf, urgencyOf } from './claim-standing.ts'

/** Which claims the ledger lists, and in which order. */

export type LedgerOrder = 'urgency' | 'text' | 'risk' | 'kind' | 'status'

/** What else a claim may be listed for, beside its status, kind and risk. */
export type LedgerTrait = 'stale' | 'orphaned' | 'waived' | 'mine'

export type LedgerFilter = {
  readonly shape: Shape | ''
  readonly kind: ClaimKind | ''
  readonly risk: Risk | ''
  readonly trait: LedgerTrait | ''
  readonly query: string
}

export const EVERY_CLAIM: LedgerFilter = { shape: '', kind: '', risk: '', trait: '', query: '' }

const RISKS_FROM_HIGH: readonly Risk[] = ['high', 'medium', 'low']
const STATUS_ORDER: readonly string[] = Object.keys(CLAIM_STATUS_NAMES)
const KIND_ORDER: readonly string[] = Object.keys(CLAIM_KIND_NAMES)

function rankOf(order: LedgerOrder): (claim: ClaimView) => number {
  switch (order) {
    case 'urgency':
      return urgencyOf
    case 'text':
      return () => 0
    case 'risk':
      return ({ risk }) => RISKS_FROM_HIGH.indexOf(risk)
    case 'kind':
      return ({ kind }) => KIND_ORDER.indexOf(kind)
    case 'status':
      return ({ status, stale }) => (stale ? -1 : STATUS_ORDER.indexOf(status))
  }
}

/** Equals stand in the order of the text. */
export function sortLedger(claims: readonly ClaimView[], order: LedgerOrder): readonly ClaimView[] {
  const rank = rankOf(order)
  return [...claims].sort((a, b) => rank(a) - rank(b) || a.number - b.number)
}

function hasTrait(claim: ClaimView, trait: LedgerTrait, me: string | null): boolean {
  switch (trait) {
    case 'stale':
      return claim.stale
    case 'orphaned':
      return isLost(claim)
    case 'waived':
      return claim.status === 'waived' || claim.results.some((result) => result.state === 'waived')
    case 'mine':
      return claim.createdBy === me || claim.verifiedBy === me
  }
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** A figure is looked for as a whole: 7 is not in 70. */
function holds(said: string, word: string): boolean {
  return /^\d+$/.test(word) ? new RegExp(`(?<!\\d)${word}(?!\\d)`).test(said) : said.includes(word)
}

/** Every word that is looked for stands in its words, its note or what it says in plain words, or is its number. */
function says(claim: ClaimView, query: string): boolean {
  const wanted = folded(query).split(/\s+/u)
  const said = folded(`${quotedWords(claim)} ${claim.paraphrase} ${claim.details.note}`)
  return wanted.every((word) => holds(said, word) || word === String(claim.number))
}

/** `me`: who is at the desk, for the claims that they marked or verified. */
export function filterLedger(
  claims: readonly ClaimView[],
  filter: LedgerFilter,
  me: string | null,
): readonly ClaimView[] {
  const { shape, kind, risk, trait, query } = filter
  return claims.filter(
    (claim) =>
      (shape === '' || shapeOf(claim) === shape) &&
      (kind === '' || claim.kind === kind) &&
      (risk === '' || claim.risk === risk) &&
      (trait === '' || hasTrait(claim, trait, me)) &&
      says(claim, query),
  )
}

export function isFiltered({ shape, kind, risk, trait, query }: LedgerFilter): boolean {
  return [shape, kind, risk, trait, query.trim()].some((part) => part !== '')
}

/** How many claims of each risk are cleared, from high to low; risks without a claim are left out. */
export function clearedByRisk(
  claims: readonly ClaimView[],
): readonly { readonly risk: Risk; readonly cleared: number; readonly all: number }[] {
  return RISKS_FROM_HIGH.flatMap((risk) => {
    const ofRisk = claims.filter((claim) => claim.risk === risk)
    const cleared = ofRisk.filter((claim) => claim.cleared).length
    return ofRisk.length === 0 ? [] : [{ risk, cleared, all: ofRisk.length }]
  })
}
