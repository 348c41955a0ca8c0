import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deletionOf, insertionOf } from '../../src/shared/document/tracking-state.ts'
import type { ChangeRef } from '../../src/shared/document/attributes.ts'
import type { Node } from 'prosemirror-model'
import { readWord } from '../../src/main/import/docx/index.ts'
import { assembleDoc } from '../../src/main/import/draft.ts'

/** Real Word files with what other programs make of them: a folder with a `manifest.json`, which STET_WORD_CORPUS names. */
const folder = process.env['STET_WORD_CORPUS']

export type CorpusFile = {
  readonly id: string
  readonly file: string
  readonly category: string
  readonly oracles: {
    readonly xml?: string
    readonly libreoffice?: { readonly all?: string; readonly accept?: string }
    readonly pandoc?: { readonly counts?: Readonly<Record<string, number>> }
  }
}
export type CorpusComment = {
  readonly id: string
  readonly author: string
  readonly date: string | null
  readonly text: string
  readonly parent: string | null
  readonly done: boolean | null
  readonly anchor: string
}
export type CorpusChange = {
  readonly kind: string
  readonly what: string
  readonly author: string
  readonly date: string | null
  readonly text?: string
}

export function corpusFiles(category: RegExp): readonly CorpusFile[] {
  if (folder === undefined) return []
  const { files } = JSON.parse(readCorpus('manifest.json')) as { readonly files: readonly CorpusFile[] }
  return files.filter((file) => category.test(file.category))
}

export function readCorpus(name: string): string {
  return readFileSync(join(folder ?? '', name), 'utf8')
}

export async function readCorpusFile({ file }: CorpusFile) {
  let count = 0
  const newId = (): string => `id${(count += 1)}`
  const bytes = readFileSync(join(folder ?? '', file))
  const word = await readWord({ name: 'a.docx', bytes, outside: {} }, { now: 0, newId }, null)
  return { ...word, doc: assembleDoc(word.result.blocks) }
}

/** What a reader sees of a piece of a line. */
export function wordsOf(node: Node): string {
  if (node.isText) return node.text ?? ''
  return node.type.name === 'preserved' ? String(node.attrs['text']) : '\n'
}

/** Inserted, deleted and moved text by kind, author and date, without spaces. */
export function changedText(word: Awaited<ReturnType<typeof readCorpusFile>>): ReadonlyMap<string, string> {
  const names = new Map(word.result.people.map(({ id, name }) => [String(id), name]))
  const dates = new Map(word.result.changes.map(({ id, dateRaw }) => [id, dateRaw]))
  const text = new Map<string, string>()
  const add = (plain: string, moved: string, ref: ChangeRef | null, words: string): void => {
    const found = words.replace(/\s/g, '')
    if (!ref || found === '') return
    const kind = ref.move === ref.id ? moved : plain
    const key = [kind, names.get(ref.author), dates.get(ref.id)].join(' ')
    text.set(key, (text.get(key) ?? '') + found)
  }
  word.doc.descendants((node) => {
    if (!node.isInline || node.type.name === 'footnote') return
    add('ins', 'moveTo', insertionOf(node.marks), wordsOf(node))
    add('del', 'moveFrom', deletionOf(node.marks), wordsOf(node))
  })
  return text
}
