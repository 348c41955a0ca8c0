import type { Conflict, ConflictChoice } from '../model/conflict.ts'
import type { PersonId } from '../model/ids.ts'
import { CLAIM_RULES, DETAILS_RULES, LINK_RULES } from './claim-rules.ts'
import { ARTICLE_RULES } from './merge-article.ts'
import { REPLY_RULES } from './merge-replies.ts'
import { ANCHOR_RULES, anchorKeyOf } from './merge-rows.ts'
import { fieldsOfUnit, writeUnit } from './merge-row.ts'
import type { RowRules } from './merge-row.ts'
import { SOURCE_RULES } from './merge-sources.ts'
import { THREAD_RULES } from './merge-threads.ts'
import type { ReviewContent } from './review-content.ts'

/** The row with what was chosen, or as it is where the field is not known. */
function withChoice<Row extends object>(row: Row, rules: RowRules<Row>, field: string, value: unknown): Row {
  const names = fieldsOfUnit(rules.fields, field)
  return names === null ? row : { ...row, ...writeUnit(value, names) }
}

function inRow<Row extends object>(
  rows: readonly Row[],
  isIt: (row: Row) => boolean,
  change: (row: Row) => Row,
): readonly Row[] {
  return rows.map((row) => (isIt(row) ? change(row) : row))
}

const DETAILS = 'details.'

function chosenIn(content: ReviewContent, { what }: Conflict, value: unknown): Partial<ReviewContent> {
  const { table, id, field } = what
  const isIt = (row: { readonly id: string }) => row.id === id
  switch (table) {
    case 'article':
      return { article: withChoice(content.article, ARTICLE_RULES, field, value) }
    case 'claim':
      return {
        claims: inRow(content.claims, isIt, (claim) =>
          field.startsWith(DETAILS)
            ? {
                ...claim,
                details: withChoice(claim.details, DETAILS_RULES, field.slice(DETAILS.length), value),
              }
            : withChoice(claim, CLAIM_RULES, field, value),
        ),
      }
    case 'claim-source': {
      const [claimId, sourceId] = id.split('/')
      return {
        claims: inRow(
          content.claims,
          (claim) => claim.id === claimId,
          (claim) => ({
            ...claim,
            sources: inRow(
              claim.sources,
              (link) => link.sourceId === sourceId,
              (link) => withChoice(link, LINK_RULES, field, value),
            ),
          }),
        ),
      }
    }
    case 'source':
      return { sources: inRow(content.sources, isIt, (row) => withChoice(row, SOURCE_RULES, field, value)) }
    case 'thread':
      return { threads: inRow(content.threads, isIt, (row) => withChoice(row, THREAD_RULES, field, value)) }
    case 'reply':
      return { replies: inRow(content.replies, isIt, (row) => withChoice(row, REPLY_RULES, field, value)) }
    case 'anchor':
      return {
        anchors: inRow(
          content.anchors,
          (row) => anchorKeyOf(row) === id,
          (row) => withChoice(row, ANCHOR_RULES, field, value),
        ),
      }
    case 'text':
    case 'custody':
      return {}
  }
}

/**
 * The content with one side of a conflict chosen, and who chose. What a conflict is about in the text is settled by
 * deciding on its changes, and the right to edit by whoever keeps it: of these only the choice is noted.
 */
export function settleConflict(
  content: ReviewContent,
  conflict: Conflict,
  choice: ConflictChoice,
  hand: { readonly personId: PersonId; readonly at: number },
): ReviewContent {
  const settled = { settledBy: hand.personId, settledAt: hand.at, choice }
  return {
    ...content,
    ...chosenIn(content, conflict, conflict[choice].value),
    conflicts: content.conflicts.map((row) => (row.id === conflict.id ? { ...row, ...settled } : row)),
  }
}
