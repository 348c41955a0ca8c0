import type { ImportedDraft, ImportRequest, WorkOutcome } from '../../shared/model/interchange.ts'
import { Refusal, unreadable } from '../opc/refusal.ts'
import { readDocx } from './docx/index.ts'
import { finishDraft } from './draft.ts'
import type { ImportTools, ReadResult } from './draft.ts'
import { readHtml } from './html.ts'
import { readMarkdown } from './markdown.ts'
import { readText } from './text.ts'

/** Reads a draft by the ending of its name. A file that cannot be taken is an error value with the reason in words. */
export async function importDraft(
  request: ImportRequest,
  tools: ImportTools,
): Promise<WorkOutcome<ImportedDraft>> {
  try {
    if (request.bytes.length === 0) throw unreadable('The file is empty.')
    const result = await read(request, tools)
    if (result.blocks.length === 0) throw unreadable('There is no text in this file.')
    return { ok: true, value: finishDraft(result) }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: { code: error.code, message: error.message } }
    throw error
  }
}

async function read(request: ImportRequest, tools: ImportTools): Promise<ReadResult> {
  const dot = request.name.lastIndexOf('.')
  const ending = dot < 0 ? '' : request.name.slice(dot + 1).toLowerCase()
  switch (ending) {
    case 'docx':
    case 'dotx':
    case 'docm':
    case 'dotm':
      return readDocx(request, tools)
    case 'md':
    case 'markdown':
      return readMarkdown(request.bytes)
    case 'html':
    case 'htm':
      return readHtml(request.bytes)
    case 'txt':
    case 'text':
    case '':
      return readText(request.bytes)
    default:
      throw unreadable(`Stet opens .docx, .txt, .md and .html drafts, and no .${ending} files.`)
  }
}
