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

/** What came in when a file became an article, or came back into one. */
export const importReport = z.object({
  /** Of the file. */
  name: z.string(),
  at: instant,
  cameIn,
  warnings: z.array(warning).readonly(),
})
export type ImportReport = z.infer<typeof importReport>
