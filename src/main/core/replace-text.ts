import type { Node } from 'prosemirror-model'
import type { Outcome } from '../../shared/contract.ts'
import { applyStoredSteps } from '../../shared/document/stored-steps.ts'
import { replacingStep } from '../../shared/document/replace-whole.ts'
import type { Claim } from '../../shared/model/claim.ts'
import type { PersonId } from '../../shared/model/ids.ts'
import type { StoredArticle } from '../store/articles.ts'
import { settleAnchors } from './anchors-of-version.ts'
import type { Placed } from './anchors-of-version.ts'
import { readText } from './article-text.ts'
import type { ArticleText } from './article-text.ts'
import { hasSharedChange } from './change-authors.ts'
import { deriveChangeRows, groupsOf, openRow } from './change-rows.ts'
import type { ReviewContext } from './context.ts'
import { sharedGroups } from './decided-steps.ts'
import type { Ruling } from './decided-steps.ts'
import { keepWords } from './kept-words.ts'
import { done, fail } from './outcome.ts'

type Standing = {
  readonly context: ReviewContext
  readonly article: StoredArticle
  readonly text: ArticleText
  readonly actor: { readonly personId: PersonId }
  readonly at: number
}

/** A text that stood before, and when. */
export type Earlier = { readonly doc: Node; readonly at: number; readonly why: string }

export type Replaced = {
  readonly text: ArticleText
  /** Counted as an editor counts. */
  readonly reopened: number
  readonly decided: number
  readonly withdrawn: number
  readonly placed: Placed
  readonly toCompare: readonly Claim[]
}

const DAMAGED = 'Its changes stand under other names than the review knows. Nothing was changed.'

/**
 * What was decided about changes that stand in the text now and did not then: a text in which they were accepted comes
 * back with them accepted. The others were not there yet, and are withdrawn.
 */
function rulingsThen(
  { context, article, text }: Standing,
  earlier: Earlier,
  present: ReadonlySet<string>,
): ReadonlyMap<string, Ruling> {
  const then = new Map<string, 'accepted' | 'rejected'>()
  const inTime = context.store.changeDecisions.list(article.id).toSorted((one, other) => one.at - other.at)
  for (const { changeId, verdict, at } of inTime) {
    if (at > earlier.at) break
    if (verdict !== 'undone') then.set(changeId, verdict)
    // In the instant of the version itself, what was undone is what restoring another has opened again.
    else if (at < earlier.at) then.delete(changeId)
  }
  const gone = text.index.changes.filter((entry) => !present.has(entry.id) && then.has(entry.id))
  const shared = sharedGroups(gone)
  return new Map(
    gone.flatMap((entry) => {
      const verdict = then.get(entry.id)
      const groupId = shared.has(entry.groupId) ? entry.groupId : null
      return verdict ? [[entry.id, { entry, groupId, verdict, reason: earlier.why }] as const] : []
    }),
  )
}

/** A version that came from another desk may hold changes that no row here tells of; their authors came with it. */
function admitChanges({ context, article, at }: Standing, { index }: ArticleText): boolean {
  const { changes, people } = context.store
  const known = new Map(changes.list(article.id).map((row) => [row.id as string, row.authorId]))
  const groupOf = groupsOf(index.changes)
  for (const entry of index.changes) {
    const author = known.get(entry.id)
    if (author === entry.author) continue
    if (author !== undefined || !people.get(entry.author)) return false
    changes.save(article.id, openRow(entry, { createdAt: at, dateRaw: null, groupId: groupOf(entry) }))
  }
  return true
}

/**
 * Makes an earlier text the present one, as one stored step, inside the caller's transaction. Changes that come back are
 * open again, those that leave are decided as they were then or withdrawn; comments and claims are found again by their
 * words where these stand, and keep them as a quotation where not.
 */
export function replaceText(standing: Standing, earlier: Earlier): Outcome<Replaced> {
  const { context, article, text, actor, at } = standing
  const { store } = context
  const { doc, placed } = settleAnchors(context, article, text, earlier.doc)
  const step = replacingStep(text.doc, doc)
  const steps = step === null ? [] : [step.toJSON() as unknown]
  const applied = applyStoredSteps(text.doc, steps)
  if (!applied.ok) return fail('refused', `The text could not be put in place: ${applied.message}`)
  const next = readText(applied.doc, text.seq + steps.length, text)
  if (hasSharedChange(applied.doc) || !admitChanges(standing, next)) return fail('refused', DAMAGED)
  const present = new Set(next.index.changes.map(({ id }) => id))
  const rulings = rulingsThen(standing, earlier, present)
  const hand = { actor: actor.personId, at }
  const rows = deriveChangeRows(store.changes.list(article.id), next.index, rulings, hand)
  if (!rows.ok) return fail('refused', DAMAGED)
  const batch = { batchId: context.newId(), authorId: actor.personId, at, firstSeq: text.seq + 1 }
  store.documents.append(article.id, { ...batch, steps })
  for (const row of rows.save) store.changes.save(article.id, row)
  store.changeDecisions.append(article.id, context.library.id, rows.decisions)
  const toCompare = keepWords(context, article, text, next)
  const withdrawn = rows.save.filter((row) => row.state === 'withdrawn').length
  const decided = rows.accepted + rows.rejected
  return done({ text: next, reopened: rows.undone, decided, withdrawn, placed, toCompare })
}
