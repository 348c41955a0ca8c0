import { z } from 'zod'

/** One thing that the check of a record found, in words that name it. */
export const finding = z.object({
  part: z.enum(['log', 'signatures', 'text', 'versions', 'rows', 'seals']),
  words: z.string(),
})
export type Finding = z.infer<typeof finding>

/** What the check of the record of one article found. */
export const verified = z.object({
  ok: z.boolean(),
  events: z.number().int(),
  signOffs: z.number().int(),
  /** How many rows were held against their seals. */
  rows: z.number().int(),
  /** Log and signatures first, then the text, versions and rows; in each the earliest first. */
  findings: z.array(finding).readonly(),
})
export type Verified = z.infer<typeof verified>
