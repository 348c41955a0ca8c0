import { SLOTS } from '../model/approval.ts'
import type { SignOff, Slot, SlotState } from '../model/approval.ts'
import type { ClaimView } from '../model/review.ts'
import type { RuleBook } from '../model/rule.ts'
import { requiredSlots } from './sourcing.ts'
import { listed } from './words.ts'

export type SlotInput = {
  readonly signOffs: readonly SignOff[]
  readonly claims: readonly ClaimView[]
  readonly book: RuleBook
  readonly textHash: string
  readonly evidenceHash: string
  /** The edition under review: an approval holds only for the one it names. */
  readonly edition: number
}

const ALWAYS: readonly Slot[] = ['desk', 'facts', 'copy', 'approval']

/** Rule ids that make a conditional slot required, in the order of the book. */
function requirers(slot: Slot, { claims, book }: SlotInput): readonly string[] {
  if (slot !== 'standards' && slot !== 'legal') return []
  const asks = (id: string, risk: ClaimView['risk']) =>
    book.rules.some((rule) => rule.id === id && requiredSlots(rule, risk).includes(slot))
  const asking = new Set(
    claims.flatMap(({ risk, results }) => results.map(({ rule }) => rule).filter((id) => asks(id, risk))),
  )
  return book.rules.map((rule) => rule.id).filter((id) => asking.has(id))
}

export function isApproving(signOff: Pick<SignOff, 'decision'>): boolean {
  return signOff.decision === 'approve' || signOff.decision === 'approve-with-conditions'
}

/** Why a signature no longer holds; empty while it does. */
function voidCause(signOff: SignOff, input: SlotInput): string {
  if (signOff.slot === 'approval' && signOff.version !== input.edition) return 're-opened'
  const changed = [
    ...(signOff.textHash === input.textHash ? [] : ['text']),
    ...(signOff.evidenceHash === input.evidenceHash ? [] : ['evidence']),
  ]
  return changed.length === 0 ? '' : `${listed(changed)} changed`
}

function stateOf(slot: Slot, input: SlotInput): SlotState {
  const asking = requirers(slot, input)
  const latest = input.signOffs.findLast((signOff) => signOff.slot === slot)
  // Whoever objected must be heard again, also where no rule would have asked them.
  const objected = latest !== undefined && !isApproving(latest)
  const required = ALWAYS.includes(slot) || asking.length > 0 || objected
  const base = { slot, required, requiredBy: asking.join(', ') }
  // A slot whose last word was return, hold or kill holds no approval; what was said stays in the list.
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
