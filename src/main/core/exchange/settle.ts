import type { Outcome, ParsedArgs } from '../../../shared/contract.ts'
import { conflictInWords } from '../../../shared/exchange/conflict-words.ts'
import type { CustodyClaim } from '../../../shared/exchange/custody.ts'
import type { ReviewContent } from '../../../shared/exchange/review-content.ts'
import { settleConflict } from '../../../shared/exchange/settle-conflict.ts'
import type { ClaimStatus } from '../../../shared/model/claim.ts'
import type { Conflict } from '../../../shared/model/conflict.ts'
import type { LibraryId } from '../../../shared/model/ids.ts'
import type { Act } from '../act.ts'
import type { Context } from '../context.ts'
import { refuseLegalHold } from '../duties.ts'
import { done, fail } from '../outcome.ts'
import { whereTheRightIs } from '../refuse-act.ts'
import { nameInLog } from '../source-guards.ts'
import { PRIVATE_ACT, findReadable } from '../visible.ts'
import { readContent } from './read-content.ts'
import { nextMove, refuseMover, rightFields } from './right.ts'
import { writeRows } from './write-content.ts'

type Choice = ParsedArgs<'conflicts.settle'>['choice']

const NO_CONFLICT = 'This conflict is not in the article any more. Nothing was changed.'
const IN_TEXT =
  'This conflict is settled in the text, by accepting or rejecting the changes that met. Nothing was changed.'
const CHOOSE =
  'The right to edit is not here, so there is nothing to keep. Nothing was changed; choose one of the desks.'

const OWN_EVIDENCE =
  'Nobody settles what was said of the evidence for their own story. Nothing was changed; ask the desk or a checker.'

const OTHER_TEXT =
  'What stands here now is not the text that was approved, with its evidence. Nothing was changed; choose the other ' +
  'side, or keep what stands, and have it approved again.'

const NO_GROUNDS =
  'The claim has not now what this verdict asks for. Nothing was changed; choose the other side, or attach what is missing first.'

const VERDICTS: readonly ClaimStatus[] = ['verified', 'verified-with-change', 'opinion-labelled', 'waived']

const NOT_REPORTER = 'A reporter does not settle where the article stands. Nothing was changed; ask the desk.'

const EVIDENCE: ReadonlySet<string> = new Set(['claim', 'claim-source', 'source', 'reply'])

/** Why whoever is at the desk may not settle this one, or null. */
function refuse(context: Context, act: Act, conflict: Conflict): Outcome<never> | null {
  const { table, id } = conflict.what
  const article = act.article()
  if (conflict.kind === 'text') return fail('refused', IN_TEXT)
  if (table === 'custody') return refuseMover(act)
  if (table === 'thread' && !findReadable(context, article.id, id)) return fail('not-found', NO_CONFLICT)
  const isOwn = act.actor.role === 'reporter' || act.actor.personId === article.authorId
  if (EVIDENCE.has(table) && isOwn) return fail('refused', OWN_EVIDENCE)
  if (table === 'article') return refuseDetail(act, conflict)
  return null
}

/** What is said of the article as a whole is settled by who might say it. */
function refuseDetail(act: Act, { what, one, other }: Conflict): Outcome<never> | null {
  const article = act.article()
  if (article.editRight === 'away') {
    return fail('refused', `Nothing was changed. ${whereTheRightIs(article)}`)
  }
  if (what.field === 'legalHold') return refuseLegalHold(act)
  if (what.field === 'status' && act.actor.role === 'reporter') return fail('refused', NOT_REPORTER)
  const authors = [article.authorId, one.value, other.value]
  return what.field === 'authorId' && authors.includes(act.actor.personId)
    ? fail('refused', OWN_EVIDENCE)
    : null
}

/** Approved is what was signed, and no other text: a choice does not sign. */
function refuseUnsigned(act: Act): Outcome<never> | null {
  if (!act.article().locked) return null
  const { slots, changes } = act.state()
  const isSigned = slots.some(({ slot, state }) => slot === 'approval' && state === 'signed')
  return isSigned && changes.every(({ state }) => state !== 'open') ? null : fail('refused', OTHER_TEXT)
}

function settled(content: ReviewContent, conflict: Conflict, choice: Choice, act: Act): ReviewContent {
  const hand = { personId: act.actor.personId, at: act.at }
  if (choice !== 'keep') return settleConflict(content, conflict, choice, hand)
  const noted = { settledBy: hand.personId, settledAt: hand.at, choice: null }
  return {
    ...content,
    conflicts: content.conflicts.map((row) => (row.id === conflict.id ? { ...row, ...noted } : row)),
  }
}

/** One move after all that are known, for the desk that was chosen. */
function settleRight(context: Context, act: Act, conflict: Conflict, choice: Choice): Outcome<null> {
  const { store, library } = context
  const { id, editRight } = act.article()
  if (choice === 'keep' && editRight === 'away') return fail('refused', CHOOSE)
  const own = { library: library.id, name: library.name }
  const chosen = choice === 'keep' ? own : (conflict[choice].value as CustodyClaim)
  const hand = { personId: act.actor.personId, at: act.at }
  const move = nextMove(context, store.custody.list(id), 'settled', hand)
  store.custody.append(id, { ...move, library: chosen.library as LibraryId, libraryName: chosen.name })
  act.change(rightFields(context, id))
  return done(null)
}

/** A verdict is chosen where the rules would let somebody give it now. */
function refuseVerdict(act: Act, { what }: Conflict): Outcome<never> | null {
  if (what.table !== 'claim' || what.field !== 'status') return null
  const view = act.state().claims.find((claim) => claim.id === what.id)
  const unmet =
    view && VERDICTS.includes(view.status) ? view.results.filter(({ state }) => state === 'unmet') : []
  if (unmet.length === 0) return null
  const why = unmet.map(({ rule, title, why: because }) => `${rule} ${title}: ${because}`)
  return fail('refused', `${NO_GROUNDS} ${why.join(' ')}`)
}

/** How the log names the source of a conflict, which may become an unnamed one; null for conflicts of anything else. */
function sourceIn({ store }: Context, act: Act, { what }: Conflict): string | null {
  if (what.table !== 'source' && what.table !== 'claim-source') return null
  return nameInLog(store.sources.list(act.article().id), what.id.split('/').at(-1) ?? '')
}

function tell(context: Context, act: Act, conflict: Conflict, choice: Choice): void {
  const { what } = conflict
  const thread = what.table === 'thread' ? findReadable(context, act.article().id, what.id) : null
  if (thread?.audience === 'legal') return act.log('conflict.settle', PRIVATE_ACT)
  const source = sourceIn(context, act, conflict)
  if (source !== null) {
    const side = choice === 'keep' ? 'what stands is kept.' : 'one side was chosen.'
    return act.log('conflict.settle', `${source}, ${what.field}: ${side}`)
  }
  const names = new Map<string, string>(context.store.people.list().map(({ id, name }) => [id, name]))
  const words = conflictInWords(conflict, (id) => names.get(id) ?? id)
  const chosen = choice === 'keep' ? 'what stands is kept' : `“${words[choice]}” was chosen`
  act.log('conflict.settle', `${words.what}: ${chosen}, of “${words.one}” and “${words.other}”.`)
}

export function settle(context: Context, act: Act, args: ParsedArgs<'conflicts.settle'>): Outcome<null> {
  const { store } = context
  const { id } = act.article()
  const conflict = store.conflicts.list(id).find((one) => one.id === args.conflictId)
  if (!conflict) return fail('not-found', NO_CONFLICT)
  const refused = refuse(context, act, conflict)
  if (refused) return refused
  // Sent twice, or settled at the other desk meanwhile.
  if (conflict.settledAt !== null) return done(null)
  if (conflict.what.table === 'custody') {
    const moved = settleRight(context, act, conflict, args.choice)
    if (!moved.ok) return moved
  }
  const before = readContent(store, act.article(), act.text())
  const after = settled(before, conflict, args.choice, act)
  writeRows(store, id, before, after)
  const { id: _, ...fields } = after.article
  if (conflict.what.table === 'article') act.change(fields)
  const unearned = refuseUnsigned(act) ?? refuseVerdict(act, conflict)
  if (unearned) return unearned
  tell(context, act, conflict, args.choice)
  return done(null)
}
