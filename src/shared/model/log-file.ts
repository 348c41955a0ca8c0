import { z } from 'zod'
import { articleId, personId } from './ids.ts'

export const LOG_FORMATS = ['csv', 'json'] as const
export const logFormat = z.enum(LOG_FORMATS)
export type LogFormat = z.infer<typeof logFormat>

/** Which events of a log are wanted as a file; null for all. */
export const logWanted = z.object({
  articleId,
  format: logFormat,
  kinds: z.array(z.string().max(80)).max(200).nullable(),
  personId: personId.nullable(),
})
export type LogWanted = z.infer<typeof logWanted>
