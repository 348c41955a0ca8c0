import type { Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { writeDocx } from '../../../../../src/main/export/docx/write.ts'
import { readPackage } from '../../../../../src/main/opc/read.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { deletedAs, insertedAs, cell, row, table } from '../../../../support/article.ts'
import { document, p, trackedEditor } from '../../../../support/document.ts'
import { INES, TOBIAS, wordContent } from '../../../../support/word-content.ts'

/** The hard cases of change tracking that go out in a Word file: which elements they are, and in which order. */

/** The tags of the document by their names alone, and its words. */
async function bodyOf(doc: Node): Promise<string> {
  const pack = await readPackage(writeDocx(wordContent(doc)))
  const bytes = pack.get('word/document.xml')
  return new TextDecoder().decode(bytes).replaceAll(/<(\/?[\w:]+)[^>]*?(\/?)>/gu, '<$1$2>')
}

function redline(
  start: Node,
  ...edits: readonly Parameters<ReturnType<typeof trackedEditor>['edit']>[]
): Node {
  const editor = trackedEditor(start)
  for (const edit of edits) editor.edit(...edit)
  return editor.doc()
}

const order = (text: string, ...parts: readonly string[]) => parts.map((part) => text.indexOf(part))
const ascending = (places: readonly number[]) => places.every((at, index) => at > (places[index - 1] ?? -1))

describe('text', () => {
  test('a deletion within an insertion of somebody else is w:del within w:ins', async () => {
    const doc = redline(
      document('ad'),
      [INES, (tr) => tr.insert(2, schema.text('bc'))],
      [TOBIAS, (tr) => tr.delete(2, 4)],
    )
    expect(await bodyOf(doc)).toMatch(
      /<w:ins><w:del><w:r>.*<w:delText>bc<\/w:delText><\/w:r><\/w:del><\/w:ins>/u,
    )
  })

  test('what is typed inside deleted text is w:del, w:ins, w:del', async () => {
    const doc = redline(
      document('abcd'),
      [INES, (tr) => tr.delete(1, 5)],
      [TOBIAS, (tr) => tr.insert(3, schema.text('x'))],
    )
    const names = [...(await bodyOf(doc)).matchAll(/<w:(ins|del)>/gu)].map(([, name]) => name)
    expect(names).toEqual(['del', 'ins', 'del'])
  })

  test('a change of format is the last of the run’s properties', async () => {
    const doc = redline(document('ab'), [INES, (tr) => tr.addMark(1, 3, schema.mark('strong'))])
    expect(await bodyOf(doc)).toMatch(/<w:rPr><w:b\/>.*<w:rPrChange>.*<\/w:rPrChange><\/w:rPr>/u)
  })
})

describe('paragraphs', () => {
  test('an inserted or a deleted ¶ stands first in the properties of the ¶', async () => {
    const doc = redline(document('ab', 'cd', 'ef'), [INES, (tr) => tr.join(8)], [TOBIAS, (tr) => tr.split(2)])
    const body = await bodyOf(doc)
    expect(body).toContain('<w:rPr><w:ins/>')
    expect(body).toContain('<w:rPr><w:del/>')
  })

  test('a change of style is the last of the paragraph’s properties', async () => {
    const doc = redline(document('ab'), [INES, (tr) => tr.setNodeAttribute(0, 'style', 'quote')])
    expect(await bodyOf(doc)).toMatch(/<w:pPr><w:pStyle\/>.*<w:pPrChange>.*<\/w:pPrChange><\/w:pPr>/u)
  })

  test('a list is a change of the paragraph with its numbering', async () => {
    const list = { kind: 'bullet', level: 1 }
    const doc = redline(document('ab'), [INES, (tr) => tr.setNodeAttribute(0, 'list', list)])
    const places = order(await bodyOf(doc), '<w:numPr>', '<w:pPrChange>')
    expect(ascending(places)).toBe(true)
  })

  test('a move is w:moveFrom and w:moveTo, with their ranges', async () => {
    const doc = redline(document('one', 'two', 'three'), [
      INES,
      (tr) => tr.insert(10, p('one')).delete(0, 5),
      true,
    ])
    const body = await bodyOf(doc)
    const names = [
      'moveFromRangeStart',
      'moveFrom>',
      'moveFromRangeEnd',
      'moveToRangeStart',
      'moveTo>',
      'moveToRangeEnd',
    ]
    expect(order(body, ...names).every((at) => at >= 0)).toBe(true)
    expect(body).not.toMatch(/<w:(ins|del)>/u)
  })
})

describe('tables', () => {
  test('a row that is inserted or deleted is so in its properties', async () => {
    const body = await bodyOf(
      document(table(row(insertedAs('i'), 'a'), row(deletedAs('d'), 'b'), row(null, 'c')), 'after'),
    )
    expect(body).toMatch(/<w:trPr>.*?<w:ins\/><\/w:trPr>/u)
    expect(body).toMatch(/<w:trPr>.*?<w:del\/><\/w:trPr>/u)
  })

  test('a column that is inserted or deleted is so in each of its cells', async () => {
    const body = await bodyOf(
      document(table(row(null, cell(insertedAs('i'), 'a'), cell(deletedAs('d'), 'b'), 'c')), 'after'),
    )
    expect(body).toMatch(/<w:tcPr>.*?<w:cellIns\/>/u)
    expect(body).toMatch(/<w:tcPr>.*?<w:cellDel\/>/u)
  })
})
