import { z } from 'zod'
import { changeSet } from '../model/change.ts'
import { articleId } from '../model/ids.ts'

/** Shapes that methods of several areas carry. */

export const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'Bytes are expected')

export const fileName = z
  .string()
  .min(1)
  .max(260)
  .refine(
    (name) => !/[\\/\u0000-\u001f]/.test(name) && name !== '.' && name !== '..',
    'A file name, not a path',
  )

/** One ProseMirror step as JSON; parsed against the schema when it is applied. */
const stepJson = z.looseObject({ stepType: z.string().max(40) })

/** Text edits that go with an act. `baseSeq`: the sequence number that the first step stands on. */
export const edit = z.object({
  baseSeq: z.number().int().min(0),
  /** Made by the window, one for each batch: a batch sent twice is stored once. */
  batchId: z.string().min(1).max(64),
  steps: z.array(stepJson).max(5000),
  /** Sets of changes that these steps made, or steps sent before them. */
  changeSets: z.array(changeSet).max(100).optional(),
})
export type Edit = z.infer<typeof edit>

/** Words about an unnamed source look like a name, and the person at the desk says that they name nobody. */
export const confirmedNoName = z.boolean().default(false)

export const none = z.object({})

export const ofArticle = z.object({ articleId })

export const saveOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), name: z.string() }),
  /** The window fetches it from this address of its own host, once. */
  z.object({ kind: z.literal('download'), url: z.string() }),
  z.object({ kind: z.literal('cancelled') }),
])
export type SaveOutcome = z.infer<typeof saveOutcome>
