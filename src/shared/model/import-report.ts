import { z } from 'zod'
import { instant } from './article.ts'
import { warning } from './review.ts'

const amount = z.number().int().min(0)

/** What of a file stands in the text now, counted; the words for it are the window's. */
export const cameIn = z.object({
  words: amount,
  paragraphs: amount,
  tables: amount,
  pictures: amount,
  /** Footnotes and endnotes. */
  notes: amount,
  /** Tracked changes as an editor counts them: a replacement is one. */
  changes: amount,
  comments: amount,
  /** Messages in comments after the first. */
  replies: amount,
  /** Constructs that are kept as they are and cannot be edited, by kind, most first. */
  kept: z.array(z.object({ kind: z.string().max(40), count: amount })).readonly(),
})
export type CameIn = z.infer<typeof cameIn>

/** What the pass of a file that comes back holds that is not here; of nothing that was here before the file was made. */
export const returned = z.object({
  changes: amount,
  comments: amount,
  /** Messages in comments that were here. */
  replies: amount,
  /** Comments that they resolved, or opened again. */
  resolved: amount,
  /** Changes of ours that they accepted or rejected. */
  accepted: amount,
  rejected: amount,
  /** Of the changes, those that were made without tracking and found by comparing. */
  untracked: amount,
})
export type Returned = z.infer<typeof returned>

/** What came in when a file became an article, or came back into one. */
export const importReport = z.object({
  /** Of the file. */
  name: z.string(),
  at: instant,
  cameIn,
  warnings: z.array(warning).readonly(),
  /** Of a file that came back; null of one that became an article. */
  brought: returned.nullable(),
})
export type ImportReport = z.infer<typeof importReport>
