import { describe, expect, test } from 'vitest'
import { readPackage } from '../../../../src/main/opc/read.ts'
import { writePackage } from '../../../../src/main/opc/write.ts'
import { resolveDocx } from '../../../../src/main/word/resolve-package.ts'
import { scrubDocx } from '../../../../src/main/word/scrub.ts'
import { jpeg, png } from '../../../support/telling-pictures.ts'
import { plainParagraph, wordFile } from '../../../support/word-file.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
const NAME = 'Ines Calloway'
const SIGNED = `w:id="7" w:author="${NAME}" w:date="2026-09-14T12:00:00Z"`

/** Every part of a file as text; those of files within it, too. */
async function said(bytes: Uint8Array): Promise<string> {
  const pack = await readPackage(bytes)
  const parts = pack.names.map(async (name) => {
    const data = pack.get(name) ?? new Uint8Array()
    return `${name}\n${data[0] === 0x50 && data[1] === 0x4b ? await said(data) : new TextDecoder().decode(data)}`
  })
  return (await Promise.all(parts)).join('\n')
}

type More = { readonly type: string; readonly target: string; readonly data: string | Uint8Array }

/** A Word file with more parts that the main one names. */
async function fileWith(
  body: string,
  more: readonly More[],
  root: readonly More[] = [],
): Promise<Uint8Array> {
  const pack = await readPackage(wordFile({ body }))
  const rows = (parts: readonly More[], first: string): string =>
    parts
      .map(
        ({ type, target }, index) =>
          `<Relationship Id="${first}${index}" Type="${type}" Target="${target}"/>`,
      )
      .join('')
  const bytes = (data: string | Uint8Array): Uint8Array =>
    typeof data === 'string' ? new TextEncoder().encode(data) : data
  const kept = pack.names.map((name) => {
    const text = new TextDecoder().decode(pack.get(name))
    const added =
      name === 'word/_rels/document.xml.rels'
        ? rows(more, 'm')
        : name === '_rels/.rels'
          ? rows(root, 'p')
          : ''
    return { name, data: bytes(text.replace('</Relationships>', `${added}</Relationships>`)) }
  })
  return writePackage([
    ...kept,
    ...more.map(({ target, data }) => ({ name: `word/${target}`, data: bytes(data) })),
    ...root.map(({ target, data }) => ({ name: target, data: bytes(data) })),
  ])
}

const core = `<cp:coreProperties xmlns:cp="${PACKAGE}"><creator>${NAME}</creator></cp:coreProperties>`

describe('a Word file for readers outside tells no name', () => {
  test.each<readonly [string, string, readonly More[], readonly More[]]>([
    [
      'of tasks and whom they are given to',
      '',
      [
        {
          type: 'http://schemas.microsoft.com/office/2019/05/relationships/documenttasks',
          target: 'documenttasks/documenttasks1.xml',
          data: `<t:Tasks xmlns:t="urn:x"><t:Attribution userName="${NAME}"/></t:Tasks>`,
        },
      ],
      [],
    ],
    [
      'of whom letters are sent to',
      '',
      [{ type: `${OFFICE}/recipientData`, target: 'recipients.xml', data: `<x>${NAME}</x>` }],
      [],
    ],
    [
      'of who may edit what',
      `<w:p><w:permStart w:id="1" w:ed="${NAME}"/><w:r><w:t>x</w:t></w:r><w:permEnd w:id="1"/></w:p>`,
      [],
      [],
    ],
    [
      'of who made the file within it',
      '',
      [
        {
          type: `${OFFICE}/package`,
          target: 'embeddings/table.xlsx',
          data: writePackage([
            {
              name: '[Content_Types].xml',
              data: new TextEncoder().encode(
                '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
              ),
            },
            { name: '_rels/.rels', data: new TextEncoder().encode(`<Relationships xmlns="${PACKAGE}"/>`) },
            { name: 'docProps/core.xml', data: new TextEncoder().encode(core) },
          ]),
        },
      ],
      [],
    ],
    [
      'of who changed the file within it',
      '',
      [
        {
          type: `${OFFICE}/aFChunk`,
          target: 'chunk.docx',
          data: wordFile({ body: `<w:p><w:ins ${SIGNED}><w:r><w:t>x</w:t></w:r></w:ins></w:p>` }),
        },
      ],
      [],
    ],
    [
      'in what its pictures tell beside their pixels, whatever they are called',
      '',
      [
        { type: `${OFFICE}/image`, target: 'media/image1.jpeg', data: jpeg() },
        { type: `${OFFICE}/image`, target: 'media/image2.bin', data: png() },
      ],
      [],
    ],
    [
      'in a part that nothing names',
      '',
      [],
      [{ type: 'urn:none', target: 'left/over.xml', data: `<x>${NAME}</x>` }],
    ],
    [
      'in the label of an organisation',
      '',
      [],
      [
        {
          type: 'http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels',
          target: 'docMetadata/LabelInfo.xml',
          data: `<x>${NAME}</x>`,
        },
      ],
    ],
    [
      'in a picture of its first page',
      '',
      [],
      [
        {
          type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail',
          target: 'docProps/thumbnail.emf',
          data: NAME,
        },
      ],
    ],
  ])('%s', async (_, body, more, root) => {
    const bytes = await fileWith(plainParagraph('Words.') + body, more, root)
    const loose = root.filter(({ type }) => type === 'urn:none')
    const made = loose.length === 0 ? bytes : await withoutRow(bytes)
    expect(await said(made)).toContain(NAME)
    expect(await said(await scrubDocx(made, () => 'Editor 1'))).not.toContain(NAME)
  })
})

async function withoutRow(bytes: Uint8Array): Promise<Uint8Array> {
  const pack = await readPackage(bytes)
  return writePackage(
    pack.names.map((name) => {
      const data = pack.get(name) ?? new Uint8Array()
      if (name !== '_rels/.rels') return { name, data }
      const text = new TextDecoder().decode(data).replace(/<Relationship [^>]*urn:none[^>]*>/, '')
      return { name, data: new TextEncoder().encode(text) }
    }),
  )
}

describe('a copy of one reading keeps no word of the other', () => {
  test('in the title, the headings and the texts put into the file', async () => {
    const tell = (name: string, word: string): string =>
      `<x:p xmlns:x="urn:x"><x:${name}>${word}</x:${name}></x:p>`
    const gone = `<w:del ${SIGNED}><w:r><w:delText>dredging</w:delText></w:r></w:del>`
    const made = await fileWith(
      plainParagraph('Harbour'),
      [{ type: `${OFFICE}/aFChunk`, target: 'chunk.docx', data: wordFile({ body: `<w:p>${gone}</w:p>` }) }],
      [
        {
          type: `${PACKAGE}/metadata/core-properties`,
          target: 'docProps/core.xml',
          data: tell('title', 'dredging'),
        },
        {
          type: `${OFFICE}/extended-properties`,
          target: 'docProps/app.xml',
          data: tell('TitlesOfParts', 'dredging'),
        },
        { type: `${PACKAGE}/metadata/thumbnail`, target: 'docProps/thumbnail.emf', data: 'dredging' },
      ],
    )
    expect(await said(await resolveDocx(made, { side: 'accept', comments: 'drop' }))).not.toContain(
      'dredging',
    )
    expect(await said(await resolveDocx(made, { side: 'accept', comments: 'keep' }))).toContain('dredging')
  })
})
