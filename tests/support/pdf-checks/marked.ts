import type { Piece } from '../../../src/main/export/pdf/pieces.ts'
import { entry, follow, nameOf } from '../pdf-rules/read.ts'
import { isDictionary, isReference } from '../../../src/main/pdf/objects.ts'
import type { PdfValue } from '../../../src/main/pdf/objects.ts'
import type { Book, Element } from '../pdf-rules/book.ts'
import { squeezed } from '../../../src/main/export/pdf/read-back.ts'
import { openWithPdfJs } from './told.ts'
import { printedAs, RIGHT_TO_LEFT } from './words.ts'

/** Words whose structure says that a line is drawn under or through them: what tells a change to who cannot see it. */

export type Line = 'Underline' | 'LineThrough'

function linesOf({ file }: Book, { entries }: Element): readonly string[] {
  const all = entry(file, entries, 'A')
  const several = Array.isArray(all) ? all : [all]
  return several.map((one) => nameOf(entry(file, one, 'TextDecorationType')))
}

/** Where the words of an element stand, as pdf.js names the places: `p12R_mc3`. */
function placesOf({ file }: Book, { entries, kids }: Element): readonly string[] {
  const named = (page: PdfValue | undefined, id: PdfValue | undefined): readonly string[] =>
    isReference(page) && typeof id === 'number' ? [`p${page.number}R_mc${id}`] : []
  const own = entries.entries.get('Pg')
  return kids.flatMap((kid) => {
    const value = follow(file, kid)
    if (!isDictionary(value)) return named(own, value)
    if (nameOf(entry(file, value, 'Type')) !== 'MCR') return []
    return named(value.entries.get('Pg') ?? own, follow(file, value.entries.get('MCID')))
  })
}

function isInTable({ kind, parent }: Element): boolean {
  return kind === 'Table' || (parent !== null && isInTable(parent))
}

async function wordsByPlace(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const pdf = await openWithPdfJs(bytes)
  const words = new Map<string, string>()
  for (let number = 1; number <= pdf.numPages; number += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one page after another
    const page = await pdf.getPage(number)
    const open: string[] = []
    // oxlint-disable-next-line no-await-in-loop
    const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
    for (const item of items) {
      const place = open.findLast((id) => id !== '') ?? ''
      if ('str' in item) words.set(place, (words.get(place) ?? '') + item.str)
      else if (item.type === 'endMarkedContent') open.pop()
      else open.push(item.id ?? '')
    }
  }
  return words
}

/** In the order in which they are read; the register of changes is a table, and would tell of all of them again. */
export async function wordsWithLine(book: Book, bytes: Uint8Array): Promise<ReadonlyMap<Line, string>> {
  const words = await wordsByPlace(bytes)
  const lines = new Map<Element | null, readonly string[]>([[null, []]])
  const found = new Map<Line, string>([
    ['Underline', ''],
    ['LineThrough', ''],
  ])
  for (const element of book.elements) {
    const over = [...(lines.get(element.parent) ?? []), ...linesOf(book, element)]
    lines.set(element, over)
    if (isInTable(element)) continue
    const text = placesOf(book, element).map((place) => words.get(place) ?? '')
    for (const [line, before] of found) if (over.includes(line)) found.set(line, before + text.join(''))
  }
  return found
}

export type Marked = readonly [Line, string]

/** In the order of the text. */
export function markedWords(pieces: readonly Piece[]): readonly Marked[] {
  return pieces.flatMap(({ text, inserted, deleted }): readonly Marked[] => [
    ...(inserted === undefined ? [] : [['Underline', text] as const]),
    ...(deleted === undefined ? [] : [['LineThrough', text] as const]),
  ])
}

/** What is not told of, each searched behind the one before; from right to left, other programs have their own order. */
export function unfound(lines: ReadonlyMap<Line, string>, marked: readonly Marked[]): readonly Marked[] {
  const printed = printedAs(marked.map(([, text]) => text))
  const at = new Map<Line, number>()
  return marked.filter(([line, text]) => {
    if (RIGHT_TO_LEFT.test(text)) return false
    const words = printed(text)
    const found = squeezed(lines.get(line) ?? '').indexOf(words, at.get(line) ?? 0)
    at.set(line, found + words.length)
    return found < 0
  })
}
