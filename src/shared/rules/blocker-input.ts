import type { DocumentIndex } from '../document/index/document-index.ts'
import type { Blocker, SlotState } from '../model/approval.ts'
import type { Article } from '../model/article.ts'
import type { Conflict } from '../model/conflict.ts'
import type { ExportCheck } from '../model/export-check.ts'
import type { Actor, Person } from '../model/person.ts'
import type { ClaimView, ThreadView } from '../model/review.ts'
import type { RuleBook } from '../model/rule.ts'

/** Everything the blockers look at; the same records that the lists show. */
export type BlockerInput = {
  readonly article: Article
  readonly index: DocumentIndex
  readonly threads: readonly ThreadView[]
  /** In the order of their numbers. */
  readonly claims: readonly ClaimView[]
  readonly slots: readonly SlotState[]
  readonly conflicts: readonly Conflict[]
  /** The last of each kind and audience. */
  readonly exportChecks: readonly ExportCheck[]
  /** Who is at the desk; null where it is asked for nobody in particular. */
  readonly actor: Actor | null
  readonly people: readonly Person[]
  readonly textHash: string
  readonly book: RuleBook
}

/** A blocker, or null where nothing of its kind stands in the way. */
export type FindBlocker = (input: BlockerInput) => Blocker | null

export function initialsIn(people: readonly Person[]): (id: string) => string {
  const byId = new Map(people.map((person) => [person.id as string, person.initials]))
  return (id) => byId.get(id) ?? '?'
}
