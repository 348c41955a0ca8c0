import { Transform } from 'prosemirror-transform'
import { expect, test } from 'vitest'
import { readSource } from '../../../../../src/main/import/docx/source.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { contentOfSource, patched, saidIn } from '../../../../support/patched-word.ts'
import { plainParagraph, wordFile } from '../../../../support/word-file.ts'

/** What styles of a file give its text holds for new text only where the review says so. */

const insertion = schema.marks.insertion.create({ id: 'c', author: 'A' })
const styles: readonly [string, string] = [
  'w:styles',
  `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr></w:style>` +
    `<w:style w:type="paragraph" w:styleId="Aside"><w:name w:val="Aside"/><w:rPr><w:i/></w:rPr></w:style>`,
]

test('the line that ends a text after a table is aligned as the review has it, whatever the file says of all', async () => {
  const table = `<w:tbl><w:tr><w:tc>${plainParagraph('North')}</w:tc></w:tr></w:tbl><w:p/>`
  const source = await readSource(wordFile({ body: plainParagraph('Head') + table, sides: { styles } }), {})
  const { doc } = source
  const typed = new Transform(doc).insert(doc.content.size - 1, schema.text('End', [insertion])).doc
  expect(typed.lastChild?.attrs).toMatchObject({ align: 'start' })
  const content = { ...contentOfSource(source), doc: typed }
  const { read } = await patched(content, source)
  expect(read.doc.lastChild?.attrs).toMatchObject({ align: 'start' })
})

test('the sign of a new note is upright where the review has it so in a line of italics', async () => {
  const line = plainParagraph('The basin', '<w:pStyle w:val="Aside"/>')
  const source = await readSource(wordFile({ body: plainParagraph('Head') + line, sides: { styles } }), {})
  const note = schema.nodes.footnote.create(null, schema.nodes.para.create(null, schema.text('Records.')), [
    insertion,
  ])
  const doc = new Transform(source.doc).insert(source.doc.content.size - 1, note).doc
  const content = { ...contentOfSource(source), doc }
  const { read } = await patched(content, source)
  expect(saidIn(read).map((line) => line.replace(/by:[^,]*/g, ''))).toEqual(
    saidIn(content).map((line) => line.replace(/by:[^,]*/g, '')),
  )
})

test('what was pasted into a link that is a field is in the link only where the review has it so', async () => {
  const character = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const code = `<w:r><w:instrText xml:space="preserve"> HYPERLINK "https://example.org/a" </w:instrText></w:r>`
  const field = `${character('begin')}${code}${character('separate')}<w:r><w:t>The basin</w:t></w:r>${character('end')}`
  const body = `${plainParagraph('Head')}<w:p>${field}<w:r><w:t xml:space="preserve"> was dredged.</w:t></w:r></w:p>`
  const source = await readSource(wordFile({ body }), {})
  const doc = new Transform(source.doc).insert(
    source.doc.child(0).nodeSize + 5,
    schema.text('x', [insertion]),
  ).doc
  const content = { ...contentOfSource(source), doc }
  const { read } = await patched(content, source)
  const linked: [string, boolean][] = []
  read.doc.lastChild?.forEach((node) =>
    linked.push([node.text ?? '', schema.marks.link.isInSet(node.marks) !== undefined]),
  )
  expect(linked).toEqual([
    ['The ', true],
    ['x', false],
    ['basin', true],
    [' was dredged.', false],
  ])
})

test('the first note of a file whose part of notes is empty is in that part', async () => {
  const sides: Readonly<Record<string, readonly [string, string]>> = { footnotes: ['w:footnotes', ''] }
  const source = await readSource(
    wordFile({ body: plainParagraph('Head') + plainParagraph('The basin'), sides }),
    {},
  )
  const note = schema.nodes.footnote.create(null, schema.nodes.para.create(null, schema.text('Records.')), [
    insertion,
  ])
  const doc = new Transform(source.doc).insert(source.doc.content.size - 1, note).doc
  const { read } = await patched({ ...contentOfSource(source), doc }, source)
  expect(read.doc.lastChild?.textContent).toBe('The basinRecords.')
})
