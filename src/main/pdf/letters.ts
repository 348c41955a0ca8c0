import { inflateSync } from 'node:zlib'
import { readCmap, withLetters } from './cmap.ts'
import type { PdfFile } from './file.ts'
import { isDictionary, isReference } from './objects.ts'
import type { PdfDictionary, PdfValue } from './objects.ts'
import { pagesOf } from './pages.ts'
import { NotPdf, parseDictionary } from './parse.ts'
import { scan } from './read/scan.ts'
import { textOf } from './read/text-string.ts'

/**
 * A letter under several signs (“ẹ́”, as Yoruba has it) is drawn in parts, and told whole beside them. The typesetter's
 * fonts say of its first part that it stands for all of it, wherever it is drawn, and of the others nothing: readers that
 * go by the fonts alone then find “ẹ́vẹ́ry” for “every”. Each part is given its own meaning.
 */
export function tellLetters(file: PdfFile): void {
  const fonts = new Map<number, Font>()
  const pages = pagesOf(file).map((page) => ({ page, fonts: fontsOn(file, page, fonts) }))
  if (![...fonts.values()].some(({ spoilt }) => spoilt.size > 0)) return
  for (const { page, fonts: here } of pages) {
    if ([...here.values()].some(({ spoilt }) => spoilt.size > 0)) readParts(contentOf(file, page), here)
  }
  for (const font of fonts.values()) write(file, font)
}

type Font = {
  /** Of its table of letters. */
  readonly number: number
  readonly cmap: string
  /** By code. */
  readonly known: ReadonlyMap<number, string>
  /** Codes that are said to stand for a letter with its signs. */
  readonly spoilt: ReadonlySet<number>
  /** What the codes of parts stand for. */
  readonly parts: Map<number, string>
}

/** From left to right, and each sign behind its letter: elsewhere parts come in another order. */
const IN_ORDER = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*$/u

function fontsOn(file: PdfFile, page: number, known: Map<number, Font>): ReadonlyMap<string, Font> {
  const resources = resolved(file, file.dictionary(page).entries.get('Resources'))
  const named = resolved(file, resources?.entries.get('Font'))
  const found = new Map<string, Font>()
  for (const [name, value] of named?.entries ?? []) {
    if (!isReference(value)) continue
    const font = known.get(value.number) ?? readFont(file, value.number)
    if (!font) continue
    known.set(value.number, font)
    found.set(name, font)
  }
  return found
}

function resolved(file: PdfFile, value: PdfValue | undefined): PdfDictionary | null {
  const found = isReference(value) ? file.get(value.number) : value
  return isDictionary(found) ? found : null
}

function readFont(file: PdfFile, number: number): Font | null {
  const table = file.dictionary(number).entries.get('ToUnicode')
  if (!isReference(table)) return null
  const cmap = unpacked(file, table.number)
  const known = readCmap(cmap)
  const spoilt = [...known].filter(([, letters]) => Array.from(letters).length > 1 && IN_ORDER.test(letters))
  return {
    number: table.number,
    cmap,
    known,
    spoilt: new Set(spoilt.map(([code]) => code)),
    parts: new Map(),
  }
}

function contentOf(file: PdfFile, page: number): string {
  const content = file.dictionary(page).entries.get('Contents')
  if (!isReference(content)) throw new NotPdf('A page is not drawn as expected.')
  return unpacked(file, content.number)
}

function unpacked(file: PdfFile, number: number): string {
  const { entries, bytes } = file.stream(number)
  return Buffer.from(entries.entries.has('Filter') ? inflateSync(bytes) : bytes).toString('latin1')
}

type Span = { readonly text: string; readonly codes: { readonly font: Font; readonly code: number }[] }

/** Follows what is told of letters on a page, and which codes draw them. */
function readParts(content: string, fonts: ReadonlyMap<string, Font>): void {
  if (!content.includes('/ActualText')) return
  const open: (Span | null)[] = []
  let font: Font | undefined
  let name = ''
  let properties = ''
  scan(content, {
    number: () => undefined,
    bracket: () => undefined,
    name: (value) => void (name = value),
    dictionary: (source) => void (properties = source),
    string(bytes, length) {
      const span = open.at(-1)
      if (!span || !font) return
      for (let at = 0; at + 1 < length; at += 2) {
        span.codes.push({ font, code: ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0) })
      }
    },
    operator(word) {
      if (word === 'Tf') font = fonts.get(name)
      else if (word === 'BDC' || word === 'BMC') open.push(word === 'BDC' ? spanOf(properties) : null)
      else if (word === 'EMC') conclude(open.pop() ?? null)
      if (word === 'BDC') properties = ''
    },
  })
}

function spanOf(properties: string): Span | null {
  if (!properties.includes('/ActualText')) return null
  return { text: textOf(parseDictionary(properties).entries.get('ActualText')), codes: [] }
}

/** As many codes as the letter has parts, taken apart or put together: each draws one of them. */
function conclude(span: Span | null): void {
  if (!span || !IN_ORDER.test(span.text.normalize('NFD'))) return
  const ways = [span.text.normalize('NFC'), span.text.normalize('NFD')].map((text) => Array.from(text))
  const parts = ways.find((one) => one.length === span.codes.length) ?? []
  for (const [index, part] of parts.entries()) {
    const { font, code } = span.codes[index] ?? {}
    if (font && code !== undefined && !font.parts.has(code)) font.parts.set(code, part)
  }
}

function write(file: PdfFile, { number, cmap, known, spoilt, parts }: Font): void {
  const wrong = [...parts].filter(([code]) => spoilt.has(code) || !known.has(code))
  if (wrong.length === 0) return
  const table = withLetters(cmap, new Map([...known, ...wrong]))
  file.replaceStream(number, file.stream(number).entries, Buffer.from(table, 'latin1'), true)
}
