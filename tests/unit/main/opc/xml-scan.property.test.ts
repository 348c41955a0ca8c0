import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../../../src/main/opc/refusal.ts'
import { buildTree, createXmlBudget } from '../../../../src/main/opc/xml.ts'
import { readWithSaxes } from '../../../../src/main/opc/xml-saxes.ts'
import { isPlain, scanXml } from '../../../../src/main/opc/xml-scan.ts'
import { EVERY_RUN, parametersOf } from '../../../support/fuzz.ts'
import { picks } from '../../../support/package-mutations.ts'
import { spoilTree, TREE_NAMES } from '../../../support/word-fuzz/trees.ts'

type Reader = typeof scanXml

/** The tree that a reader makes of a text, or the reason why there is none. */
function read(text: string, reader: Reader): unknown {
  try {
    return buildTree(text, reader, { budget: createXmlBudget() })
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

/** What the fast reader takes on, it must read as the strict one does. */
function expectSame(text: string): void {
  if (!isPlain(text)) return
  const [fast, strict] = [read(text, scanXml), read(text, readWithSaxes)]
  expect(fast, text).toEqual(strict)
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
const SOUND =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n' +
  `<w:document xmlns:w="${W}" xmlns:s="${STRICT}" xmlns="urn:other" xmlns:x='urn:x'><w:body><w:p w:rsidR="0A" x:y='1'><w:r>` +
  '<w:rPr><w:b/><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve"> Ferry &amp; &#102;ares &lt;rise&gt; </w:t>\r\n</w:r>' +
  `<w:ins w:id="1" w:author="Dov &quot;D&quot; Lassiter" w:date="2026-01-01T00:00:00Z"><w:r><w:t>a > b</w:t></w:r></w:ins></w:p >` +
  `<inner a="1" b = "2"/><y:p xmlns:y="${W}" y:id="3\t4\n5"><y:r/></y:p><x:z/></w:body></w:document>\n`

const PIECES = [
  '<', '>', '/', '/>', '</', '="', '"', "'", '&', ';', '&amp;', '&#0;', '&#x41;', '&#xD800;', '&lt', '&nope;', ' ', '\n', '\r',
  ']]>', '=', ':', 'w:', 'xmlns:w="urn:a"', ' xmlns=""', ' xmlns:q=""', ' xmlns:xml="urn:b"', ' xmlns:xmlns="urn:c"', ' a="1"',
  ' w:a="1" s:a="2"', ' x:a="1" x:a="2"', ' w:id="1" y:id="1"', 'é', '\u00b7', '1', '-', '<q:r/>', '<r/>', '<w:p>', '</w:p>', '\u0085', '\u2028',
] // prettier-ignore

describe('the fast reader of XML', () => {
  test('reads what word processors write, as the strict one does', () => {
    expect(isPlain(SOUND)).toBe(true)
    expectSame(SOUND)
    expect(typeof read(SOUND, scanXml)).toBe('object')
  })

  test.each([
    '', ' ', '<', '<a', '<a>', '<a/>', '<a/><b/>', '<a/>x', 'x<a/>', '<a></b>', '<a></a ></a>', '< a/>', '<a/ >', '<a b/>', '<a b=1/>',
    '<a b="1"c="2"/>', '<a b="<"/>', '<a b="1" b="1"/>', '<a:b/>', '<a b:c="1"/>', '<1/>', '<a 1="2"/>', '<a:b:c/>', '<:a/>', '<a:/>',
    '<xml:a/>', '<xmlns:a/>', '<a xmlns:b="urn:b"><b:c/></a>', '<a><b xmlns:c="urn:c"/><c:d/></a>', '<a>&amp</a>', '<a>&</a>', '<a>&;</a>',
    '<a b="&#10;&#x9;"/>', '<a xmlns:b="u" xmlns:c="u" b:d="1" c:d="2"/>', '<é/>', '<a\u00b7/>', '<\u00b7a/>', '<a>\u0085</a>', '<?xml version="1.0"?><a/>',
    '<a></a', '<a b="1', '</a>', '<a/></a>', '<a xmlns="urn:a" b="1"/>', '<a\n\tb\r=\n"1"\n/>', '<a></a\n>', '<a></ a>', '<=/>', '<a =""/>', '<a>\r\r\n</a>',
  ])('agrees on %j', (text) => expectSame(text)) // prettier-ignore

  test('agrees on anything that is made of its pieces', { timeout: 120_000 }, () => {
    const cut = fc.record({
      at: fc.nat(SOUND.length),
      gone: fc.nat(12),
      piece: fc.constantFrom('', ...PIECES),
    })
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => {
        let text = SOUND
        for (const { at, gone, piece } of cuts) text = text.slice(0, at) + piece + text.slice(at + gone)
        expectSame(text)
      }),
      { ...parametersOf(EVERY_RUN), numRuns: EVERY_RUN.runs * 4 },
    )
  })

  test('agrees on trees that were spoilt', { timeout: 120_000 }, () => {
    const name = fc.constantFrom(...TREE_NAMES)
    fc.assert(
      fc.property(fc.nat(), name, (seed, spoil) => expectSame(spoilTree(SOUND, spoil, picks(seed)))),
      parametersOf(EVERY_RUN),
    )
  })

  test('leaves what is rare to the strict one', () => {
    for (const text of [
      '<!DOCTYPE a><a/>', '<a><!-- --></a>', '<a><![CDATA[x]]></a>', '<a><?x y?></a>', '<?xml version="1.1"?><a/>', '<a>\u0001</a>', '<a>\ud800</a>', ' <a/>', '',
    ]) expect(isPlain(text), text).toBe(false) // prettier-ignore
  })

  test('is not held up by depth', () => {
    expect(read('<a>'.repeat(100_000), scanXml)).toBe('too-large')
  })
})
