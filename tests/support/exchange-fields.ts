import type { ReviewContent } from '../../src/shared/exchange/review-content.ts'
import { canonicalJson } from '../../src/shared/rules/canonical-json.ts'

/**
 * Every field that two desks may each set otherwise, as the conflict rows would call it and spell it; what follows by
 * itself from something else is left out.
 */
export function fieldsOf(content: ReviewContent): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  const add = (table: string, id: string, named: Readonly<Record<string, unknown>>) => {
    for (const [field, value] of Object.entries(named)) {
      fields.set(`${table} ${id} ${field}`, canonicalJson([table, id, field, value]))
    }
  }
  const { slug, due, holderId } = content.article
  add('article', content.article.id, { slug, due, holderId })
  for (const { id, level, assigneeId } of content.threads) add('thread', id, { level, assigneeId })
  for (const { id, kind, risk, paraphrase, details, commonKnowledge, sources, ...rest } of content.claims) {
    const { status, verifiedQuote, verifiedBy, verifiedAt } = rest
    add('claim', id, { kind, risk, paraphrase, commonKnowledge, 'details.note': details.note })
    // Who was first of two that say the same stands; and what follows from sources is set by nobody.
    if (!['found', 'needs-source', 'sourced', 'verified'].includes(status)) {
      add('claim', id, { status: { status, verifiedQuote, verifiedBy, verifiedAt } })
    }
    for (const { sourceId, note, stance } of sources)
      add('claim-source', `${id}/${sourceId}`, { note, stance })
  }
  for (const { id, title, grade, gradeReason, locator, onRecord, attestation } of content.sources) {
    add('source', id, { title, grade: { grade, gradeReason }, locator, onRecord, attestation })
  }
  for (const { id, put, outcome, answer, answeredAt } of content.replies) {
    add('reply', id, { put, outcome: { outcome, answer, answeredAt } })
  }
  return fields
}
