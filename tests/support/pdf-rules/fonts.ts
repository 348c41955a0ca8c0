import type { PdfDictionary, PdfValue } from '../../../src/main/pdf/objects.ts'
import { isDictionary, isReference } from '../../../src/main/pdf/objects.ts'
import { entry, list, nameOf } from './read.ts'
import type { Finished } from './read.ts'
import type { Book } from './book.ts'
import { wrong } from './rule.ts'
import type { Rule } from './rule.ts'

type Font = { readonly where: string; readonly entries: PdfDictionary }

/** What letters are shown with; the fonts within those are asked through them. */
function fontsOf({ file }: Book): readonly Font[] {
  return [...file.objects].flatMap(([number, entries]) => {
    if (!isDictionary(entries) || nameOf(entry(file, entries, 'Type')) !== 'Font') return []
    if (nameOf(entry(file, entries, 'Subtype')).startsWith('CIDFont')) return []
    return [{ entries, where: `Font ${number} (${nameOf(entry(file, entries, 'BaseFont'))})` }]
  })
}

/** The font that has the outlines: itself, or the one within it. */
function outlines(file: Finished, { entries }: Font): PdfValue {
  return list(file, entries.entries.get('DescendantFonts'))[0] ?? entries
}

function streamAt(file: Finished, owner: PdfValue, keys: readonly string[]): boolean {
  if (!isDictionary(owner)) return false
  return keys.some((key) => {
    const found = owner.entries.get(key)
    return isReference(found) && file.streams.has(found.number)
  })
}

/** Drawn letter by letter within the file. */
const isDrawn = (file: Finished, { entries }: Font): boolean =>
  nameOf(entry(file, entries, 'Subtype')) === 'Type3'

export const FONT_RULES: readonly Rule[] = [
  {
    name: 'fonts within',
    clause: 'PDF/A-3, 6.2.11.4, and PDF/UA-1, 7.21.4',
    faults: (book) =>
      wrong(
        fontsOf(book).filter((font) => !isDrawn(book.file, font)),
        (font) => {
          const descriptor = entry(book.file, outlines(book.file, font), 'FontDescriptor')
          return !streamAt(book.file, descriptor, ['FontFile', 'FontFile2', 'FontFile3'])
        },
        ({ where }) => `${where} is not within the file.`,
      ),
  },
  {
    name: 'letters known',
    clause: 'PDF/A-3, 6.2.11.7, and PDF/UA-1, 7.21.7',
    faults: (book) =>
      wrong(
        fontsOf(book),
        ({ entries }) => !streamAt(book.file, entries, ['ToUnicode']),
        ({ where }) => `${where} does not say which letters it shows.`,
      ),
  },
  {
    name: 'only ours',
    clause: 'the fonts that the program brings',
    faults: (book) =>
      wrong(
        fontsOf(book).filter((font) => !isDrawn(book.file, font)),
        ({ entries }) => !/^[A-Z]{6}\+Stet/.test(nameOf(entry(book.file, entries, 'BaseFont'))),
        ({ where }) => `${where} is none of ours, or whole.`,
      ),
  },
  {
    name: 'glyphs',
    clause: 'PDF/A-3, 6.2.11.3',
    faults: (book) =>
      wrong(
        fontsOf(book).filter(({ entries }) => nameOf(entry(book.file, entries, 'Subtype')) === 'Type0'),
        (font) => {
          const within = outlines(book.file, font)
          const isTrueType = nameOf(entry(book.file, within, 'Subtype')) === 'CIDFontType2'
          return isTrueType && entry(book.file, within, 'CIDToGIDMap') === null
        },
        ({ where }) => `${where} does not say which outline belongs to which letter.`,
      ),
  },
]
