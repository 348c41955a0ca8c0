import type { PdfDictionary, PdfValue } from '../objects.ts'
import { parseValue } from '../parse.ts'
import type { FinishedFile } from './finished-file.ts'
import { decoded } from './text-string.ts'

/** Names of the kinds of streams that are words, and not something that is drawn. */
const WORDS = /\/Type\s*\/(?:EmbeddedFile|Metadata)\b/

/**
 * Every text that a file holds beside what is drawn on its pages: of its properties, bookmarks, comments, links and
 * structure, whether anything leads to it or not, and the files in it.
 */
export function textsBeside(file: FinishedFile): readonly string[] {
  const texts: string[] = []
  const walk = (value: PdfValue): void => {
    if (typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) for (const one of value) walk(one)
    else if (value.kind === 'string') texts.push(decoded(value.bytes))
    else if (value.kind === 'dictionary') for (const one of value.entries.values()) walk(one)
  }
  for (const number of file.numbers) {
    const source = file.source(number)
    // Most of a file are objects without any words: the structure of its pages.
    if (/\(|(?<!<)<(?!<)/.test(source)) walk(parseValue(source).value)
    if (WORDS.test(source)) texts.push(file.stream({ kind: 'reference', number }).toString('utf8'))
  }
  return texts
}

/** How many comments and the like lie on pages: everything but links. */
export function countRemarks(file: FinishedFile, pages: readonly PdfDictionary[]): number {
  let count = 0
  for (const { entries } of pages) {
    const list = file.resolve(entries.get('Annots'))
    for (const one of Array.isArray(list) ? list : []) {
      const kind = file.dictionary(one).entries.get('Subtype')
      const isLink = typeof kind === 'object' && kind !== null && 'name' in kind && kind.name === 'Link'
      if (!isLink) count += 1
    }
  }
  return count
}

/** The file within the file that is its data (ISO 19005-3, 6.8), as text; null for none. Throws NotPdf. */
export function attachedIn(file: FinishedFile): string | null {
  const catalog = file.dictionary(file.trailer.entries.get('Root'))
  const list = file.resolve(catalog.entries.get('AF'))
  const [specification] = Array.isArray(list) ? list : []
  if (specification === undefined) return null
  const files = file.dictionary(file.dictionary(specification).entries.get('EF'))
  return file.stream(files.entries.get('F')).toString('utf8')
}
