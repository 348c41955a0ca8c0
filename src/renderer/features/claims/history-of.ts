import type { ClaimView, ReviewState } from '../../../shared/model/review.ts'
import { listed } from '../../../shared/rules/words.ts'

/** One thing that somebody did about a claim; `what` goes on from the name. */
export type HistoryLine = { readonly at: number; readonly by: string; readonly what: string }

/** What the records of a claim say of who did what, the latest first. */
export function historyOf(
  claim: ClaimView,
  { waivers, replies, threads }: Pick<ReviewState, 'waivers' | 'replies' | 'threads'>,
): readonly HistoryLine[] {
  const lines: HistoryLine[] = [{ at: claim.createdAt, by: claim.createdBy, what: 'marked it.' }]
  if (claim.verifiedAt !== null && claim.verifiedBy !== null) {
    lines.push({
      at: claim.verifiedAt,
      by: claim.verifiedBy,
      what: `verified “${claim.verifiedQuote ?? ''}”.`,
    })
  }
  if (claim.commonKnowledge !== null) {
    const { at, by } = claim.commonKnowledge
    lines.push({ at, by, what: 'took it for common knowledge.' })
  }
  for (const waiver of waivers.filter(({ claimId }) => claimId === claim.id)) {
    const rules = listed(waiver.rules)
    lines.push({ at: waiver.at, by: waiver.grantedBy, what: `waived ${rules}: ${waiver.reason}` })
    if (waiver.endedAt !== null && waiver.endedBy !== null) {
      lines.push({ at: waiver.endedAt, by: waiver.endedBy, what: `ended the waiver of ${rules}.` })
    }
  }
  for (const reply of replies.filter(({ claimIds }) => claimIds.includes(claim.id))) {
    lines.push({ at: reply.askedAt, by: reply.askedBy, what: `put it to ${reply.party}.` })
  }
  for (const { target, messages } of threads) {
    const [first] = messages
    if (target.kind === 'claim' && target.claimId === claim.id && first !== undefined) {
      lines.push({ at: first.at, by: first.authorId, what: 'commented on it.' })
    }
  }
  return lines.sort((a, b) => b.at - a.at)
}
