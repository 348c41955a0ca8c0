import { dictionary, isDictionary, isReference, name, reference } from '../../../src/main/pdf/objects.ts'
import type { PdfDictionary, PdfValue } from '../../../src/main/pdf/objects.ts'
import { annotationsOf } from './book.ts'
import type { Annotation, Book, Element } from './book.ts'
import { entry, follow, nameOf } from './read.ts'

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('What was to be spoiled is not in the file.')
  return value
}

const element = (book: Book, kind: string): Element => found(book.elements.find((one) => one.kind === kind))
const marked = (book: Book, kind: string): Annotation =>
  found(annotationsOf(book).find((one) => one.kind === kind))

function at(book: Book, owner: PdfValue | undefined, ...path: readonly string[]): PdfDictionary {
  let value = follow(book.file, owner)
  for (const key of path) value = entry(book.file, value, key)
  if (!isDictionary(value)) throw new Error(`There is no ${path.join('/')}.`)
  return value
}

export const catalog = (book: Book, ...path: readonly string[]) =>
  at(book, book.catalog ?? undefined, ...path)

export function array(owner: PdfDictionary, key: string): PdfValue[] {
  const value = owner.entries.get(key)
  if (!Array.isArray(value)) throw new Error(`${key} is no list.`)
  return value
}

/** The element that holds an annotation, by the key of the latter. */
function holder(book: Book, one: Annotation): Element {
  const to = book.parentOf.get(Number(one.entries.entries.get('StructParent')))
  return found(isReference(to) ? book.byNumber.get(to.number) : undefined)
}

/** An entry of what the first stream of this kind says of itself. */
function streamWith(book: Book, key: string): PdfDictionary {
  const [, entries] = found(
    [...book.file.objects].find(
      ([number, value]) => book.file.streams.has(number) && isDictionary(value) && value.entries.has(key),
    ),
  )
  return at(book, entries)
}

function font(book: Book): PdfDictionary {
  const [, value] = found(
    [...book.file.objects].find(([, one]) => nameOf(entry(book.file, one, 'Subtype')) === 'Type0'),
  )
  return at(book, value)
}

const embedded = (book: Book): PdfDictionary =>
  at(book, found(array(catalog(book, 'Names', 'EmbeddedFiles'), 'Names')[1]))

/** The faults smuggled in, by the rule that has to name each. */
export const SMUGGLED: Readonly<Record<string, readonly ((book: Book) => unknown)[]>> = {
  'what it is': [(book) => catalog(book).entries.delete('Metadata')],
  title: [(book) => catalog(book, 'ViewerPreferences').entries.delete('DisplayDocTitle')],
  marked: [(book) => catalog(book, 'MarkInfo').entries.set('Marked', false)],
  colours: [(book) => catalog(book).entries.delete('OutputIntents')],
  'open to all': [
    ({ file }) => file.trailer.entries.set('Encrypt', dictionary()),
    ({ file }) => file.trailer.entries.delete('ID'),
  ],
  'nothing active': [
    (book) => catalog(book).entries.set('OpenAction', dictionary({ S: name('GoTo') })),
    (book) => marked(book, 'Link').entries.entries.set('A', dictionary({ S: name('Launch') })),
    (book) => catalog(book, 'Names').entries.set('JavaScript', dictionary()),
  ],
  'nothing outside': [(book) => streamWith(book, 'Length').entries.set('F', embedded(book))],
  packing: [(book) => streamWith(book, 'Filter').entries.set('Filter', name('LZWDecode'))],
  'its data': [
    (book) => embedded(book).entries.delete('AFRelationship'),
    (book) => embedded(book).entries.delete('UF'),
    (book) => catalog(book).entries.delete('AF'),
    (book) => at(book, embedded(book), 'EF', 'F').entries.delete('Subtype'),
    (book) => at(book, embedded(book), 'EF', 'F', 'Params').entries.delete('ModDate'),
  ],
  'fonts within': [
    (book) => {
      const [within] = array(font(book), 'DescendantFonts')
      const descriptor = at(book, within, 'FontDescriptor')
      for (const key of ['FontFile2', 'FontFile3']) descriptor.entries.delete(key)
    },
  ],
  'letters known': [(book) => font(book).entries.delete('ToUnicode')],
  'only ours': [(book) => font(book).entries.set('BaseFont', name('ABCDEF+Helvetica'))],
  glyphs: [(book) => at(book, array(font(book), 'DescendantFonts')[0]).entries.delete('CIDToGIDMap')],
  'a tree': [(book) => catalog(book).entries.delete('StructTreeRoot')],
  'standard kinds': [(book) => element(book, 'P').entries.entries.set('S', name('Paragraph'))],
  'one parent': [
    (book) => element(book, 'H2').entries.entries.set('P', reference(element(book, 'Table').number)),
    (book) => {
      const kids = array(element(book, 'Document').entries, 'K')
      kids.push(reference(element(book, 'H2').number))
    },
  ],
  'parts in their wholes': [
    (book) => element(book, 'TBody').entries.entries.set('S', name('Div')),
    (book) => element(book, 'TD').entries.entries.set('S', name('P')),
  ],
  headings: [
    (book) => element(book, 'H1').entries.entries.set('S', name('H2')),
    (book) => element(book, 'H2').entries.entries.set('S', name('H5')),
  ],
  'pictures in words': [(book) => element(book, 'Figure').entries.entries.delete('Alt')],
  notes: [
    (book) => element(book, 'Note').entries.entries.delete('ID'),
    (book) => {
      for (const { kind, entries } of book.elements)
        if (kind === 'Note') entries.entries.set('ID', { kind: 'string', bytes: 'one' })
    },
  ],
  languages: [
    (book) => catalog(book).entries.delete('Lang'),
    (book) => element(book, 'P').entries.entries.set('Lang', { kind: 'string', bytes: 'in English' }),
  ],
  'table heads': [(book) => element(book, 'TH').entries.entries.delete('A')],
  'even rows': [
    (book) => {
      const row = found(book.elements.findLast(({ kind }) => kind === 'TR'))
      array(row.entries, 'K').pop()
    },
  ],
  'tab order': [
    (book) => found(book.pages.find((one) => one.annotations.length > 0)).entries.entries.delete('Tabs'),
  ],
  once: [
    (book) => {
      const list = array(found(book.pages.find((one) => one.annotations.length > 0)).entries, 'Annots')
      list.push(found(list[0]))
    },
  ],
  'own page': [
    (book) => marked(book, 'Highlight').entries.entries.set('P', reference(found(book.pages[0]).number)),
  ],
  'on the sheet': [(book) => marked(book, 'Link').entries.entries.set('Rect', [10, 10, 10, 900])],
  kinds: [(book) => marked(book, 'Link').entries.entries.set('Subtype', name('Movie'))],
  words: [
    (book) => marked(book, 'Link').entries.entries.delete('Contents'),
    (book) => marked(book, 'Highlight').entries.entries.delete('Contents'),
  ],
  flags: [
    (book) => marked(book, 'Highlight').entries.entries.delete('F'),
    (book) => marked(book, 'Link').entries.entries.set('F', 4 + 2),
    (book) => marked(book, 'Text').entries.entries.set('F', 4),
  ],
  looks: [
    (book) => marked(book, 'Highlight').entries.entries.delete('AP'),
    (book) => at(book, marked(book, 'Text').entries, 'AP').entries.set('D', null),
    (book) => at(book, marked(book, 'Text').entries, 'AP', 'N').entries.delete('BBox'),
  ],
  lines: [(book) => array(marked(book, 'Highlight').entries, 'QuadPoints').pop()],
  answers: [
    (book) => marked(book, 'Text').entries.entries.set('IRT', reference(marked(book, 'Link').number)),
  ],
  targets: [
    (book) =>
      marked(book, 'Link').entries.entries.delete('Dest') || marked(book, 'Link').entries.entries.delete('A'),
    (book) => {
      const { entries } = marked(book, 'Link').entries
      entries.delete('A')
      entries.set('Dest', [reference(element(book, 'P').number), name('Fit')])
    },
  ],
  'a key each': [
    (book) => marked(book, 'Link').entries.entries.delete('StructParent'),
    (book) => marked(book, 'Highlight').entries.entries.delete('StructParent'),
  ],
  'no key twice': [
    (book) => {
      const key = found(book.pages[0]).entries.entries.get('StructParents')
      marked(book, 'Link').entries.entries.set('StructParent', found(key))
    },
  ],
  'ascending keys': [
    (book) => {
      const numbers = array(catalog(book, 'StructTreeRoot', 'ParentTree'), 'Nums')
      numbers.push(...numbers.splice(0, 2))
    },
    (book) => {
      const numbers = array(catalog(book, 'StructTreeRoot', 'ParentTree'), 'Nums')
      numbers.push(...numbers.slice(-2))
    },
  ],
  'next key': [(book) => catalog(book, 'StructTreeRoot').entries.set('ParentTreeNextKey', 3)],
  'the way back': [
    (book) => {
      const { entries } = holder(book, marked(book, 'Link'))
      entries.entries.set('K', [])
    },
    (book) => marked(book, 'Link').entries.entries.set('StructParent', 99_999),
  ],
  'named on its page': [
    (book) => {
      const link = marked(book, 'Link')
      const other = found(
        book.pages.find(({ annotations }) => !annotations.some(({ number }) => number === link.number)),
      )
      const said = found(holder(book, link).kids.find((kid) => entry(book.file, kid, 'Obj') === link.entries))
      at(book, said).entries.set('Pg', reference(other.number))
    },
  ],
  'named once': [
    (book) => {
      const [one, other] = annotationsOf(book).filter(({ kind }) => kind === 'Highlight')
      const said = holder(book, found(one)).kids.find(isDictionary)
      array(holder(book, found(other)).entries, 'K').push(found(said))
    },
  ],
  'nothing gone': [
    (book) => {
      const page = found(
        book.pages.find(({ annotations }) => annotations.some(({ kind }) => kind === 'Highlight')),
      )
      page.entries.entries.set('Annots', [])
    },
  ],
  holders: [
    (book) => holder(book, marked(book, 'Link')).entries.entries.set('S', name('Annot')),
    (book) => holder(book, marked(book, 'Highlight')).entries.entries.set('S', name('Span')),
  ],
  contents: [
    (book) => element(book, 'H1').entries.entries.set('K', [7]),
    (book) => element(book, 'P').entries.entries.set('K', [9999]),
  ],
}
