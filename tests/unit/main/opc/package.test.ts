import { crc32 } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readPackage } from '../../../../src/main/opc/read.ts'
import { writePackage } from '../../../../src/main/opc/write.ts'
import { createXmlBudget, parseXml } from '../../../../src/main/opc/xml.ts'
import { XML_ATTRIBUTE, XML_DEPTH, ZIP_ENTRIES } from '../../../../src/main/opc/limits.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const part = (name: string, text = 'x') => ({ name, data: bytes(text) })

async function reason(file: Uint8Array): Promise<string> {
  return readPackage(file).then(
    () => 'taken',
    (error: Error) => error.message,
  )
}

describe('a package', () => {
  test('comes back as it was written, content types first', async () => {
    const file = writePackage([
      part('word/document.xml', 'é'.repeat(1000)),
      part('[Content_Types].xml'),
      part('a.xml'),
    ])
    const pack = await readPackage(file)
    expect(pack.names).toEqual(['[Content_Types].xml', 'a.xml', 'word/document.xml'])
    expect(new TextDecoder().decode(pack.get('WORD/Document.xml'))).toBe('é'.repeat(1000))
  })

  test.each([
    ['../evil.txt', /leads outside/],
    ['/evil.txt', /leads outside/],
    ['word\\evil.txt', /leads outside/],
    ['c:/evil.txt', /leads outside/],
    ['word/./evil.txt', /leads outside/],
    ['e\u0301vil.txt', /not allowed/],
  ])('with a part named %s is refused', async (name, message) => {
    expect(await reason(writePackage([part(name)]))).toMatch(message)
  })

  test('with two names that differ in case only is refused', async () => {
    expect(await reason(writePackage([part('a.xml'), part('A.xml')]))).toMatch(/two parts of the same name/)
  })

  test('with too many parts is refused', async () => {
    const many = Array.from({ length: ZIP_ENTRIES + 1 }, (_, index) => part(`p${index}`))
    expect(await reason(writePackage(many))).toMatch(/more than 2048 parts/)
  })

  test('that grows more than 200 times is refused before it is unpacked', async () => {
    const bomb = writePackage([{ name: 'bomb', data: new Uint8Array(8 * 1024 * 1024) }])
    expect(await reason(bomb)).toMatch(/grows too large/)
  })

  test('with a wrong checksum, or cut short, is refused', async () => {
    const file = writePackage([part('a.xml', 'some text')])
    const at = Buffer.from(file).indexOf(Buffer.from(new Uint32Array([crc32('some text')]).buffer))
    const wrong = file.slice()
    const second = Buffer.from(wrong).lastIndexOf(Buffer.from(wrong.subarray(at, at + 4)))
    wrong[second] = (wrong[second] ?? 0) ^ 1
    expect(await reason(wrong)).toMatch(/damaged/)
    expect(await reason(file.subarray(0, file.length - 30))).toMatch(/damaged/)
  })
})

describe('XML', () => {
  const read = (text: string) => {
    try {
      return parseXml(bytes(text), { budget: createXmlBudget() })
    } catch (error) {
      return (error as Error).message
    }
  }

  test('has one prefix for a namespace, whatever the file calls it', () => {
    const root = read(
      '<x:p xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main" x:id="1"><x:t>a&amp;b</x:t></x:p>',
    )
    expect(root).toMatchObject({
      name: 'w:p',
      attributes: new Map([['w:id', '1']]),
      children: [{ name: 'w:t', attributes: new Map(), children: ['a&b'] }],
    })
  })

  test.each([
    ['a document type', '<!DOCTYPE p [<!ENTITY a "b">]><p>&a;</p>', /document type declaration/],
    ['mismatched tags', '<a><b></a></b>', /not well-formed/],
    ['an unknown entity', '<a>&who;</a>', /not well-formed/],
    ['two attributes of one name', '<a b="1" b="2"/>', /not well-formed/],
    ['nothing', '', /not well-formed|empty/],
    ['too much depth', '<a>'.repeat(XML_DEPTH + 1), /nested too deeply/],
    ['an endless attribute', `<a b="${'x'.repeat(XML_ATTRIBUTE + 1)}"/>`, /attribute that is too long/],
  ])('with %s is refused', (_what, text, message) => {
    expect(read(text)).toMatch(message)
  })
})
