import { Transform } from 'prosemirror-transform'
import type { Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { exportClean, exportOriginal } from '../../../../../src/main/export/docx/clean.ts'
import { holdable } from '../../../../../src/main/export/docx/holdable.ts'
import { readSource } from '../../../../../src/main/import/docx/source.ts'
import { resolveDocx } from '../../../../../src/main/word/resolve-package.ts'
import { readPackage } from '../../../../../src/main/opc/read.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { exportRequest } from '../../../../support/export-request.ts'
import { contentOfSource, patched } from '../../../../support/patched-word.ts'
import { plainParagraph, wordFile } from '../../../../support/word-file.ts'

/** A table within a cell, and another file put in between two paragraphs. */
const row = (text: string, properties = ''): string =>
  `<w:tr>${properties}<w:tc><w:tcPr/>${plainParagraph(text)}</w:tc></w:tr>`
const INNER = `<w:tbl><w:tblPr/><w:tblGrid/>${row('Spring', '<w:trPr><w:cantSplit/></w:trPr>')}${row('Neap')}</w:tbl>`
const OUTER =
  `<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr/>${plainParagraph('Tides')}${INNER}` +
  `${plainParagraph('of the port')}</w:tc></w:tr></w:tbl>`

async function withChip(body: string, mark: 'insertion' | 'deletion') {
  const bytes = wordFile({ body: plainParagraph('Head') + body + plainParagraph('End') })
  const source = await readSource(bytes, {})
  const transform = new Transform(source.doc)
  source.doc.descendants((node, position) => {
    if (node.type !== schema.nodes.preserved) return
    transform.addNodeMark(position, schema.mark(mark, { id: 'c', author: 'A' }))
  })
  const changes = new Map([['c', { authorId: 'A', at: 1_789_387_200_000, dateRaw: null }]])
  return { bytes, source, content: { ...contentOfSource(source), doc: transform.doc, changes } }
}

function chipOf(doc: Node): { readonly node: Node; readonly parent: Node } {
  let found: { readonly node: Node; readonly parent: Node } | null = null
  doc.descendants((node, _, parent) => {
    if (node.type === schema.nodes.preserved && parent) found = { node, parent }
  })
  if (!found) throw new Error('no chip')
  return found
}

async function mainText(bytes: Uint8Array): Promise<string> {
  return new TextDecoder().decode((await readPackage(bytes)).get('word/document.xml'))
}

test.each(['insertion', 'deletion'] as const)(
  'the %s of a table within a table is one of each of its rows',
  async (mark) => {
    const { source, content } = await withChip(OUTER, mark)
    const { bytes, read } = await patched(content, source)
    const tracked = mark === 'insertion' ? 'w:ins' : 'w:del'
    expect(
      (await mainText(bytes)).match(new RegExp(`<w:trPr>(<w:cantSplit/>)?<${tracked} `, 'g')),
    ).toHaveLength(2)
    const { node, parent } = chipOf(read.doc)
    expect(node.attrs['key']).toBe(chipOf(source.doc).node.attrs['key'])
    expect(node.marks.map(({ type }) => type.name)).toEqual([mark])
    expect(Object.keys(parent.attrs['paragraphMark'] as object)).toEqual([mark])
    for (const side of ['accept', 'reject'] as const) {
      const text = await mainText(await resolveDocx(bytes, { side, comments: 'keep' }))
      const stays = (side === 'accept') === (mark === 'insertion')
      expect(text.includes('Spring')).toBe(stays)
      expect(text.includes('of the port')).toBe(true)
    }
  },
)

test('a file put into the text cannot be tracked, and the editor is told', async () => {
  const { source, content } = await withChip('<w:altChunk r:id="rId9"/>', 'deletion')
  const known = (key: string): boolean => source.payloads.has(key)
  const { doc, warnings } = holdable(content.doc, content.images, known, known)
  expect(chipOf(doc).node.marks).toEqual([])
  expect(warnings.map(({ message }) => message)).toEqual([
    '1 embedded file that came or went cannot be tracked in Word and stands there untracked.',
  ])
  const { bytes, read } = await patched(content, source)
  expect(await mainText(bytes)).toContain('<w:altChunk r:id="rId9"/>')
  expect(chipOf(read.doc).node.marks).toEqual([])
})

describe('a copy of one reading', () => {
  test.each([
    ['a table within a table', OUTER, 'Spring'],
    ['a file put into the text', '<w:altChunk r:id="rId9"/>', '<w:altChunk'],
  ])('holds %s or not, as its changes were decided', async (_, body, words) => {
    for (const mark of ['insertion', 'deletion'] as const) {
      const { bytes, content } = await withChip(body, mark)
      const request = exportRequest({ original: { name: 'tides.docx', bytes } }, content.doc)
      for (const [copy, isIn] of [
        [await exportClean(request), mark === 'insertion'],
        [await exportOriginal(request), mark === 'deletion'],
      ] as const) {
        if (!copy.ok) throw new Error(copy.error.message)
        expect((await mainText(copy.value.bytes)).includes(words)).toBe(isIn)
      }
    }
  })
})
