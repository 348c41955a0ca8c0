import type { Node } from 'prosemirror-model'
import type { ImportedDraft } from '../../../shared/model/interchange.ts'
import type { Thread } from '../../../shared/model/thread.ts'
import { readDocx } from '../../import/docx/index.ts'
import { assembleDoc } from '../../import/draft.ts'
import { Refusal } from '../../opc/refusal.ts'
import { signerOf } from './content.ts'
import type { WordContent } from './content.ts'
import { writtenDates } from './dates.ts'
import type { Sign } from './signature.ts'

/** A file of ours, read by our own reader as it stands, without the adjustments of an import. */
export type ReadBack = Pick<ImportedDraft, 'changes' | 'threads' | 'people'> & { readonly doc: Node }

export async function readBack(bytes: Uint8Array): Promise<ReadBack> {
  let count = 0
  const newId = (): string => `r${(count += 1)}`
  const read = await readDocx({ name: 'copy.docx', bytes, outside: {} }, { now: 0, newId })
  return { doc: assembleDoc(read.blocks), ...read }
}

/** The same for a file whose fitness is in question; `fault` says in words why it cannot be read. */
export async function tryReadBack(
  bytes: Uint8Array,
): Promise<{ readonly ok: true; readonly value: ReadBack } | { readonly ok: false; readonly fault: string }> {
  try {
    return { ok: true, value: await readBack(bytes) }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, fault: `it could not be read back (${error.message})` }
    throw error
  }
}

/** How changes of the content sign: the name and the date that are written. */
export function signWritten(content: WordContent): Sign {
  return (changeId, authorId) => {
    const facts = content.changes.get(changeId) ?? { at: null, dateRaw: null }
    const { date } = writtenDates(facts, content.utcOffset)
    return `${signerOf(content, authorId).name} ${date ?? ''}`
  }
}

export function signRead(read: ReadBack): Sign {
  const names = new Map(read.people.map((person) => [String(person.id), person.name]))
  const dates = new Map(read.changes.map((change) => [change.id, change.dateRaw]))
  return (changeId, authorId) => `${names.get(authorId) ?? ''} ${dates.get(changeId) ?? ''}`
}

/** Threads as comparable words: who, when, what, replies, resolved; in a fixed order. */
export function threadWords(
  threads: readonly Thread[],
  sign: (message: Thread['messages'][number]) => string,
): readonly string[] {
  return threads
    .map((thread) => {
      const messages = thread.messages.map((message) => [sign(message), message.text])
      return JSON.stringify([thread.resolvedAt !== null, messages])
    })
    .sort()
}
