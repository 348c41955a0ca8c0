import type { Reply } from '../model/reply.ts'
import { KEPT, LATEST, SET, mergeRow, valueOf } from './merge-row.ts'
import type { RowMerging, RowRules } from './merge-row.ts'

export const REPLY_RULES: RowRules<Reply> = {
  fields: {
    id: KEPT,
    party: valueOf('party'),
    claimIds: SET,
    askedBy: valueOf('asked'),
    askedAt: valueOf('asked'),
    channel: valueOf('channel'),
    put: valueOf('put'),
    deadline: valueOf('deadline'),
    outcome: valueOf('outcome'),
    answer: valueOf('outcome'),
    answeredAt: valueOf('outcome'),
    createdBy: KEPT,
    createdAt: KEPT,
    updatedAt: LATEST,
  },
  units: {
    party: { words: 'party' },
    asked: { words: 'who asked, and when' },
    channel: { words: 'how it was put' },
    put: { words: 'what was put' },
    deadline: { words: 'deadline' },
    outcome: { words: 'answer' },
  },
}

export function mergeReply(
  replies: { readonly base: Reply | null; readonly one: Reply; readonly other: Reply },
  merging: RowMerging,
): Reply {
  const { base, one, other } = replies
  const words = `What was put to ${(base ?? one).party}`
  const at = { one: one.updatedAt, other: other.updatedAt }
  return mergeRow(REPLY_RULES, replies, { table: 'reply', id: one.id, words, at }, merging)
}
