import type { ExportedFile, ExportRequest, WorkOutcome } from '../../../shared/model/interchange.ts'
import { findWordFault } from '../../word/lint/check-file.ts'
import { failed } from './words.ts'

/** The warning of a file that could not be written into the one that the review began with. */
export const OWN_FILE = 'own-file'

type MakeWord = (request: ExportRequest) => Promise<WorkOutcome<ExportedFile>>

/**
 * A file that cannot be written into the one that the review began with is written as one of its own: it says the same
 * and lacks what was only kept, of which the editor is told.
 */
export async function offerWord(request: ExportRequest, make: MakeWord): Promise<WorkOutcome<ExportedFile>> {
  const outcome = await fitForWord(request, await make(request))
  const { original, ...alone } = request
  if (outcome.ok || !original) return outcome
  const own = await fitForWord(alone, await make(alone))
  if (!own.ok) return outcome
  const message =
    `The text could not be written into “${original.name}”: the file made of both failed its own check. This file ` +
    'holds the same text, changes and comments, and not the layout of that one.'
  return { ok: true, value: { ...own.value, warnings: [...own.value.warnings, { code: OWN_FILE, message }] } }
}

/** No Word file is offered that Word would repair or refuse; what a file came in with it may go out with. */
async function fitForWord(
  { original, returned = [] }: ExportRequest,
  outcome: WorkOutcome<ExportedFile>,
): Promise<WorkOutcome<ExportedFile>> {
  if (!outcome.ok) return outcome
  const sources = [...(original ? [original] : []), ...returned].map((file) => file.bytes)
  const fault = await findWordFault(outcome.value.bytes, sources)
  return fault === null ? outcome : failed(`Word would not open it as it is, because ${fault}`)
}
