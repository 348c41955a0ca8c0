import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toTransitional } from '../../../../src/main/opc/strict.ts'
import {
  attribute,
  createXmlBudget,
  elements,
  parseXmlText,
  sliceOf,
  xmlText,
} from '../../../../src/main/opc/xml.ts'
import type { XmlElement } from '../../../../src/main/opc/xml.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const parse = (text: string): XmlElement => parseXmlText(text, { budget: createXmlBudget() })

type Tree = { readonly name: string; readonly value: string; readonly inner: readonly (Tree | string)[] }

const { tree } = fc.letrec<{ tree: Tree; inner: (Tree | string)[] }>((tie) => ({
  tree: fc.record({
    name: fc.constantFrom('w:p', 'w:r', 'x'),
    value: fc.constantFrom('', '>', 'a&lt;b', 'é😀', '&#10;'),
    inner: tie('inner'),
  }),
  inner: fc.array(
    fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('words', '\r\n', '😀', '&amp;', '<!-- <w:p> -->', '<![CDATA[<w:p>]]>', '<?x <y> ?>'),
      tie('tree'),
    ),
    { maxLength: 4 },
  ),
}))

function write({ name, value, inner }: Tree): string {
  const head = `${name} xmlns:w="${W}" w:val='${value}'`
  if (inner.length === 0) return `<${head}\n/>`
  return `<${head} >${inner.map((one) => (typeof one === 'string' ? one : write(one))).join('')}</${name} >`
}

function slicesAgree(text: string, element: XmlElement, written: Tree): void {
  expect(sliceOf(text, element)).toBe(write(written))
  const inner = written.inner.filter((one) => typeof one !== 'string')
  for (const [index, part] of elements(element).entries()) {
    const one = inner[index]
    if (one) slicesAgree(text, part, one)
  }
}

describe('the place of an element', () => {
  test('is where it is written, whatever stands around it', () => {
    fc.assert(
      fc.property(
        tree,
        fc.constantFrom('', '\ufeff', '<?xml version="1.0"?>\r\n<!-- <a> -->'),
        (made, prolog) => {
          const text = `${prolog}${write(made)}`
          slicesAgree(text, parse(text), made)
        },
      ),
    )
  })

  test('holds for elements that are handed over one by one', () => {
    const text = `<d xmlns:w="${W}"><w:body><w:p/>\n<w:p>é<w:r>x</w:r></w:p></w:body></d>`
    const slices: string[] = []
    const take = (element: XmlElement) => slices.push(sliceOf(text, element))
    parseXmlText(text, { budget: createXmlBudget(), stream: { parent: 'w:body', take } })
    expect(slices).toEqual(['<w:p/>', '<w:p>é<w:r>x</w:r></w:p>'])
  })
})

describe('the text of a Strict part', () => {
  test('has the addresses of Transitional', () => {
    const text =
      '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main" ' +
      "xmlns:r='http://purl.oclc.org/ooxml/officeDocument/relationships' " +
      'xmlns:m="http://purl.oclc.org/ooxml/officeDocument/math" w:conformance="strict">' +
      '<a:x xmlns:a="http://purl.oclc.org/ooxml/drawingml/main" uri="http://purl.oclc.org/ooxml/drawingml/chart"/>' +
      '<w:t>http://purl.oclc.org/ooxml/drawingml/main</w:t></w:document>'
    const root = parse(xmlText(new TextEncoder().encode(text)))
    expect(root.name).toBe('w:document')
    expect(attribute(root, 'w:conformance')).toBeUndefined()
    const [drawing, words] = elements(root)
    expect(drawing?.name).toBe('a:x')
    expect(attribute(drawing, 'uri')).toBe('http://schemas.openxmlformats.org/drawingml/2006/chart')
    expect(words?.children).toEqual(['http://purl.oclc.org/ooxml/drawingml/main'])
    expect(toTransitional(text)).toContain(
      'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
    )
  })

  test('has their types of relations', () => {
    const type = 'http://purl.oclc.org/ooxml/officeDocument/relationships/extendedProperties'
    expect(toTransitional(`<R Type="${type}"/>`)).toBe(
      '<R Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"/>',
    )
  })
})
