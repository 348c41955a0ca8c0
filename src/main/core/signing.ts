import type { Scope, SignOff, Slot } from '../../shared/model/approval.ts'
import type { SignOffId } from '../../shared/model/ids.ts'
import type { ReviewState } from '../../shared/model/review.ts'
import { SLOT_NAMES } from '../../shared/names.ts'
import { isInForce } from '../../shared/rules/gather-evidence.ts'
import { scopesOf } from '../../shared/rules/scope.ts'
import { isApproving } from '../../shared/rules/slots.ts'
import type { Act } from './act.ts'
import { SIGNED, sealSignOff } from './chain.ts'
import type { Context } from './context.ts'
import { sha256 } from './hash.ts'
import { keepVersion } from './versions.ts'

/** An objection, or taking one's word back, holds whatever is changed. */
const NOTHING: Scope = { text: false, rows: [], rules: '' }

function coveredBy(context: Context, act: Act, state: ReviewState, slot: Slot): Scope {
  const claims = context.store.claims.list(act.article().id)
  const input = { records: { ...state, claims }, claims: state.claims, book: context.rules, sha256 }
  return scopesOf(input)(slot)
}

export type Said = Pick<
  SignOff,
  'slot' | 'decision' | 'statement' | 'conditions' | 'typedName' | 'utcOffset' | 'until' | 'returnTo'
>

function versionName({ slot, decision }: Said): string {
  if (slot === 'approval' && isApproving({ decision })) return 'Approved'
  return `${SLOT_NAMES[slot]}: ${isApproving({ decision }) ? 'signed' : decision}`
}

/**
 * What is signed here is said after everything that is known here: of two desks whose clocks differ, an objection would
 * else be taken for older than the signature that it answers.
 */
function timeAfter(known: readonly SignOff[], now: number): number {
  return known.reduce((time, { at }) => Math.max(time, at + 1), now)
}

/** Adds a record to the chain of this library, bound to what is there. `state`: as the person who signs saw it; `told`: for the log. */
export function addRecord(
  context: Context,
  act: Act,
  state: ReviewState,
  said: Said,
  told = said.conditions,
): void {
  const { id: articleId, version } = state.article
  const { slot, decision, typedName } = said
  const { textHash, evidenceHash, waivers } = state
  const origin = context.library.id
  const known = context.store.signOffs.list(articleId)
  const before = known.findLast((one) => one.origin === origin)
  const signOff = sealSignOff(before, {
    ...said,
    id: context.newId() as SignOffId,
    origin,
    articleId,
    version,
    personId: act.actor.personId,
    role: act.actor.role,
    at: timeAfter(known, act.at),
    textHash,
    evidenceHash,
    versionId: keepVersion(context, act, { kind: 'sign-off', name: versionName(said) }),
    scope: isApproving({ decision }) ? coveredBy(context, act, state, slot) : NOTHING,
    waivers: waivers.filter((waiver) => isInForce(waiver, version)).map((waiver) => waiver.id),
  })
  context.store.signOffs.append(signOff)
  const words = told === '' ? '' : ` ${told}`
  act.log(
    SIGNED,
    `${slot}: ${decision}, signed “${typedName}”, text ${textHash.slice(0, 12)}, record ${signOff.hash}.${words}`,
  )
}
