import { Node } from 'prosemirror-model'
import { readWord } from '../../src/main/import/docx/index.ts'
import { assembleDoc } from '../../src/main/import/draft.ts'
import { schema } from '../../src/shared/document/schema.ts'
import { wordFile } from './word-file.ts'
import type { WordFileParts } from './word-file.ts'

/** A Word file as the reader reads it, before it gets the head of an article. */
export async function readWordFile(parts: WordFileParts) {
  let count = 0
  const newId = (): string => `id${(count += 1)}`
  const request = { name: 'a.docx', bytes: wordFile(parts), outside: {} }
  const { result, payloads } = await readWord(request, { now: 5, newId }, null)
  const doc = Node.fromJSON(schema, assembleDoc(result.blocks).toJSON())
  doc.check()
  const xml = (key: unknown): string => payloads.get(String(key))?.xml ?? ''
  /** The pieces of the first paragraph: words, and what is kept as [kind: text]. */
  const line = (doc.firstChild?.children ?? []).map((node) =>
    node.type.name === 'preserved'
      ? `[${String(node.attrs['kind'])}: ${String(node.attrs['text'])}]`
      : (node.text ?? '|'),
  )
  return { ...result, payloads, doc, xml, line, codes: result.warnings.map(({ code }) => code) }
}
