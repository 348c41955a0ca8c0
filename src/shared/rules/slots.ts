import type { CoveredRow, Scope, SignOff, Slot, SlotState } from '../model/approval.ts'
import { SLOTS } from '../model/slots.ts'
import type { ClaimView } from '../model/review.ts'
import type { RuleBook } from '../model/rule.ts'
import { differences } from './scope-difference.ts'
import { rulesAsking } from './slot-claims.ts'
import { listed } from './words.ts'

export type SlotInput = {
  /** Oldest first. */
  readonly signOffs: readonly SignOff[]
  readonly claims: readonly ClaimView[]
  readonly book: RuleBook
  readonly textHash: string
  readonly evidenceHash: string
  /** The edition under review: an approval holds only for the one it names. */
  readonly edition: number
  /** What a signature in this slot would cover now. */
  readonly scopeOf: (slot: Slot) => Scope
  /** Whether a row is still in the review. */
  readonly stands: (row: CoveredRow) => boolean
}

const ALWAYS: readonly Slot[] = ['desk', 'facts', 'copy', 'approval']

/** Rule ids that make a conditional slot required, in the order of the book. */
function requirers(slot: Slot, { claims, book }: SlotInput): readonly string[] {
  const asking = new Set(claims.flatMap((claim) => rulesAsking(slot, claim, book)))
  return book.rules.map((rule) => rule.id).filter((id) => asking.has(id))
}

export function isApproving(signOff: Pick<SignOff, 'decision'>): boolean {
  return signOff.decision === 'approve' || signOff.decision === 'approve-with-conditions'
}

/** Records from before signatures said what they cover: the text, and but for the copy desk all evidence. */
function coarseCauses(signOff: SignOff, input: SlotInput): readonly string[] {
  if (signOff.slot === 'desk') return []
  return [
    ...(signOff.textHash === input.textHash ? [] : ['text']),
    ...(signOff.slot === 'copy' || signOff.evidenceHash === input.evidenceHash ? [] : ['evidence']),
  ]
}

/** Why a signature no longer holds; empty while it does. */
function voidCause(signOff: SignOff, input: SlotInput): string {
  if (signOff.slot === 'approval' && signOff.version !== input.edition) return 're-opened'
  const { scope } = signOff
  if (scope === null) {
    const changed = coarseCauses(signOff, input)
    return changed.length === 0 ? '' : `${listed(changed)} changed`
  }
  const isOtherText = scope.text && signOff.textHash !== input.textHash
  const found = differences(scope, input.scopeOf(signOff.slot), input.stands)
  return listed([...(isOtherText ? ['text changed'] : []), ...found])
}

/** Whoever objected, or took an approval back, must be heard again, also where no rule would have asked them. */
function mustBeHeard(said: readonly SignOff[]): boolean {
  const last = said.at(-1)
  if (!last || isApproving(last)) return false
  if (last.decision !== 'withdraw') return true
  const taken = said.at(-2)
  return taken !== undefined && isApproving(taken)
}

function stateOf(slot: Slot, input: SlotInput): SlotState {
  const asking = requirers(slot, input)
  const said = input.signOffs.filter((signOff) => signOff.slot === slot)
  const latest = said.at(-1)
  const required = ALWAYS.includes(slot) || asking.length > 0 || mustBeHeard(said)
  const base = { slot, required, requiredBy: asking.join(', ') }
  // A slot whose last word was no approval holds none; what was said stays in the list.
  if (!latest || !isApproving(latest)) {
    return { ...base, state: required ? 'waiting' : 'not-needed', cause: '', signOff: null }
  }
  const cause = voidCause(latest, input)
  return { ...base, state: cause === '' ? 'signed' : 'void', cause, signOff: latest }
}

/** The state of every slot on this text and this evidence, in the order they are signed. */
export function slotStates(input: SlotInput): readonly SlotState[] {
  return SLOTS.map((slot) => stateOf(slot, input))
}
