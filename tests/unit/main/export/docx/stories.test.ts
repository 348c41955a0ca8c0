import { describe, expect, test } from 'vitest'
import { findName } from '../../../../../src/main/export/docx/find-name.ts'
import { builtOf, hasElement, textOf, textParts } from '../../../../../src/main/export/docx/leaks.ts'
import { hasTalk, storyParts } from '../../../../../src/main/export/docx/stories.ts'
import { exportReview } from '../../../../../src/main/export/index.ts'
import { readPackage } from '../../../../../src/main/opc/read.ts'
import type { Package } from '../../../../../src/main/opc/read.ts'
import { writePackage } from '../../../../../src/main/opc/write.ts'
import { exportRequest, REVIEWED } from '../../../../support/export-request.ts'
import { plainParagraph, wordFile } from '../../../../support/word-file.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const head = (words: string) => ['w:hdr', words] as const

/** A Word file whose parts lie elsewhere, under names that say nothing. */
async function renamed(bytes: Uint8Array): Promise<Uint8Array> {
  const pack = await readPackage(bytes)
  const other = (text: string) =>
    text.replaceAll('word/document.xml', 'text/a.part').replaceAll('header.xml', 'b.xml')
  return writePackage(
    pack.names.map((name) => {
      const moved = name
        .replace(/^word\/_rels\/document\.xml/, 'text/_rels/a.part')
        .replace(/^word\//, 'text/')
      const place = moved === 'text/document.xml' ? 'text/a.part' : moved.replace('header.xml', 'b.xml')
      return { name: place, data: new TextEncoder().encode(other(textOf(pack, name))) }
    }),
  )
}

const open = async (bytes: Uint8Array): Promise<Package> => readPackage(bytes)

describe('the stories of a file', () => {
  test('are found by relations, whatever they are called', async () => {
    const body = plainParagraph('Harbour')
    const bytes = await renamed(wordFile({ body, sides: { header: head(plainParagraph('Top')) } }))
    const pack = await open(bytes)
    expect(storyParts(pack)).toEqual(['text/a.part', 'text/b.xml'])
    expect(textParts(pack)).toContain('text/a.part')
    expect(builtOf(pack).join()).not.toMatch(/Harbour|Top/)
  })

  test('have marks of changes under any prefix, and no others', () => {
    expect(hasElement(`<w:p xmlns:w="${W}"><w:del/></w:p>`, 'ins|del')).toBe(true)
    expect(hasElement(`<p xmlns="${W}"><del w="1"/></p>`, 'ins|del')).toBe(true)
    expect(hasElement(`<q:p xmlns:q='${W}' xmlns:w="urn:x"><w:del/></q:p>`, 'ins|del')).toBe(false)
    expect(hasElement(`<w:p xmlns:w="${W}"><w:delText/></w:p>`, 'ins|del')).toBe(false)
  })

  test('have comments where anything leads to some', async () => {
    const body = plainParagraph('Harbour')
    expect(hasTalk(await open(wordFile({ body })))).toBe(false)
    const sides = { comments: ['w:comments', ''] as const }
    const pack = await open(wordFile({ body, sides }))
    const parts = pack.names.map((name) => ({
      name: name === 'word/comments.xml' ? 'word/c.xml' : name,
      data: new TextEncoder().encode(textOf(pack, name).replace('comments.xml', 'c.xml')),
    }))
    expect(hasTalk(await open(writePackage(parts)))).toBe(true)
  })
})

describe('a name of the desk', () => {
  const people = [{ ...exportRequest().people[0], name: "Dov O'Lassiter & Pell" }] as never
  const found = (bytes: Uint8Array) => findName(bytes, { audience: 'external', people }, REVIEWED)

  test.each([
    [
      'cut by a change of formatting',
      'Dov O</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>&apos;Lassiter &amp; Pell',
    ],
    ['spelt as XML may spell it', 'Dov O&#39;Lassiter &amp; Pell'],
  ])('in a header is found: %s', async (_, words) => {
    const header = head(`<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`)
    const bytes = wordFile({ body: plainParagraph('x'), sides: { header } })
    expect(await found(await renamed(bytes))).not.toBeNull()
  })
})

test('a clean copy of a file whose main part has another name is made, and says what is hidden in it', async () => {
  const hidden = `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Draft</w:t></w:r></w:p>`
  const bytes = await renamed(wordFile({ body: plainParagraph('Harbour'), sides: { header: head(hidden) } }))
  const made = await exportReview(
    exportRequest({ kind: 'docx-clean', original: { name: 'draft.docx', bytes } }),
  )
  if (!made.ok) throw new Error(made.error.message)
  expect(made.value.warnings.map(({ code }) => code)).toEqual(['hidden'])
})
