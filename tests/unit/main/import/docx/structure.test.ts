import { Buffer } from 'node:buffer'
import { Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { sha256 } from '../../../../../src/main/core/hash.ts'
import { readWord } from '../../../../../src/main/import/docx/index.ts'
import { pictureKey } from '../../../../../src/main/import/docx/payloads.ts'
import { importDraft } from '../../../../../src/main/import/index.ts'
import { readPackage } from '../../../../../src/main/opc/read.ts'
import { writePackage } from '../../../../../src/main/opc/write.ts'
import { paragraphTexts, project } from '../../../../../src/shared/document/projection.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { PICTURES } from '../../../../support/word-articles.ts'
import { plainParagraph, wordFile } from '../../../../support/word-file.ts'
import type { WordFileParts } from '../../../../support/word-file.ts'

const TOOLS = { now: 5, newId: () => 'id' }

async function readBytes(bytes: Uint8Array) {
  let count = 0
  const newId = (): string => `id${(count += 1)}`
  const draft = await importDraft({ name: 'a.docx', bytes, outside: {} }, { now: 5, newId })
  if (!draft.ok) throw new Error(draft.error.message)
  const doc = Node.fromJSON(schema, draft.value.doc)
  doc.check()
  const texts = (reading: 'original' | 'final') => paragraphTexts(project(doc, reading))
  return { ...draft.value, doc, texts, codes: draft.value.warnings.map((warning) => warning.code) }
}

const read = (parts: WordFileParts) => readBytes(wordFile(parts))
const HEAD = plainParagraph('Ferry fares rise')
const END = plainParagraph('The end')
const by = 'w:id="1" w:author="Mara Oyelle" w:date="2026-09-14T14:00:00Z"'
const cell = (content: string, properties = ''): string =>
  `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${content}</w:tc>`
const row = (content: string, properties = ''): string =>
  `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${content}</w:tr>`
const table = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`
const text = (words: string): string => plainParagraph(words)
const run = (words: string, element = 'w:t'): string => `<w:r><${element}>${words}</${element}></w:r>`

describe('tables of a Word file', () => {
  test('cells that span columns and rows, and a row of headers', async () => {
    const { doc } = await read({
      body:
        HEAD +
        table(
          row(cell(text('a'), '<w:gridSpan w:val="2"/>') + cell(text('b')), '<w:tblHeader/>'),
          row(cell(text('c'), '<w:vMerge w:val="restart"/>') + cell(text('d')) + cell(text('e'))),
          row(cell('<w:p/>', '<w:vMerge/>') + cell(text('f')) + cell(text('g'))),
        ) +
        END,
    })
    const cells = doc.child(1).children.map((one) =>
      one.children.map(({ attrs, textContent }) => {
        return [textContent, attrs['colspan'], attrs['rowspan'], attrs['header']].map(String).join(' ')
      }),
    )
    expect(cells).toEqual([
      ['a 2 1 true', 'b 1 1 true'],
      ['c 1 2 false', 'd 1 1 false', 'e 1 1 false'],
      ['f 1 1 false', 'g 1 1 false'],
    ])
  })

  test('tracked rows are one change with all that stands in them; the cells of a column too', async () => {
    const inserted = (words: string): string => `<w:p><w:ins ${by}>${run(words)}</w:ins></w:p>`
    const deleted = (words: string): string => `<w:p><w:del ${by}>${run(words, 'w:delText')}</w:del></w:p>`
    const rows = await read({
      body:
        HEAD +
        table(row(cell(text('a'))), row(cell(inserted('b')) + cell(inserted('c')), `<w:ins ${by}/>`)) +
        END,
    })
    expect([rows.texts('original'), rows.texts('final')]).toEqual([
      ['Ferry fares rise', 'a', 'The end'],
      ['Ferry fares rise', 'a', 'b', 'c', 'The end'],
    ])
    expect(rows.changes.map(({ kind }) => kind)).toEqual(['cells'])
    const column = await read({
      body:
        HEAD +
        table(
          row(cell(text('a')) + cell(deleted('b'), `<w:cellDel ${by}/>`)),
          row(cell(text('c')) + cell(deleted('d'), `<w:cellDel ${by}/>`)),
        ) +
        END,
    })
    expect(column.texts('final')).toEqual(['Ferry fares rise', 'a', 'c', 'The end'])
    expect(column.changes.map(({ kind }) => kind)).toEqual(['cells'])
  })

  test('a table within a table is kept as it is, and one at the end gets a paragraph after it', async () => {
    const inner = table(row(cell(text('x')) + cell(text('y'))))
    const { doc, codes, texts } = await read({ body: HEAD + table(row(cell(inner + text('z')))) })
    expect(texts('final')).toEqual(['Ferry fares rise', '\uFFFC', 'z', ''])
    const [kept] = doc.child(1).child(0).child(0).child(0).children
    expect([kept?.attrs['kind'], kept?.attrs['text']]).toEqual(['table', 'x\ty'])
    expect(doc.children.map(({ type }) => type.name)).toEqual(['para', 'table', 'para'])
    expect(codes).toEqual([])
  })
})

describe('moves of a Word file', () => {
  const from = (name: string): string =>
    `<w:p><w:moveFromRangeStart w:id="10" w:name="${name}"/><w:moveFrom ${by}>${run('moved')}</w:moveFrom></w:p>` +
    '<w:moveFromRangeEnd w:id="10"/>'
  const to = (name: string): string =>
    `<w:p><w:moveToRangeStart w:id="11" w:name="${name}"/><w:moveTo ${by}>${run('mo')}</w:moveTo>` +
    `<w:ins w:id="4" w:author="Dov Lassiter">${run('re')}</w:ins><w:moveTo ${by}>${run('ved')}</w:moveTo></w:p>` +
    '<w:moveToRangeEnd w:id="11"/>'

  test('two sides of one name are one change, and what is typed into it belongs to it', async () => {
    const draft = await read({ body: HEAD + from('move1') + END + to('move1') })
    expect(draft.changes.map(({ kind }) => kind)).toEqual(['move', 'insertion'])
    const move = draft.changes[0]?.id
    const moves = draft.doc.child(3).children.map((node) => node.marks[0]?.attrs['move'] as unknown)
    expect(moves).toEqual([move, move, move])
  })

  test('a side without its other is a deletion or an insertion', async () => {
    const draft = await read({ body: HEAD + from('move1') + END + to('move2') })
    expect(draft.changes.map(({ kind }) => kind)).toEqual(['deletion', 'insertion', 'insertion'])
    const moves = draft.doc.child(3).children.map((node) => node.marks[0]?.attrs['move'] as unknown)
    expect(moves).toEqual([null, null, null])
  })
})

test('footnotes with tracked text, and endnotes', async () => {
  const note = (content: string): string =>
    `<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${run(' ')}${content}</w:p></w:footnote>`
  const draft = await read({
    body:
      HEAD +
      `<w:p>${run('Words')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="3"/></w:r></w:p>`,
    sides: {
      footnotes: ['w:footnotes', note(`${run('Said')}<w:ins ${by}>${run(' twice')}</w:ins>`)],
      endnotes: ['w:endnotes', `<w:endnote w:id="3">${text('At the end')}</w:endnote>`],
    },
  })
  expect(draft.texts('original')).toEqual(['Ferry fares rise', 'Words\uFFFC\uFFFC', 'Said', 'At the end'])
  expect(draft.texts('final')[2]).toBe('Said twice')
  const notes = draft.doc.child(1).children.filter((node) => node.type.name === 'footnote')
  expect(notes.map((note) => note.attrs['endnote'] as unknown)).toEqual([false, true])
  expect(draft.codes).toEqual([])
})

test('the number with which a list begins', async () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>' +
    '<w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
  const item = (id: number): string =>
    plainParagraph('item', `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`)
  const { doc } = await read({
    body: HEAD + [3, 3, 4, 4].map(item).join(''),
    sides: { numbering: ['w:numbering', numbering] },
  })
  const starts = doc.children.map(({ attrs }) => (attrs['list'] as { start?: number } | null)?.start)
  expect(starts).toEqual([undefined, undefined, undefined, 5, undefined])
})

describe('pictures of a Word file', () => {
  const drawing =
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">' +
    '<wp:extent cx="952500" cy="476250"/><wp:docPr id="1" name="p" descr="A ferry"/>' +
    '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="image"/></wp:inline></w:drawing></w:r>'

  /** A file with one part more, which the relation `image` names. */
  async function withPart(bytes: Uint8Array): Promise<Uint8Array> {
    const file = wordFile({ body: `${HEAD}<w:p>${drawing}</w:p>`, sides: { image: ['x', ''] } })
    const pack = await readPackage(file)
    const parts = pack.names.map((name) => ({
      name,
      data: name === 'word/image.xml' ? bytes : (pack.get(name) ?? new Uint8Array()),
    }))
    return writePackage(parts)
  }

  test('stand in the text by the hash of their bytes', async () => {
    const [picture] = PICTURES.values()
    const bytes = picture?.bytes ?? new Uint8Array()
    const draft = await readBytes(await withPart(bytes))
    const blob = sha256(bytes)
    expect(draft.doc.child(1).child(0).attrs).toEqual({ blob, alt: 'A ferry', width: 100, height: 50 })
    expect(draft.images?.get(blob)?.type).toBe('image/png')
    // How it is drawn is kept beside, for when its paragraph is written anew.
    const word = await readWord({ name: 'a.docx', bytes: await withPart(bytes), outside: {} }, TOOLS, null)
    const key = pictureKey({ blob, alt: 'A ferry', width: 100, height: 50 })
    expect(`<w:r>${word.payloads.get(key)?.xml ?? ''}</w:r>`).toBe(drawing)
    expect(draft.codes).toEqual([])
  })

  test('of a kind that no page shows are kept unseen, and said', async () => {
    const draft = await readBytes(await withPart(Buffer.from('not a picture')))
    expect([draft.codes, draft.images]).toEqual([['picture'], undefined])
    const { kind, text: words } = draft.doc.child(1).child(0).attrs
    expect([kind, words]).toEqual(['picture', 'A ferry'])
  })
})
