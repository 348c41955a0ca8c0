import type { StepMap } from 'prosemirror-transform'
import type { Edit, Outcome, ParsedArgs } from '../../shared/contract.ts'
import { applyStoredSteps } from '../../shared/document/stored-steps.ts'
import type { Claim } from '../../shared/model/claim.ts'
import type { ChangeId } from '../../shared/model/ids.ts'
import type { Actor } from '../../shared/model/person.ts'
import { untrackedRoles } from '../../shared/rules/workflow.ts'
import { count, listed } from '../../shared/rules/words.ts'
import type { StoredArticle } from '../store/articles.ts'
import { readText } from './article-text.ts'
import type { ArticleText } from './article-text.ts'
import { hasSharedChange } from './change-authors.ts'
import { deriveChangeRows } from './change-rows.ts'
import type { ChangeRows } from './change-rows.ts'
import { nameOf } from './claim-name.ts'
import type { ReviewContext } from './context.ts'
import { readRulings, undoneDecisions } from './decided-steps.ts'
import type { Stage } from './decided-steps.ts'
import { findExtended } from './foreign-words.ts'
import { keepWords } from './kept-words.ts'
import { done, fail } from './outcome.ts'
import { isUntracked, stretchBy } from './untracked-edit.ts'
import type { Stretch } from './untracked-edit.ts'

type Decided = ParsedArgs<'document.save'>['decided']

type Standing = {
  readonly context: ReviewContext
  readonly article: StoredArticle
  readonly text: ArticleText
  readonly actor: Actor
  readonly at: number
}

type Edited = {
  readonly text: ArticleText
  readonly events: readonly (readonly [kind: string, summary: string])[]
}

const NOT_KEPT = 'Your last edit was not kept, everything before it is; open the article again to go on.'
const BY_ANOTHER = `This edit makes a change in the name of somebody else. ${NOT_KEPT}`
const IN_ANOTHER = `This edit adds words to a change that somebody else made. ${NOT_KEPT}`
const SET_OF_ANOTHER = `This edit counts changes as its own that it did not make. ${NOT_KEPT}`

/**
 * Stores a batch of steps inside the caller's transaction, with every row that follows from it: change rows,
 * kept words of comments and claims. Returns the new text, and what the log should say of decisions.
 */
export function applyEdit(standing: Standing, edit: Edit, decided: Decided): Outcome<Edited> {
  const { context, article, text, actor, at } = standing
  if (edit.baseSeq !== text.seq) {
    return fail(
      'stale-base',
      'The text was changed elsewhere since this window loaded it. Nothing stored was changed; ' +
        'open the article again to go on from the stored text.',
    )
  }
  if (article.locked && edit.steps.length > 0) {
    return fail(
      'locked',
      'This article is approved and locked. Your last edit was not kept; re-open it first.',
    )
  }
  const maps: StepMap[] = []
  const stretches: Stretch[] = []
  const applied = applyStoredSteps(text.doc, edit.steps, (step, before, after) => {
    maps.push(step.getMap())
    stretchBy(stretches, step, before, after)
  })
  if (!applied.ok) {
    return fail('refused', `This edit does not fit the stored text and was not kept: ${applied.message}`)
  }
  const next = readText(applied.doc, text.seq + edit.steps.length, text)
  const edited = {
    articleId: article.id,
    before: text.index,
    after: next.index,
    docs: { before: text.doc, after: applied.doc },
    maps,
    actor: actor.personId,
  }
  if (hasSharedChange(applied.doc)) return fail('refused', BY_ANOTHER)
  if (findExtended(edited, context.heldWords) !== null) return fail('refused', IN_ANOTHER)
  // A decision need not be one step by itself: then it is all that the edit does.
  const whole = { before: text.doc, after: applied.doc }
  const undone = () => undoneDecisions(context.store.changeDecisions.list(article.id))
  const stages: readonly Stage[] = stretches.filter(({ isDecision }) => isDecision)
  const rulings = readRulings([...stages, whole], decided, undone, text.index)
  if (!mayEditFreely(standing) && isUntracked(stretches, rulings, text.index)) {
    return fail('refused', tellForced(standing))
  }
  const hand = { actor: actor.personId, at }
  const rows = deriveChangeRows(context.store.changes.list(article.id), next.index, rulings, hand)
  if (!rows.ok) return fail('refused', BY_ANOTHER)
  if (!keepSets(standing, edit)) return fail('refused', SET_OF_ANOTHER)
  context.store.documents.append(article.id, {
    batchId: edit.batchId,
    authorId: actor.personId,
    at,
    firstSeq: edit.baseSeq + 1,
    steps: edit.steps,
  })
  for (const row of rows.save) context.store.changes.save(article.id, row)
  context.store.changeDecisions.append(article.id, context.library.id, rows.decisions)
  const toCompare = keepWords(context, article, text, next)
  return done({ text: next, events: [...tell(rows, decided), ...toCompare.map(tellToCompare)] })
}

function mayEditFreely({ context, article, actor }: Standing): boolean {
  return untrackedRoles(context.workflow, article).includes(actor.role)
}

function tellForced({ context, article, actor }: Standing): string {
  const free = untrackedRoles(context.workflow, article).map((role) => `“${role}”`)
  const who = free.length === 0 ? 'nobody' : `only ${listed(free)}`
  return `This edit was not tracked. As this article stands now, ${who} may edit without tracking, and you are here as “${actor.role}”. ${NOT_KEPT}`
}

/** Stores which changes one act made; false when it names those of somebody else. */
function keepSets({ context, article, actor, at }: Standing, { changeSets = [] }: Edit): boolean {
  if (changeSets.length === 0) return true
  const { store } = context
  const authors = new Map(store.changes.list(article.id).map((row) => [row.id, row.authorId]))
  const sets = store.changeSets.list(article.id)
  const taken = new Set(sets.flatMap((one) => [one.id, ...one.changeIds] as readonly string[]))
  for (const one of changeSets) {
    const isOwn = (id: ChangeId) => (authors.get(id) ?? actor.personId) === actor.personId && !taken.has(id)
    if (taken.has(one.id) || !one.changeIds.every(isOwn)) return false
    store.changeSets.append(article.id, one, actor.personId, at)
  }
  return true
}

function tellToCompare(claim: Claim): Edited['events'][number] {
  const again = 'its words are others now, so they are to be compared word by word again.'
  return ['claim.update', `${nameOf(claim)}: ${again}`]
}

function tell(rows: Extract<ChangeRows, { ok: true }>, decided: Decided): Edited['events'] {
  const reasons = [...new Set(rows.decisions.flatMap((one) => one.reason ?? []))]
  const why = reasons.length === 0 ? '' : ` Reason: ${reasons.join('; ')}`
  const events: [string, string][] = []
  const changes = (amount: number) => count(amount, 'change', 'changes')
  if (rows.accepted > 0) events.push(['change.accept', `Accepted ${changes(rows.accepted)}.${why}`])
  if (rows.rejected > 0) events.push(['change.reject', `Rejected ${changes(rows.rejected)}.${why}`])
  if (rows.undone > 0) events.push(['change.undo', `Decision undone: ${changes(rows.undone)} open again.`])
  if (rows.lost > 0) {
    events.push(['change.withdraw', `${changes(rows.lost)} of somebody else left the text undecided.`])
  }
  const claimed = new Set<string>(decided.flatMap((one) => one.changeIds))
  const unproven = rows.save.filter((row) => row.state === 'withdrawn' && claimed.has(row.id)).length
  if (unproven > 0) {
    events.push([
      'change.unproven',
      `${changes(unproven)} left the text otherwise than this window said; not stored as decided.`,
    ])
  }
  return events
}
