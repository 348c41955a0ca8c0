import { Node } from 'prosemirror-model'
import { project } from '../../../shared/document/projection.ts'
import { schema } from '../../../shared/document/schema.ts'
import type { ImportedDraft, ImportRequest, WorkOutcome } from '../../../shared/model/interchange.ts'
import type { Warning } from '../../../shared/model/review.ts'
import { readSource } from '../../import/docx/source.ts'
import { arrangeDraft } from '../../import/draft.ts'
import { importDraft } from '../../import/index.ts'
import { Refusal, unreadable } from '../../opc/refusal.ts'
import { writePackage } from '../../opc/write.ts'
import type { WordContent } from './content.ts'
import { resolveDocx } from '../../word/resolve-package.ts'
import { patchWord } from './patch/patch.ts'
import { writeDocx } from './write.ts'

export type ConvertRequest = Pick<ImportRequest, 'name' | 'bytes'> & {
  readonly changes: 'keep' | 'accept' | 'reject'
}
export type ConvertedFile = { readonly bytes: Uint8Array; readonly warnings: readonly Warning[] }

/**
 * Reads a draft and writes it as .docx. The bytes depend on the file and on `changes` alone. A Word file is written
 * into again: what the draft does not hold stands in it as it stood.
 */
export async function convertDocx(request: ConvertRequest): Promise<WorkOutcome<ConvertedFile>> {
  if (!/\.(docx|dotx|docm|dotm)$/i.test(request.name)) return convertDraft(request)
  try {
    return { ok: true, value: await convertWord(request) }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: { code: error.code, message: error.message } }
    throw error
  }
}

async function convertWord({ bytes, changes }: ConvertRequest): Promise<ConvertedFile> {
  if (bytes.length === 0) throw unreadable('The file is empty.')
  const source = await readSource(bytes, {})
  const { result } = source
  if (result.blocks.length === 0) throw unreadable('There is no text in this file.')
  const { warnings } = arrangeDraft(result)
  const draft = { ...result, doc: source.doc.toJSON() as unknown }
  const written = writePackage(patchWord(contentOf(draft, 'keep'), source).list())
  if (changes === 'keep') return { bytes: written, warnings }
  return { bytes: await resolveDocx(written, { side: changes, comments: 'keep' }), warnings }
}

async function convertDraft(request: ConvertRequest): Promise<WorkOutcome<ConvertedFile>> {
  let count = 0
  const newId = (): string => `c${(count += 1)}`
  const draft = await importDraft(
    { name: request.name, bytes: request.bytes, outside: {} },
    { now: 0, newId },
  )
  if (!draft.ok) return draft
  const bytes = writeDocx(contentOf(draft.value, request.changes))
  return { ok: true, value: { bytes, warnings: draft.value.warnings } }
}

function contentOf(draft: ImportedDraft, changes: ConvertRequest['changes']): WordContent {
  const redline = Node.fromJSON(schema, draft.doc)
  const doc = changes === 'keep' ? redline : project(redline, changes === 'accept' ? 'final' : 'original')
  return {
    doc,
    threads: draft.threads,
    images: draft.images ?? new Map(),
    changes: new Map(draft.changes.map((change) => [change.id, change])),
    people: new Map(draft.people.map((person) => [person.id, person])),
    title: doc.firstChild?.textContent ?? '',
    textHash: '',
    writtenAt: null,
    utcOffset: 0,
    keepTracking: false,
  }
}
