import { Transform } from 'prosemirror-transform'
import type { Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { readSource } from '../../../../../src/main/import/docx/source.ts'
import { contentOfSource, patched } from '../../../../support/patched-word.ts'
import { plainParagraph, wordFile } from '../../../../support/word-file.ts'

/** A cell over the first two rows of three. */
const cell = (text: string, merge = ''): string =>
  `<w:tc><w:tcPr>${merge}</w:tcPr>${plainParagraph(text)}</w:tc>`
const TABLE =
  `<w:tbl><w:tr>${cell('Port', '<w:vMerge w:val="restart"/>')}${cell('North')}</w:tr>` +
  `<w:tr>${cell('', '<w:vMerge/>')}${cell('South')}</w:tr><w:tr>${cell('Lock')}${cell('East')}</w:tr></w:tbl>`

/** The cells of each row of the first table, by their words and how far they reach down. */
function cellsIn(doc: Node): unknown {
  const table = doc.children.find((block) => block.type.name === 'table')
  return table?.children.map((row) => row.children.map((one) => [one.textContent, one.attrs['rowspan']]))
}

async function afterDeletion(rows: Readonly<Record<number, string>>): Promise<Node> {
  const source = await readSource(
    wordFile({ body: plainParagraph('Head') + TABLE + plainParagraph('End') }),
    {},
  )
  const transform = new Transform(source.doc)
  let index = -1
  source.doc.descendants((node, position) => {
    if (node.type.name !== 'row') return true
    index += 1
    const id = rows[index]
    if (id !== undefined) {
      transform.setNodeAttribute(position, 'tracking', { deletion: { id, author: 'A' } })
    }
    return false
  })
  const changes = new Map(
    Object.values(rows).map((id) => [id, { authorId: 'A', at: Number(id.slice(1)) * 1000, dateRaw: null }]),
  )
  const content = { ...contentOfSource(source), doc: transform.doc, changes }
  return (await patched(content, source)).read.doc
}

describe('a cell that spans rows', () => {
  test('still does where its rows are deleted together', async () => {
    expect(cellsIn(await afterDeletion({ 0: 'c1', 1: 'c1' }))).toEqual([
      [
        ['Port', 2],
        ['North', 1],
      ],
      [['South', 1]],
      [
        ['Lock', 1],
        ['East', 1],
      ],
    ])
  })

  test('ends above a row that may go without the one above it', async () => {
    expect(cellsIn(await afterDeletion({ 1: 'c1' }))).toEqual([
      [
        ['Port', 1],
        ['North', 1],
      ],
      [
        ['', 1],
        ['South', 1],
      ],
      [
        ['Lock', 1],
        ['East', 1],
      ],
    ])
  })
})
