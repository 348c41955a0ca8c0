import type { DocumentIndex } from '../document/index/document-index.ts'
import type { Blocker, SlotState } from '../model/approval.ts'
import type { Article } from '../model/article.ts'
import type { Person } from '../model/person.ts'
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
