import { isOpenConflict } from '../exchange/conflict-rows.ts'
import { EXPORT_KIND_NAMES } from '../names.ts'
import type { Blocker, BlockerCause } from '../model/approval.ts'
import type { BlockerInput } from './blocker-input.ts'
import { count, excerpt, sentence } from './words.ts'

/** What stands in the way beside the text and what is said of it: who approves, other desks, files, legal. */

const SETTLED = ['verified', 'verified-with-change']

/** Nobody approves what they wrote, or what they alone have checked; asked of who is here to approve. */
export function ownApproval({ actor, article, claims, slots, people }: BlockerInput): Blocker | null {
  // What is approved was approved by somebody; who is here since says nothing of that.
  if (actor?.role !== 'approver' || article.locked) return null
  const me = actor.personId
  const name = people.find((person) => person.id === me)?.name ?? 'Whoever is here'
  const verified = claims.filter(({ status }) => SETTLED.includes(status))
  const facts = slots.find(({ slot, state }) => slot === 'facts' && state === 'signed')?.signOff
  const isAuthor = article.authorId === me
  const isOnlyChecker = verified.length > 0 && verified.every(({ verifiedBy }) => verifiedBy === me)
  const reasons = [
    ...(isAuthor ? ['wrote this story'] : []),
    ...(isOnlyChecker ? ['alone verified every claim'] : []),
    ...(facts?.personId === me ? ['alone signed the facts'] : []),
  ]
  const [first] = reasons
  if (first === undefined) return null
  const target = { kind: 'people' } as const
  return {
    code: 'B6',
    title: isAuthor ? 'Nobody approves their own story.' : 'The only checker does not approve.',
    detail: `${name} ${first}; somebody else approves it.`,
    target,
    causes: reasons.length > 1 ? reasons.map((why) => ({ text: `${name} ${why}`, target })) : [],
  }
}

export function openConflicts({ conflicts, index }: BlockerInput): Blocker | null {
  const open = new Set<string>(index.changes.map((change) => change.id))
  const causes: readonly BlockerCause[] = conflicts
    .filter((conflict) => isOpenConflict(conflict, (id) => open.has(id)))
    .map(({ id, words }) => ({ text: excerpt(words), target: { kind: 'conflict', id } }))
  const [first] = causes
  if (!first) return null
  return {
    code: 'B7',
    title: `${count(causes.length, 'conflict', 'conflicts')} of two desks ${causes.length === 1 ? 'is' : 'are'} open.`,
    detail: 'Both sides are kept; somebody chooses.',
    target: first.target,
    causes,
  }
}

/** What was found is told only of files that everybody may read. */
export function failedExports({ exportChecks }: BlockerInput): Blocker | null {
  const target = { kind: 'export' } as const
  const causes = exportChecks
    .filter(({ ok }) => !ok)
    .map(({ kind, audience, words }) => ({
      text: `${EXPORT_KIND_NAMES[kind]}, ${audience}${audience === 'legal' ? '' : `: ${words}`}`,
      target,
    }))
  if (causes.length === 0) return null
  return {
    code: 'B11',
    title: `${count(causes.length, 'exported file', 'exported files')} failed ${causes.length === 1 ? 'its' : 'their'} own check.`,
    detail: 'Make it again; a good one of the same kind and audience clears this.',
    target,
    causes,
  }
}

export function legalHold({ article }: BlockerInput): Blocker | null {
  if (article.legalHold === null) return null
  return {
    code: 'B12',
    title: 'Legal holds this article.',
    detail: sentence(article.legalHold.reason.replace(/[.\s]+$/u, '')),
    target: { kind: 'legal-hold' },
    causes: [],
  }
}
