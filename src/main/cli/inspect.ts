import { basename } from 'node:path'
import { Node } from 'prosemirror-model'
import { indexDocument } from '../../shared/document/index/document-index.ts'
import { paragraphTexts, project } from '../../shared/document/projection.ts'
import { schema } from '../../shared/document/schema.ts'
import type { ImportedDraft } from '../../shared/model/interchange.ts'
import type { Thread } from '../../shared/model/thread.ts'
import { createWorkThread } from '../worker/client.ts'
import type { WorkThread } from '../worker/client.ts'
import { readInput } from './convert.ts'
import { describePackage, isPackage } from './package-file.ts'

const DEADLINE_MS = 10_000

/** Prints one JSON line a file: what Stet reads in it. Exit code: 0 when all could be read, 1 when one was refused. */
export async function runInspect(files: readonly string[]): Promise<number> {
  const thread = createWorkThread({ deadline: DEADLINE_MS })
  let exitCode = 0
  for (const file of files) {
    const line = await inspectFile(file, thread)
    if (!line.ok) exitCode = 1
    process.stdout.write(`${JSON.stringify(line)}\n`)
  }
  await thread.close()
  return exitCode
}

async function inspectFile(file: string, thread: WorkThread) {
  const bytes = await readInput(file)
  if (!bytes.ok) return { file, ok: false, ...bytes.error } as const
  if (isPackage(file, bytes.value)) {
    const read = await thread.ask('read-package', { name: basename(file), bytes: bytes.value })
    if (!read.ok) return { file, ok: false, ...read.error } as const
    return { file, ok: true, ...describePackage(read.value) } as const
  }
  const draft = await thread.ask('import', { name: basename(file), bytes: bytes.value, outside: {} })
  if (!draft.ok) return { file, ok: false, ...draft.error } as const
  return { file, ok: true, ...describeDraft(draft.value) } as const
}

/** The words of an imported draft, as `stet inspect` prints them. */
export function describeDraft(draft: ImportedDraft) {
  const doc = Node.fromJSON(schema, draft.doc)
  const index = indexDocument(doc)
  const entries = new Map(index.changes.map((entry) => [entry.id, entry]))
  const names = new Map(draft.people.map((person) => [String(person.id), person.name]))
  return {
    words: index.words,
    text: {
      original: paragraphTexts(project(doc, 'original')),
      final: paragraphTexts(project(doc, 'final')),
    },
    changes: draft.changes.map((change) => {
      const entry = entries.get(change.id)
      const text = entry ? entry.inserted + entry.deleted || entry.description : ''
      return { kind: change.kind, author: names.get(change.authorId) ?? '', date: change.dateRaw ?? '', text }
    }),
    threads: draft.threads.map((thread) => describeThread(thread, names)),
    warnings: draft.warnings,
  }
}

function describeThread(thread: Thread, names: ReadonlyMap<string, string>) {
  const [first, ...replies] = thread.messages.map((message) => ({
    author: names.get(message.authorId) ?? '',
    date: message.dateRaw ?? '',
    text: message.text,
  }))
  return { ...first, resolved: thread.resolvedAt !== null, quote: thread.quote, replies }
}
