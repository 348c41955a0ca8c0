import type { PdfValue } from '../../../src/main/pdf/objects.ts'
import { isDictionary, isReference } from '../../../src/main/pdf/objects.ts'
import { annotationsOf } from './book.ts'
import type { Annotation, Book } from './book.ts'
import { entry, follow, list, nameOf, textOf } from './read.ts'
import { wrong } from './rule.ts'
import type { Rule } from './rule.ts'
import { leadsNowhere } from './targets.ts'

/** Of a signature that shows nothing: its field has no size, and no rule asks for its looks or its place. */
function isUnseen(book: Book, { kind, entries }: Annotation): boolean {
  const [left, bottom, right, top] = rectOf(book, entries)
  return kind === 'Widget' && left === right && bottom === top
}

function rectOf({ file }: Book, entries: PdfValue): readonly number[] {
  return list(file, entry(file, entries, 'Rect')).map((one) => Number(follow(file, one)))
}

/** All but signatures that show nothing. */
export const seen = (book: Book) => annotationsOf(book).filter((one) => !isUnseen(book, one))
const kindsIn =
  (...kinds: readonly string[]) =>
  (one: Annotation) =>
    kinds.includes(one.kind)

/** Flags of ISO 32000-1, table 165. */
const [INVISIBLE, HIDDEN, PRINT, NO_ZOOM, NO_ROTATE, NO_VIEW, TOGGLE_NO_VIEW] = [1, 2, 4, 8, 16, 32, 256]
const NEVER = INVISIBLE | HIDDEN | NO_VIEW | TOGGLE_NO_VIEW

function flagsAreWrong({ file }: Book, { entries, kind }: Annotation): boolean {
  const flags = entry(file, entries, 'F')
  if (typeof flags !== 'number' || (flags & PRINT) === 0 || (flags & NEVER) !== 0) return true
  return kind === 'Text' && (flags & (NO_ZOOM | NO_ROTATE)) !== (NO_ZOOM | NO_ROTATE)
}

function looksAreWrong(book: Book, { entries, kind }: Annotation): boolean {
  if (kind === 'Link' || kind === 'Popup') return false
  const looks = entry(book.file, entries, 'AP')
  if (!isDictionary(looks)) return true
  const normal = looks.entries.get('N')
  if ([...looks.entries.keys()].join() !== 'N' || !isReference(normal)) return true
  const form = follow(book.file, normal)
  const box = list(book.file, entry(book.file, form, 'BBox'))
  return (
    !book.file.streams.has(normal.number) ||
    nameOf(entry(book.file, form, 'Subtype')) !== 'Form' ||
    box.length !== 4
  )
}

/** A link that a line was broken behind has no width there, and harms nobody. */
function isOffThePage(book: Book, one: Annotation & { readonly page: { readonly entries: PdfValue } }) {
  const [left = 0, bottom = 0, right = 0, top = 0] = rectOf(book, one.entries)
  const sheet = list(book.file, entry(book.file, one.page.entries, 'MediaBox')).map(Number)
  const [, , width = 0, height = 0] = sheet
  return !(
    left <= right &&
    bottom <= top &&
    left >= -1 &&
    bottom >= -1 &&
    right <= width + 1 &&
    top <= height + 1
  )
}

export const ANNOTATION_RULES: readonly Rule[] = [
  {
    name: 'tab order',
    clause: 'PDF/UA-1, 7.18.3',
    faults: (book) =>
      wrong(
        book.pages.filter(({ annotations }) => annotations.length > 0),
        ({ entries }) => nameOf(entry(book.file, entries, 'Tabs')) !== 'S',
        ({ at }) => `Page ${at} does not go through its annotations in the order of its structure.`,
      ),
  },
  {
    name: 'once',
    clause: 'ISO 32000-1, 12.5.2',
    faults: (book) => {
      const known = new Set<number>()
      return wrong(
        annotationsOf(book),
        ({ number }) => number !== 0 && known.size === known.add(number).size,
        (one) => `${one.where} stands in more than one place.`,
      )
    },
  },
  {
    name: 'own page',
    clause: 'ISO 32000-1, table 164',
    faults: (book) =>
      wrong(
        annotationsOf(book),
        ({ entries, page }) => {
          const on = entries.entries.get('P')
          return isReference(on) && on.number !== page.number
        },
        (one) => `${one.where} says that it is on another page.`,
      ),
  },
  {
    name: 'on the sheet',
    clause: 'ISO 32000-1, table 164',
    faults: (book) =>
      wrong(
        seen(book),
        (one) => isOffThePage(book, one),
        (one) => `${one.where} is not on the sheet.`,
      ),
  },
  {
    name: 'kinds',
    clause: 'PDF/A-3, 6.3.1',
    faults: (book) =>
      wrong(
        annotationsOf(book),
        (one) => !kindsIn('Link', 'Highlight', 'Text', 'Popup', 'Widget')(one),
        (one) => `${one.where} is of a kind that is not ours.`,
      ),
  },
  {
    name: 'words',
    clause: 'PDF/UA-1, 7.18.1 and 7.18.5',
    faults: (book) =>
      wrong(
        seen(book).filter(kindsIn('Link', 'Highlight', 'Text')),
        ({ entries }) => textOf(entry(book.file, entries, 'Contents')).trim() === '',
        (one) => `${one.where} does not say in words what it is.`,
      ),
  },
  {
    name: 'flags',
    clause: 'PDF/A-3, 6.3.2',
    faults: (book) =>
      wrong(
        seen(book),
        (one) => flagsAreWrong(book, one),
        (one) => `${one.where} is not always shown and printed.`,
      ),
  },
  {
    name: 'looks',
    clause: 'PDF/A-3, 6.3.3',
    faults: (book) =>
      wrong(
        seen(book),
        (one) => looksAreWrong(book, one),
        (one) => `${one.where} does not say how it looks.`,
      ),
  },
  {
    name: 'lines',
    clause: 'ISO 32000-1, table 179',
    faults: (book) =>
      wrong(
        seen(book).filter(kindsIn('Highlight')),
        ({ entries }) => {
          const corners = list(book.file, entry(book.file, entries, 'QuadPoints'))
          return corners.length === 0 || corners.length % 8 !== 0
        },
        (one) => `${one.where} lies on no lines.`,
      ),
  },
  {
    name: 'answers',
    clause: 'ISO 32000-1, table 170',
    faults: (book) =>
      wrong(
        annotationsOf(book).filter(({ entries }) => entries.entries.has('IRT')),
        ({ entries, page }) => {
          const to = entries.entries.get('IRT')
          return !isReference(to) || !page.annotations.some(({ number }) => number === to.number)
        },
        (one) => `${one.where} answers what is not on its page.`,
      ),
  },
  {
    name: 'targets',
    clause: 'ISO 32000-1, 12.3.2',
    faults: (book) =>
      wrong(
        annotationsOf(book).filter(kindsIn('Link')),
        (one) => leadsNowhere(book, one),
        (one) => `${one.where} leads nowhere.`,
      ),
  },
]
