import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { importDraft } from '../../../../../src/main/import/index.ts'
import {
  AUTHOR_CHARACTERS,
  CHANGES,
  COMMENTS,
  DATE_CHARACTERS,
  FILE_BYTES,
  INITIALS_CHARACTERS,
  MEGABYTE,
  MESSAGE_CHARACTERS,
  PACKAGE_BYTES,
  PART_BYTES,
  PICTURE_BYTES,
  PICTURE_PIXELS,
  RELATIONS,
  TABLE_DEPTH,
  XML_ELEMENTS,
} from '../../../../../src/main/opc/limits.ts'
import { readPackage } from '../../../../../src/main/opc/read.ts'
import { writePackage } from '../../../../../src/main/opc/write.ts'
import { createXmlBudget, parseXmlText } from '../../../../../src/main/opc/xml.ts'
import { plainParagraph, wordFile } from '../../../../support/word-file.ts'
import type { WordFileParts } from '../../../../support/word-file.ts'

/** Every limit of a Word file, met: what is over it is refused in words, or cut and said. Names and XML: `opc`. */

async function outcome(bytes: Uint8Array) {
  let count = 0
  const newId = (): string => `id${(count += 1)}`
  const draft = await importDraft({ name: 'a.docx', bytes, outside: {} }, { now: 5, newId })
  if (!draft.ok) return draft.error
  return { ...draft.value, codes: draft.value.warnings.map(({ code }) => code) }
}
const refused = async (parts: WordFileParts): Promise<unknown> => {
  const result = await outcome(wordFile(parts))
  return 'message' in result ? [result.code, result.message] : 'taken'
}
const taken = async (parts: WordFileParts) => {
  const result = await outcome(wordFile(parts))
  if ('message' in result) throw new Error(result.message)
  return result
}
const HEAD = plainParagraph('Ferry fares rise')
const inserted = (author: string, words: string): string =>
  `<w:ins w:id="1" w:author="${author}"><w:r><w:t>${words}</w:t></w:r></w:ins>`

/** Bytes that deflate to about a hundredth, which no bomb is. */
function plainBytes(length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  for (let at = 0; at < length; at += 4096) {
    bytes.set(
      createHash('sha256')
        .update(String(at))
        .digest()
        .subarray(0, length - at),
      at,
    )
  }
  return bytes
}

describe('a file', () => {
  test('of more than 50 MB is refused unread', async () => {
    const result = await outcome(new Uint8Array(FILE_BYTES + 1).fill(0x50))
    expect(result).toMatchObject({ code: 'unreadable-file' })
    const zip = Buffer.concat([Buffer.from('PK'), new Uint8Array(FILE_BYTES)])
    expect(await outcome(zip)).toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('50 MB') as string,
    })
  })

  test('with a part of more than 64 MB is refused, and so are parts of more than 256 MB together', async () => {
    const large = writePackage([{ name: 'a', data: plainBytes(PART_BYTES + MEGABYTE) }])
    await expect(readPackage(large)).rejects.toThrow(/too large/)
    const share = plainBytes(PACKAGE_BYTES / 5 + MEGABYTE)
    const many = writePackage(['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, data: share })))
    await expect(readPackage(many)).rejects.toThrow(/too large/)
  }, 60_000)

  test('with too many elements, or too much text, is refused', () => {
    const few = { elements: 3, characters: 10 }
    expect(() => parseXmlText('<a><b/><b/><b/></a>', { budget: { ...few } })).toThrow(/too many elements/)
    expect(() => parseXmlText('<a>0123456789<b>0</b></a>', { budget: { ...few } })).toThrow(/too much text/)
    expect(createXmlBudget()).toEqual({ elements: XML_ELEMENTS, characters: 20_000_000 })
  })

  test('with too many relations is refused', async () => {
    const links = Object.fromEntries(
      Array.from({ length: RELATIONS + 1 }, (_, at) => [`l${at}`, 'https://example.org']),
    )
    expect(await refused({ body: HEAD, links })).toEqual(['too-large', 'The file holds too many relations.'])
  })
})

describe('a text', () => {
  const table = (depth: number): string =>
    '<w:tbl><w:tr><w:tc>'.repeat(depth) + '<w:p/>' + '</w:tc></w:tr></w:tbl>'.repeat(depth)

  test('may hold tables within tables, sixteen deep', async () => {
    await taken({ body: HEAD + table(TABLE_DEPTH) })
    expect(await refused({ body: HEAD + table(TABLE_DEPTH + 1) })).toEqual([
      'too-large',
      'Tables are nested too deeply.',
    ])
  })

  test('with more than 200,000 changes is refused', async () => {
    // Neighbours of one author and one time are one change.
    const words = createHash('shake256', { outputLength: 200_000 }).update('words').digest('hex')
    const authors = ['Mara Oyelle', 'Dov Lassiter'] as const
    const all = Array.from({ length: CHANGES + 1 }, (_, at) =>
      inserted(authors[at % 2] ?? '', words.slice(at, at + 8)),
    )
    const body = `${HEAD}<w:p>${all.join('')}</w:p>`
    expect(await refused({ body })).toEqual(['too-large', 'The file holds too many tracked changes.'])
  }, 60_000)

  test('with more than 32,767 comments is refused', async () => {
    const rows = Array.from({ length: COMMENTS + 1 }, (_, at) => `<w:comment w:id="${at}"/>`).join('')
    const sides = { comments: ['w:comments', rows] } as const
    expect(await refused({ body: HEAD, sides })).toEqual(['too-large', 'The file holds too many comments.'])
  }, 60_000)

  test('has names, initials, dates and comments cut, and the cuts said', async () => {
    const comment =
      `<w:comment w:id="1" w:author="${'N'.repeat(AUTHOR_CHARACTERS + 5)}" w:initials="${'I'.repeat(INITIALS_CHARACTERS + 5)}"` +
      ` w:date="${'2'.repeat(DATE_CHARACTERS + 5)}">${plainParagraph('w'.repeat(MESSAGE_CHARACTERS + 5))}</w:comment>`
    const draft = await taken({ body: HEAD, sides: { comments: ['w:comments', comment] } })
    const [person] = draft.people
    const [message] = draft.threads[0]?.messages ?? []
    expect([person?.name.length, person?.initials.length]).toEqual([AUTHOR_CHARACTERS, INITIALS_CHARACTERS])
    expect([message?.dateRaw?.length, message?.text.length]).toEqual([DATE_CHARACTERS, MESSAGE_CHARACTERS])
    expect(draft.codes).toEqual(expect.arrayContaining(['author', 'date', 'comment']))
  })
})

describe('a picture', () => {
  const png = (width: number, height: number, size = 24): Buffer => {
    const bytes = Buffer.from(plainBytes(size))
    bytes.write('\u0089PNG\r\n\u001a\n', 'latin1')
    bytes.writeUInt32BE(width, 16)
    bytes.writeUInt32BE(height, 20)
    return bytes
  }
  const drawing =
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">' +
    '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="image"/></wp:inline></w:drawing></w:r>'

  test.each([
    ['of more than 20 MB', png(10, 10, PICTURE_BYTES + 1)],
    ['of more than 100 million pixels', png(10_000, PICTURE_PIXELS / 10_000 + 1)],
  ])(
    '%s is kept unseen',
    async (_what, bytes) => {
      const pack = await readPackage(
        wordFile({ body: `${HEAD}<w:p>${drawing}</w:p>`, sides: { image: ['x', ''] } }),
      )
      const parts = pack.names.map((name) => ({
        name,
        data: name === 'word/image.xml' ? bytes : (pack.get(name) ?? new Uint8Array()),
      }))
      const result = await outcome(writePackage(parts))
      if ('message' in result) throw new Error(result.message)
      expect([result.codes, result.images]).toEqual([['picture'], undefined])
    },
    30_000,
  )
})
