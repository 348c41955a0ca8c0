import { Node } from 'prosemirror-model'
import { expect, test } from 'vitest'
import { importDraft } from '../../../../../src/main/import/index.ts'
import { indexDocument } from '../../../../../src/shared/document/index/document-index.ts'
import { paragraphTexts, project } from '../../../../../src/shared/document/projection.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { paragraphAttrs } from '../../../../../src/shared/document/tracking-state.ts'
import { plainParagraph, wordFile } from '../../../../support/word-file.ts'

/** The hard cases of change tracking that come in with a Word file, one test each. */

async function read(body: string): Promise<Node> {
  let count = 0
  const newId = () => `id${String((count += 1))}`
  const bytes = wordFile({ body: plainParagraph('Ferry fares rise') + body })
  const draft = await importDraft({ name: 'a.docx', bytes, outside: {} }, { now: 5, newId })
  if (!draft.ok) throw new Error(draft.error.message)
  return Node.fromJSON(schema, draft.value.doc)
}

const by = (author: string) => `w:id="1" w:author="${author}" w:date="2026-09-14T14:00:00Z"`
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const deletedRun = (text: string) => `<w:r><w:delText xml:space="preserve">${text}</w:delText></w:r>`

test('changes that clash in their ids come in under ids of their own', async () => {
  const doc = await read(
    `<w:p>${run('a')}<w:ins ${by('Mara Oyelle')}>${run('b')}</w:ins>${run('c')}` +
      `<w:ins ${by('Dov Lassiter')}>${run('d')}</w:ins></w:p>`,
  )
  const { changes } = indexDocument(doc)
  expect(changes.map(({ kind, inserted }) => `${kind} ${inserted}`)).toEqual(['insertion b', 'insertion d'])
  expect(new Set(changes.map(({ id }) => id)).size).toBe(2)
  expect(new Set(changes.map(({ author }) => author)).size).toBe(2)
})

test('a deletion inside an insertion stands inside of it, whichever of them is the outer one', async () => {
  const ins = (inner: string) => `<w:ins ${by('Mara Oyelle')}>${inner}</w:ins>`
  const del = (inner: string) => `<w:del ${by('Dov Lassiter')}>${inner}</w:del>`
  const doc = await read(
    `<w:p>${run('a')}${ins(del(deletedRun('b')))}${del(ins(deletedRun('c')))}${run('d')}</w:p>`,
  )
  expect(paragraphTexts(project(doc, 'original')).slice(1)).toEqual(['ad'])
  expect(paragraphTexts(project(doc, 'final')).slice(1)).toEqual(['ad'])
  expect(doc.lastChild?.textContent).toBe('abcd')
})

test('an insertion around a field and a link, which nobody else nests so, loses no text', async () => {
  const doc = await read(
    `<w:p>${run('a')}<w:ins ${by('Mara Oyelle')}><w:sdt><w:sdtContent><w:ins ${by('Dov Lassiter')}>${run('b')}</w:ins>` +
      `</w:sdtContent></w:sdt></w:ins>${run('c')}</w:p>`,
  )
  expect(paragraphTexts(project(doc, 'final')).slice(1)).toEqual(['abc'])
  expect(paragraphTexts(project(doc, 'original')).slice(1)).toEqual(['ac'])
})

test('one ¶ that is inserted and deleted comes in with both', async () => {
  const mark = `<w:rPr><w:ins ${by('Mara Oyelle')}/><w:del ${by('Dov Lassiter')}/></w:rPr>`
  const doc = await read(plainParagraph('One. ', mark) + plainParagraph('Two.'))
  const { insertion, deletion } = paragraphAttrs(doc.child(1)).paragraphMark ?? {}
  expect(insertion?.author).toBeDefined()
  expect(deletion?.author).toBeDefined()
  expect(insertion?.id).not.toBe(deletion?.id)
})
