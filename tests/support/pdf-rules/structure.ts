import { isDictionary, isReference } from '../../../src/main/pdf/objects.ts'
import type { PdfValue } from '../../../src/main/pdf/objects.ts'
import type { Book, Element } from './book.ts'
import { entry, textOf } from './read.ts'
import { wrong } from './rule.ts'
import type { Rule } from './rule.ts'

/** Standard types of ISO 32000-1, 14.8.4. */
const KINDS = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
  Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
  Figure Formula Form`.split(/\s+/),
)

/** Which parts stand in which (ISO 14289-1, 7.2): the parents of some, and the children of some. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  LI: ['L'],
  LBody: ['LI'],
  TOCI: ['TOC'],
}
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
  L: ['L', 'LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  TOC: ['TOC', 'TOCI', 'Caption'],
}

function isMisplaced({ kind, parent }: Element): boolean {
  const above = parent?.kind ?? ''
  const [parents, children] = [PARENTS[kind], CHILDREN[above]]
  return (
    (parents !== undefined && !parents.includes(above)) ||
    (children !== undefined && !children.includes(kind))
  )
}

function levelOf({ kind }: Element): number {
  return Number(/^H([1-6])$/.exec(kind)?.[1] ?? 0)
}

function languageIsWrong(value: PdfValue): boolean {
  return value !== null && !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(textOf(value))
}

const of = ({ elements }: Book, ...kinds: readonly string[]) =>
  elements.filter(({ kind }) => kinds.includes(kind))

export const STRUCTURE_RULES: readonly Rule[] = [
  {
    name: 'a tree',
    clause: 'PDF/UA-1, 7.1',
    faults: ({ elements }) =>
      elements[0]?.kind === 'Document' ? [] : ['There is no structure with a document in it.'],
  },
  {
    name: 'standard kinds',
    clause: 'PDF/UA-1, 7.1',
    faults: ({ elements }) =>
      wrong(
        elements,
        ({ kind }) => !KINDS.has(kind),
        ({ where }) => `${where} is of no standard kind.`,
      ),
  },
  {
    name: 'one parent',
    clause: 'ISO 32000-1, table 323',
    faults: ({ elements, byNumber, catalog }) => {
      const root = catalog?.entries.get('StructTreeRoot')
      return wrong(
        elements,
        (element) => {
          const said = element.entries.entries.get('P')
          const above = element.parent?.number ?? (isReference(root) ? root.number : 0)
          return !isReference(said) || said.number !== above || byNumber.get(element.number) !== element
        },
        ({ where }) => `${where} does not stand where it says, or stands in two places.`,
      )
    },
  },
  {
    name: 'parts in their wholes',
    clause: 'PDF/UA-1, 7.2',
    faults: ({ elements }) =>
      wrong(
        elements,
        isMisplaced,
        ({ where, parent }) => `${where} stands in ${parent?.where ?? 'nothing'}.`,
      ),
  },
  {
    name: 'headings',
    clause: 'PDF/UA-1, 7.4.2',
    faults: ({ elements }) => {
      const headings = elements.filter((one) => levelOf(one) > 0)
      return headings.flatMap((one, index) => {
        const before = headings[index - 1]
        if (levelOf(one) <= (before ? levelOf(before) : 0) + 1) return []
        return [`${one.where} comes after ${before?.where ?? 'nothing'} and skips a level.`]
      })
    },
  },
  {
    name: 'pictures in words',
    clause: 'PDF/UA-1, 7.3',
    faults: ({ file, ...book }) =>
      wrong(
        of({ file, ...book }, 'Figure', 'Formula'),
        ({ entries }) =>
          ['Alt', 'ActualText'].every((key) => textOf(entry(file, entries, key)).trim() === ''),
        ({ where }) => `${where} has no alternative text.`,
      ),
  },
  {
    name: 'notes',
    clause: 'PDF/UA-1, 7.9',
    faults: (book) => {
      const known = new Set<string>()
      return wrong(
        of(book, 'Note'),
        ({ entries }) => {
          const id = textOf(entry(book.file, entries, 'ID'))
          return id === '' || known.size === known.add(id).size
        },
        ({ where }) => `${where} has no name of its own.`,
      )
    },
  },
  {
    name: 'languages',
    clause: 'PDF/UA-1, 7.2',
    faults: (book) => [
      ...(textOf(entry(book.file, book.catalog, 'Lang')) === ''
        ? ['The file does not say its language.']
        : []),
      ...wrong(
        book.elements,
        ({ entries }) => isDictionary(entries) && languageIsWrong(entry(book.file, entries, 'Lang')),
        ({ where }) => `${where} names a language that is none.`,
      ),
    ],
  },
]
