import type { Slot } from '../../shared/model/approval.ts'
import { ROLE_OF_SLOT } from '../../shared/model/approval.ts'
import type { Article } from '../../shared/model/article.ts'
import type { Claim } from '../../shared/model/claim.ts'
import type { Source } from '../../shared/model/source.ts'
import { foldWords } from '../../shared/fold-words.ts'
import { SLOT_NAMES } from '../../shared/names.ts'
import { countsAsSupport } from '../../shared/rules/claim-case.ts'
import type { Act } from './act.ts'
import type { Context } from './context.ts'
import { fail } from './outcome.ts'

/**
 * Who may not do what, because they did something else: the one place for separation of duties. That nobody approves
 * their own story, or what they alone checked, is a blocker (B6, shared/rules/standing-blockers.ts).
 */

/** Somebody at work as a reporter, or on a story of their own, checks and permits nothing in it. */
export function isOwnStory({ actor, article }: Pick<Act, 'actor' | 'article'>): boolean {
  return actor.role === 'reporter' || actor.personId === article().authorId
}

export const OWN_STORY = 'A reporter neither verifies nor waives on their own story. Nothing was changed.'

export const OWN_FIND = 'Somebody else verifies a claim whose only sources you supplied. Nothing was changed.'

/** True when all that bears the claim out came from the person at the desk: nobody checks their own find. */
export function isOwnFind({ store }: Context, act: Act, claim: Claim): boolean {
  const support = store.sources
    .list(act.article().id)
    .filter((source) =>
      claim.sources.some((link) => link.sourceId === source.id && countsAsSupport(source, link)),
    )
  return support.length > 0 && support.every((source) => source.suppliedBy === act.actor.personId)
}

/** An unnamed source is attested by an editor who neither wrote the story nor brought the source. */
export function refuseAttester(act: Act, source: Source) {
  if (isOwnStory(act)) {
    return fail(
      'refused',
      'An editor other than the reporter attests an unnamed source. Nothing was changed.',
    )
  }
  if (source.suppliedBy !== act.actor.personId) return null
  return fail(
    'refused',
    'Somebody other than who supplied it attests an unnamed source. Nothing was changed.',
  )
}

/** The slots that judge a story; its author gives none of these signatures. */
const JUDGING: readonly Slot[] = ['facts', 'standards', 'legal']

/** A slot is signed in its role, by the name of the person who is here, and where it judges, not by the author. */
export function refuseSigner({ store }: Context, act: Act, slot: Slot, typedName: string) {
  const role = ROLE_OF_SLOT[slot]
  if (act.actor.role !== role) {
    return fail('refused', `The ${slot} slot is signed in the role “${role}”. Nothing was signed.`)
  }
  if (JUDGING.includes(slot) && act.actor.personId === act.article().authorId) {
    return fail('refused', `Nobody signs ${SLOT_NAMES[slot]} on their own story. Nothing was signed.`)
  }
  const name = store.people.get(act.actor.personId)?.name ?? ''
  if (foldWords(typedName) === foldWords(name)) return null
  return fail(
    'refused',
    `“${typedName}” is not the name of who is here, ${name}. Nothing was signed; type your own name, or change who is here first.`,
  )
}

/** Who wrote a story decides who may judge it: whoever is named there does not take the name away. */
export function refuseByline(act: Act, authorId: Article['authorId']) {
  const { personId } = act.actor
  if (act.article().authorId !== personId || authorId === personId) return null
  return fail(
    'refused',
    'Somebody else takes your own name off a story. Nothing was changed; ask a colleague at the desk.',
  )
}

/** What is signed is taken back by who signed it, or by somebody of the same role. */
export function mayWithdraw(act: Act, slot: Slot, signedBy: string): boolean {
  return act.actor.personId === signedBy || act.actor.role === ROLE_OF_SLOT[slot]
}

/** Only legal sets a legal hold, and only legal lifts it. */
export function refuseLegalHold({ actor }: Act) {
  if (actor.role === 'legal') return null
  return fail('refused', 'A legal hold is set and lifted in the role “legal”. Nothing was changed.')
}

/** Roles may be held on one desk alone, so that whose desk a story is on decides who may do what: editors move it. */
export function refuseOtherDesk(act: Act, desk: Article['desk']) {
  const { desk: now } = act.article()
  if (now === desk || now === '' || act.actor.role === 'desk') return null
  return fail(
    'refused',
    `Which desk a story belongs to is changed in the role “desk”. Nothing was changed; it stays on “${now}”.`,
  )
}
