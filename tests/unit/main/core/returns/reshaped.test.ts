import type { Node } from 'prosemirror-model'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addAnchor } from '../../../../../src/shared/document/anchors.ts'
import { indexDocument } from '../../../../../src/shared/document/index/document-index.ts'
import { paragraphTexts, project } from '../../../../../src/shared/document/projection.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import type { ClaimId } from '../../../../../src/shared/model/ids.ts'
import { newId } from '../../../../../src/main/core/new-id.ts'
import { resolveDocx } from '../../../../../src/main/word/resolve-package.ts'
import { temporaryFolder } from '../../../../support/library.ts'
import { editedText, openSendingDesk, savedBy } from '../../../../support/returned-desk.ts'
import type { SendingDesk } from '../../../../support/returned-desk.ts'
import { plainParagraph, wordFile } from '../../../../support/word-file.ts'

/** What people do to a file beside typing into it: claims, comments and changes keep their words. */

const READER = 'Ada Quill'
const LINES = [
  'Harbour digging stops',
  'The harbour office said that digging would stop on Monday.',
  'Three ships wait outside, and nobody knows for how long.',
  'A spokesman had no answer to that question yesterday.',
]
const cell = (text: string) =>
  `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${plainParagraph(text)}</w:tc>`
const row = (...texts: readonly string[]) => `<w:tr>${texts.map(cell).join('')}</w:tr>`
const TABLE =
  '<w:tbl><w:tblPr><w:tblW w:w="4000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>' +
  `${row('Ship', 'Days')}${row('Marlin', 'nine')}${row('Tern', 'four')}</w:tbl>`
const BODY =
  LINES.map((line) => plainParagraph(line)).join('') + TABLE + plainParagraph('The office will speak again.')

/** Also in the cells of a table. */
function positionOf(doc: Node, words: string): number {
  let found = -1
  doc.descendants((node, at) => {
    const place = node.isTextblock ? node.textContent.indexOf(words) : -1
    if (found < 0 && place >= 0) found = at + 1 + place
  })
  if (found < 0) throw new Error(`The document does not hold “${words}”.`)
  return found
}

let folder: ReturnType<typeof temporaryFolder>
let desk: SendingDesk
const claims: Record<string, ClaimId> = {}

async function claim(words: string): Promise<void> {
  const { doc, state } = await desk.library.must('review.open', { articleId: desk.articleId })
  const id = newId() as ClaimId
  const live = schema.nodeFromJSON(doc)
  const from = positionOf(live, words)
  const steps = addAnchor(live, 'claim', id, [{ from, to: from + words.length }]).steps
  await desk.library.must('claims.create', {
    articleId: desk.articleId,
    id,
    kind: 'event',
    risk: 'low',
    paraphrase: '',
    edit: {
      baseSeq: state.seq,
      batchId: newId(),
      steps: steps.map((step) => step.toJSON() as { stepType: string }),
    },
  })
  claims[words] = id
}

beforeEach(async () => {
  folder = temporaryFolder()
  desk = await openSendingDesk(folder.path, { name: 'harbour.docx', bytes: wordFile({ body: BODY }) })
  await desk.edit((transform) => transform.insert(positionOf(transform.doc, 'Monday'), schema.text('early ')))
  await desk.edit((transform) => {
    const from = positionOf(transform.doc, 'outside, ')
    return transform.delete(from, from + 'outside, '.length)
  })
  await desk.edit((transform) => transform.insert(positionOf(transform.doc, 'nine'), schema.text('nearly ')))
  for (const words of ['Three ships wait', 'digging would stop', 'Marlin', 'no answer to that question'])
    // oxlint-disable-next-line no-await-in-loop -- one after another
    await claim(words)
  await desk.comment('nobody knows', 'Who would?')
  await desk.comment('will speak', 'When?')
})
afterEach(async () => {
  const { findings } = await desk.library.must('review.verify', { articleId: desk.articleId })
  expect(findings).toEqual([])
  await desk.close()
  folder.remove()
})

function lines(doc: Node): readonly string[] {
  return paragraphTexts(project(doc, 'final'))
}

/** The words that an anchor stands over in the final text. */
function under(doc: Node, mark: 'claim' | 'comment'): readonly string[] {
  const found = new Map<string, string>()
  doc.descendants((node) => {
    if (!node.isText || node.marks.some(({ type }) => type === schema.marks.deletion)) return
    for (const one of node.marks.filter(({ type }) => type === schema.marks[mark])) {
      const id = String(one.attrs['id'])
      found.set(id, (found.get(id) ?? '') + (node.text ?? ''))
    }
  })
  return [...found.values()].toSorted()
}

const CLAIMED = ['Marlin', 'Three ships wait', 'digging would stop', 'no answer to that question'].toSorted()
const REMARKED = ['nobody knows', 'will speak']

async function expectAnchors(): Promise<void> {
  const doc = await desk.doc()
  expect(under(doc, 'claim')).toEqual(CLAIMED)
  expect(under(doc, 'comment')).toEqual(REMARKED)
}

/** Paragraphs and tables of the file's body, as they are written. */
function blocksOf(xml: string): { readonly head: string; readonly blocks: string[]; readonly tail: string } {
  const from = xml.indexOf('<w:body>') + '<w:body>'.length
  const blocks: string[] = []
  let at = from
  for (;;) {
    const table = xml.startsWith('<w:tbl>', at)
    if (!table && !/^<w:p[ >]/.test(xml.slice(at, at + 5))) break
    const end = xml.indexOf(table ? '</w:tbl>' : '</w:p>', at) + (table ? 8 : 6)
    blocks.push(xml.slice(at, end))
    at = end
  }
  return { head: xml.slice(0, from), blocks, tail: xml.slice(at) }
}

function reordered(bytes: Uint8Array, change: (blocks: string[]) => readonly string[]): Promise<Uint8Array> {
  return editedText(bytes, (xml) => {
    const { head, blocks, tail } = blocksOf(xml)
    return head + change(blocks).join('') + tail
  })
}

describe('a copy in which', () => {
  test('everything was accepted, decides everything, and moves no anchor', async () => {
    const wanted = lines(await desk.doc())
    const sent = await desk.send()
    const accepted = await resolveDocx(sent, { side: 'accept', comments: 'keep' })
    const told = await desk.bringBack(await savedBy(accepted, READER))
    expect(told.brings).toMatchObject({ changes: 0, accepted: 3, rejected: 0, untracked: 0, comments: 0 })
    expect(lines(await desk.doc())).toEqual(wanted)
    expect(indexDocument(await desk.doc()).changes).toEqual([])
    await expectAnchors()
  })

  test('everything was rejected, decides everything, and moves no anchor', async () => {
    const wanted = paragraphTexts(project(await desk.doc(), 'original'))
    const rejected = await resolveDocx(await desk.send(), { side: 'reject', comments: 'keep' })
    const told = await desk.bringBack(await savedBy(rejected, READER))
    expect(told.brings).toMatchObject({ changes: 0, accepted: 0, rejected: 3, untracked: 0, comments: 0 })
    expect(lines(await desk.doc())).toEqual(wanted)
    await expectAnchors()
  })

  test('paragraphs stand in another order, says so and keeps what was said of them', async () => {
    const back = await reordered(await desk.send(), ([head = '', one = '', two = '', ...rest]) => [
      head,
      two,
      one,
      ...rest,
    ])
    const told = await desk.bringBack(await savedBy(back, READER))
    expect(told.brings).toMatchObject({ accepted: 0, rejected: 0, comments: 0, replies: 0 })
    const [first, second] = lines(await desk.doc()).slice(1)
    expect([first, second]).toEqual([
      'Three ships wait and nobody knows for how long.',
      'The harbour office said that digging would stop on early Monday.',
    ])
    await expectAnchors()
  })

  test('a table got rows, one of them in its midst, has them, and the others are the same', async () => {
    const back = await editedText(await desk.send(), (xml) => {
      const added = xml.replace(/(<w:tr(?: [^>]*)?>(?:(?!<\/w:tr>).)*Marlin)/s, `${row('Heron', 'two')}$1`)
      return added.replace('</w:tbl>', `${row('Teal', 'one')}</w:tbl>`)
    })
    const told = await desk.bringBack(await savedBy(back, READER))
    expect(told.brings).toMatchObject({ accepted: 0, rejected: 0, comments: 0 })
    expect(told.brings.untracked).toBe(told.brings.changes)
    const doc = await desk.doc()
    expect(lines(doc).slice(4, -1)).toEqual([
      'Ship',
      'Days',
      'Heron',
      'two',
      'Marlin',
      'nearly nine',
      'Tern',
      'four',
      'Teal',
      'one',
    ])
    expect(project(doc, 'original').child(4).childCount).toBe(3)
    await expectAnchors()
  })

  test('a row was taken out of a table, says so and keeps the others', async () => {
    const back = await editedText(await desk.send(), (xml) =>
      xml.replace(/<w:tr(?: [^>]*)?>(?:(?!<\/w:tr>).)*Ship<(?:(?!<\/w:tr>).)*<\/w:tr>/s, ''),
    )
    await desk.bringBack(await savedBy(back, READER))
    expect(lines(await desk.doc()).slice(4, -1)).toEqual(['Marlin', 'nearly nine', 'Tern', 'four'])
    await expectAnchors()
  })
})

test('a clean copy that was edited without tracking brings the edits, and keeps what was said', async () => {
  const sent = await desk.send('docx-clean')
  const back = await editedText(sent, (xml) =>
    xml
      .replace('no answer', 'no good answer')
      .replace('Three ships', 'Three big ships')
      .replace('speak', 'talk'),
  )
  const told = await desk.bringBack(await savedBy(back, READER))
  expect(told.brings).toMatchObject({ changes: 3, untracked: 3, accepted: 0, rejected: 0 })
  expect(lines(await desk.doc()).join(' ')).toMatch(/Three big ships wait.*no good answer.*will talk again/)
  const open = indexDocument(await desk.doc()).changes.map(({ inserted, deleted }) => inserted || deleted)
  for (const words of ['early ', 'outside, ', 'nearly ']) expect(open).toContain(words)
})
