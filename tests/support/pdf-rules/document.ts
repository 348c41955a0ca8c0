import type { PdfDictionary, PdfValue } from '../../../src/main/pdf/objects.ts'
import { isDictionary, isReference } from '../../../src/main/pdf/objects.ts'
import type { Book } from './book.ts'
import { entry, follow, list, nameOf, textOf, unpacked } from './read.ts'
import type { Finished } from './read.ts'
import { wrong } from './rule.ts'
import type { Rule } from './rule.ts'

/** What a file says of itself, and what it may not hold anywhere. */

function metadataOf({ file, catalog }: Book): string {
  const metadata = catalog?.entries.get('Metadata')
  const number = isReference(metadata) ? metadata.number : -1
  const [entries, bytes] = [file.objects.get(number), file.streams.get(number)]
  // Whoever looks for it must find it without unpacking anything (ISO 19005-3, 6.6.2.1).
  return isDictionary(entries) && bytes && !entries.entries.has('Filter')
    ? Buffer.from(bytes).toString('utf8')
    : ''
}

const CLAIMS = [
  '<pdfaid:part>3</pdfaid:part>',
  '<pdfaid:conformance>A</pdfaid:conformance>',
  '<pdfuaid:part>1</pdfuaid:part>',
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>',
  '<dc:title>',
] as const

/** Every dictionary of the file, however deep, with the number of the object that it stands in. */
function* dictionariesOf(file: Finished): Generator<readonly [number, PdfDictionary]> {
  for (const [number, value] of file.objects) {
    const open: PdfValue[] = [value]
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      if (Array.isArray(one)) open.push(...one)
      else if (isDictionary(one)) {
        yield [number, one]
        open.push(...one.entries.values())
      }
    }
  }
}

/** Actions that nothing archived may hold (ISO 19005-3, 6.5.1). */
const ACTIONS = new Set(
  'Launch Sound Movie ResetForm ImportData Hide SetOCGState Rendition Trans GoTo3DView JavaScript SetState NOP'.split(
    ' ',
  ),
)
const ACTIVE_KEYS = [
  'JS',
  'AA',
  'OpenAction',
  'XFA',
  'JavaScript',
  'AlternatePresentations',
  'PresSteps',
  'Requirements',
]
const OUTSIDE_KEYS = ['FFilter', 'FDecodeParms']

function isActive(file: Finished, one: PdfDictionary): boolean {
  return ACTIVE_KEYS.some((key) => one.entries.has(key)) || ACTIONS.has(nameOf(entry(file, one, 'S')))
}

function intentIsWrong({ file }: Book, intent: PdfValue): boolean {
  const owner = follow(file, intent)
  const profile = isDictionary(owner) ? owner.entries.get('DestOutputProfile') : null
  if (nameOf(entry(file, intent, 'S')) !== 'GTS_PDFA1' || !isReference(profile)) return true
  const bytes = file.streams.get(profile.number)
  const entries = file.objects.get(profile.number)
  if (!bytes || !isDictionary(entries)) return true
  const icc = unpacked(entries, bytes).toString('latin1')
  return icc.slice(36, 40) !== 'acsp' || icc.slice(16, 20) !== 'RGB ' || entry(file, entries, 'N') !== 3
}

export const DOCUMENT_RULES: readonly Rule[] = [
  {
    name: 'what it is',
    clause: 'PDF/A-3, 6.6.4, and PDF/UA-1, 5',
    faults: (book) => {
      const said = metadataOf(book)
      return wrong(
        CLAIMS,
        (claim) => !said.includes(claim),
        (claim) => `The metadata does not say ${claim}.`,
      )
    },
  },
  {
    name: 'title',
    clause: 'PDF/UA-1, 7.1',
    faults: ({ file, catalog }) =>
      entry(file, entry(file, catalog, 'ViewerPreferences'), 'DisplayDocTitle') === true
        ? []
        : ['The title is not shown in the bar of the window.'],
  },
  {
    name: 'marked',
    clause: 'PDF/UA-1, 7.1, and PDF/A-3, 6.7.2',
    faults: ({ file, catalog }) => {
      const said = entry(file, catalog, 'MarkInfo')
      const isMarked = entry(file, said, 'Marked') === true && entry(file, said, 'Suspects') !== true
      return isMarked ? [] : ['The file does not say that all of it is marked.']
    },
  },
  {
    name: 'colours',
    clause: 'PDF/A-3, 6.2.3',
    faults: (book) => {
      const intents = list(book.file, entry(book.file, book.catalog, 'OutputIntents'))
      return intents.length === 1 && !intents.some((one) => intentIsWrong(book, one))
        ? []
        : ['The file does not say what its colours mean.']
    },
  },
  {
    name: 'open to all',
    clause: 'PDF/A-3, 6.1.3',
    faults: ({ file: { trailer } }) => [
      ...(trailer.entries.has('Encrypt') ? ['The file is locked.'] : []),
      ...(Array.isArray(trailer.entries.get('ID')) ? [] : ['The file has no identifier.']),
    ],
  },
  {
    name: 'nothing active',
    clause: 'PDF/A-3, 6.5 and 6.6.1',
    faults: ({ file }) =>
      wrong(
        [...dictionariesOf(file)],
        ([, one]) => isActive(file, one),
        ([number]) => `Object ${number} does something by itself.`,
      ),
  },
  {
    name: 'nothing outside',
    clause: 'PDF/A-3, 6.1.7',
    faults: ({ file }) =>
      wrong(
        [...file.streams.keys()],
        (number) => {
          const one = file.objects.get(number)
          return (
            isDictionary(one) && (one.entries.has('F') || OUTSIDE_KEYS.some((key) => one.entries.has(key)))
          )
        },
        (number) => `The stream ${number} lies in another file.`,
      ),
  },
  {
    name: 'packing',
    clause: 'PDF/A-3, 6.1.7.2',
    faults: ({ file }) =>
      wrong(
        [...file.streams.keys()],
        (number) =>
          list(file, entry(file, file.objects.get(number), 'Filter')).some((one) =>
            ['LZWDecode', 'Crypt'].includes(nameOf(one)),
          ),
        (number) => `The stream ${number} is packed in a way that is not allowed.`,
      ),
  },
  {
    name: 'its data',
    clause: 'PDF/A-3, 6.8',
    faults: ({ file, catalog }) => {
      const named = list(file, entry(file, catalog, 'AF'))
      const files = list(
        file,
        entry(file, entry(file, entry(file, catalog, 'Names'), 'EmbeddedFiles'), 'Names'),
      )
      const listed = files.filter((_, index) => index % 2 === 1)
      if (listed.length === 0) return ['The file carries no data.']
      return listed.flatMap((one) => {
        const said = (key: string): PdfValue => entry(file, one, key)
        const embedded = entry(file, said('EF'), 'F')
        const faults = {
          'has no name': textOf(said('F')) === '' || textOf(said('UF')) === '',
          'does not say what it is to the file': nameOf(said('AFRelationship')) === '',
          'does not say of what type it is': !/^[\w.+-]+\/[\w.+-]+$/.test(
            nameOf(entry(file, embedded, 'Subtype')),
          ),
          'does not say when it was changed': !/^D:\d{14}/.test(
            textOf(entry(file, entry(file, embedded, 'Params'), 'ModDate')),
          ),
          'is not named as data of the file': !named.some(
            (other) => isReference(other) && isReference(one) && other.number === one.number,
          ),
        }
        return Object.entries(faults).flatMap(([fault, isSo]) =>
          isSo ? [`The file within the file ${fault}.`] : [],
        )
      })
    },
  },
]
