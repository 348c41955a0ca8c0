import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { convertDocx } from '../../../../../src/main/export/docx/convert.ts'
import { patchWord } from '../../../../../src/main/export/docx/patch/patch.ts'
import { readSource } from '../../../../../src/main/import/docx/source.ts'
import type { WordSource } from '../../../../../src/main/import/docx/source-types.ts'
import { readPackage } from '../../../../../src/main/opc/read.ts'
import { writePackage } from '../../../../../src/main/opc/write.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { Transform } from 'prosemirror-transform'
import {
  contentOfSource,
  editedText,
  patched,
  saidIn,
  withComment,
  withText,
} from '../../../../support/patched-word.ts'
import { FILES } from '../../../../support/patched-files.ts'
import { randomTypedEdit } from '../../../../support/random-edits.ts'
import { rangeThread } from '../../../../support/word-content.ts'
import { plainParagraph, wordFile } from '../../../../support/word-file.ts'

async function partsOf(bytes: Uint8Array): Promise<Readonly<Record<string, string>>> {
  const pack = await readPackage(bytes)
  const text = (name: string) => Buffer.from(pack.get(name) ?? []).toString('latin1')
  return Object.fromEntries(pack.names.map((name) => [name, text(name)]))
}

/** The main part after the first paragraph with these words got more of them at its end. */
async function typedAfter(bytes: Uint8Array, words: string): Promise<string> {
  const source = await readSource(bytes, {})
  return mainOf(source, typed(source, words))
}

function typed(source: WordSource, words: string) {
  const transform = new Transform(source.doc)
  let done = false
  source.doc.descendants((node, position) => {
    if (done || !node.isTextblock || !node.textContent.includes(words)) return
    done = true
    transform.insert(position + 1 + node.content.size, schema.text(' indeed'))
  })
  expect(done).toBe(true)
  return { ...contentOfSource(source), doc: transform.doc }
}

function mainOf(source: WordSource, content: ReturnType<typeof contentOfSource>): string {
  return patchWord(content, source).text(source.pack.mainName) ?? ''
}

describe.each(Object.entries(FILES))('a file with %s', (_, bytes) => {
  test('comes back byte for byte in every part when nothing was edited', async () => {
    const made = await convertDocx({ name: 'a.docx', bytes, changes: 'keep' })
    expect(made.ok && (await partsOf(made.value.bytes))).toEqual(await partsOf(bytes))
  })

  test('says after random edits what the review says', async () => {
    const source = await readSource(bytes, {})
    await fc.assert(
      fc.asyncProperty(
        fc.array(randomTypedEdit, { minLength: 1, maxLength: 4 }),
        fc.nat(1000),
        async (edits, at) => {
          const edited = withText(contentOfSource(source), editedText(source.doc, edits))
          const content = withComment(edited, at, ['Is this so?', 'It is.'])
          const { read } = await patched(content, source)
          expect(saidIn(read)).toEqual(saidIn(content))
        },
      ),
      { numRuns: 12 },
    )
  })
})

describe('an edited file', () => {
  test('keeps every other paragraph as it was written', async () => {
    const first = '<w:p w:rsidR="00AA"><w:r><w:t>Harbour news</w:t></w:r></w:p>'
    const last = `<w:p w14:paraId="00000009"><w:proofErr w:type="spellStart"/><w:r w:rsidRPr="00BB"><w:t>Untouched</w:t></w:r></w:p>`
    const main = await typedAfter(wordFile({ body: first + plainParagraph('A basin') + last }), 'basin')
    expect(main).toContain(first)
    expect(main).toContain(last)
    expect(main).toContain('indeed')
  })

  test('keeps a content control around what was edited in it, and drops one that lost all of it', async () => {
    const control = (text: string) =>
      `<w:sdt><w:sdtPr><w:tag w:val="${text}"/></w:sdtPr><w:sdtContent>${plainParagraph(text)}</w:sdtContent></w:sdt>`
    const bytes = wordFile({ body: plainParagraph('Head') + control('kept') + control('gone') })
    const source = await readSource(bytes, {})
    const content = typed(source, 'kept')
    const [head, kept] = content.doc.children
    const shorter = schema.nodes.doc.create(
      null,
      [head, kept].flatMap((node) => node ?? []),
    )
    const main = mainOf(source, { ...content, doc: shorter })
    expect(main).toMatch(
      /<w:sdt><w:sdtPr><w:tag w:val="kept"\/><\/w:sdtPr><w:sdtContent><w:p>.*indeed.*<\/w:p><\/w:sdtContent><\/w:sdt>/,
    )
    expect(main).not.toContain('gone')
    expect(main.match(/<w:sdt>/g)).toHaveLength(1)
  })

  test('declares what it writes where the file calls Word by another name', async () => {
    const body = plainParagraph('Head') + plainParagraph('A basin')
    const plain = wordFile({ body })
    const pack = await readPackage(plain)
    const text = new TextDecoder().decode(pack.get('word/document.xml'))
    const renamed = text
      .replaceAll('xmlns:w=', 'xmlns:ns0=')
      .replaceAll(/<(\/?)w:/g, '<$1ns0:')
      .replaceAll(/ w:/g, ' ns0:')
    const parts = pack.names.map((name) => ({
      name,
      data: name === 'word/document.xml' ? Buffer.from(renamed) : (pack.get(name) ?? new Uint8Array()),
    }))
    const source = await readSource(writePackage(parts), {})
    const content = typed(source, 'basin')
    const { read } = await patched(content, source)
    expect(read.doc.textContent).toBe('HeadA basin indeed')
  })

  test('gives a comment to a file that had none, with all of its parts, and a number above all others', async () => {
    const body =
      plainParagraph('Head') +
      `<w:p><w:bookmarkStart w:id="41" w:name="b"/><w:r><w:t>A basin</w:t></w:r><w:bookmarkEnd w:id="41"/></w:p>`
    const source = await readSource(wordFile({ body }), {})
    const content = withComment(contentOfSource(source), 1, ['Which?', 'That one.'])
    const { bytes, read } = await patched(content, source)
    expect(saidIn(read)).toEqual(saidIn(content))
    const parts = await partsOf(bytes)
    expect(
      Object.keys(parts)
        .filter((name) => /comments|people/.test(name))
        .sort(),
    ).toEqual([
      'word/comments.xml',
      'word/commentsExtended.xml',
      'word/commentsExtensible.xml',
      'word/commentsIds.xml',
      'word/people.xml',
    ])
    expect(parts['word/document.xml']).toContain('<w:commentRangeStart w:id="42"/>')
    expect(parts['[Content_Types].xml']).toContain('/word/commentsExtended.xml')
    expect(parts['word/_rels/document.xml.rels']).toContain('/word/commentsIds.xml')
  })

  test('resolves a comment of a file without a word on that, and leaves its text alone', async () => {
    const comment = `<w:comment w:id="3" w:author="Petra Sund" w:date="2026-09-14T10:00:00Z"><w:p><w:r><w:t>Why?</w:t></w:r></w:p></w:comment>`
    const place = `<w:p><w:commentRangeStart w:id="3"/><w:r><w:t>A basin</w:t></w:r><w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r></w:p>`
    const source = await readSource(
      wordFile({ body: plainParagraph('Head') + place, sides: { comments: ['w:comments', comment] } }),
      {},
    )
    const content = contentOfSource(source)
    const done = { ...content, threads: content.threads.map((thread) => ({ ...thread, resolvedAt: 1 })) }
    const { bytes, read } = await patched(done, source)
    expect(read.threads.map((thread) => thread.resolvedAt !== null)).toEqual([true])
    expect((await partsOf(bytes))['word/document.xml']).toBe(source.text)
  })

  test('loses the comments that the review has no more, and every mark of them', async () => {
    const comment = `<w:comment w:id="3" w:author="Petra Sund"><w:p><w:r><w:t>Why?</w:t></w:r></w:p></w:comment>`
    const body = `${plainParagraph('Head')}<w:commentRangeStart w:id="3"/>${plainParagraph('A basin')}<w:commentRangeEnd w:id="3"/><w:p><w:r><w:commentReference w:id="3"/></w:r></w:p>`
    const source = await readSource(wordFile({ body, sides: { comments: ['w:comments', comment] } }), {})
    const { bytes } = await patched({ ...contentOfSource(source), threads: [] }, source)
    const parts = await partsOf(bytes)
    expect(parts['word/comments.xml']).toBeUndefined()
    expect(parts['word/document.xml']).not.toContain('comment')
    expect(parts['word/_rels/document.xml.rels']).not.toContain('comments')
  })

  test('puts a comment on the article as a whole at its beginning', async () => {
    const source = await readSource(
      wordFile({ body: plainParagraph('Head') + plainParagraph('A basin') }),
      {},
    )
    const thread = { ...rangeThread('t', ['All of it?']), target: { kind: 'article' } as const }
    const content = { ...contentOfSource(source), threads: [thread] }
    const main = mainOf(source, content)
    expect(main).toMatch(/<w:body><w:p><w:commentRangeStart w:id="1"\/><w:commentRangeEnd w:id="1"\/>/)
  })

  test('is Transitional as a whole once anything of a Strict one is edited', async () => {
    const bytes = wordFile({ body: plainParagraph('Head') + plainParagraph('A basin') })
    const pack = await readPackage(bytes)
    const strict = pack.names.map((name) => {
      const text = new TextDecoder().decode(pack.get(name))
      const own = text
        .replaceAll(
          'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
          'http://purl.oclc.org/ooxml/wordprocessingml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        )
      return { name, data: Buffer.from(own) }
    })
    const source = await readSource(writePackage(strict), {})
    const { bytes: written, read } = await patched(typed(source, 'basin'), source)
    expect(read.doc.textContent).toContain('indeed')
    expect(JSON.stringify(await partsOf(written))).not.toContain('purl.oclc.org')
  })
})
