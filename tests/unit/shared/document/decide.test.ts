import { describe, expect, test } from 'vitest'
import { decide } from '../../../../src/shared/document/decide.ts'
import { bold, deleted, document, inserted, p, show, text } from '../../../support/document.ts'
import { schema } from '../../../../src/shared/document/schema.ts'

const redline = document(p('a', inserted('b', 'A', 'i'), deleted('c', 'B', 'd'), 'e'))

describe('deciding', () => {
  test('accepting an insertion keeps its text, rejecting it removes it', () => {
    expect(show(decide(redline, new Set(['i']), 'accept').doc)).toBe('ab[-B c-]e¶')
    expect(show(decide(redline, new Set(['i']), 'reject').doc)).toBe('a[-B c-]e¶')
  })

  test('accepting a deletion removes its text, rejecting it keeps it', () => {
    expect(show(decide(redline, new Set(['d']), 'accept').doc)).toBe('a[+A b+]e¶')
    expect(show(decide(redline, new Set(['d']), 'reject').doc)).toBe('a[+A b+]ce¶')
  })

  test('an id that is not there changes nothing', () => {
    expect(decide(redline, new Set(['x']), 'accept').steps).toEqual([])
  })

  test('one author’s insertion, deleted by another: each is decided by itself', () => {
    const both = document(p('a', deleted(inserted('b', 'A', 'i'), 'B', 'd')))
    expect(show(decide(both, new Set(['i']), 'accept').doc)).toBe('a[-B b-]¶')
    expect(show(decide(both, new Set(['i']), 'reject').doc)).toBe('a¶')
    expect(show(decide(both, new Set(['d']), 'accept').doc)).toBe('a¶')
    expect(show(decide(both, new Set(['d']), 'reject').doc)).toBe('a[+A b+]¶')
  })

  test('where a ¶ goes, the properties of the second paragraph stay', () => {
    const deletion = { id: 'd', author: 'A' }
    const doc = document(p({ style: 'quote', paragraphMark: { deletion } }, 'a'), 'b')
    expect(show(decide(doc, 'all', 'accept').doc)).toBe('ab¶')
    expect(show(decide(doc, 'all', 'reject').doc)).toBe('quote:a¶b¶')
  })

  test('the last ¶ stands, whatever a file says of it', () => {
    const doc = document(p({ paragraphMark: { deletion: { id: 'd', author: 'A' } } }, 'a'))
    expect(show(decide(doc, 'all', 'accept').doc)).toBe('a¶')
  })

  test('rejecting a change of format gives the old marks back, link and all', () => {
    const before = [{ type: 'em' }, { type: 'link', attrs: { href: 'https://example.org/a' } }]
    const change = schema.mark('formatChange', { id: 'f', author: 'A', before })
    const doc = document(p(...bold('a').map((node) => node.mark([change, ...node.marks]))))
    const [node] = decide(doc, 'all', 'reject').doc.child(0).children
    expect(node?.marks.map((mark) => mark.type.name)).toEqual(['link', 'em'])
    expect(show(decide(doc, 'all', 'accept').doc)).toBe('*a*¶')
  })

  test('rejecting a change of paragraph properties gives all of them back', () => {
    const before = { style: 'body', list: { kind: 'ordered', level: 2 }, align: 'end' } as const
    const doc = document(p({ style: 'quote', paragraphChange: { id: 'p', author: 'A', before } }, text('a')))
    expect(show(decide(doc, 'all', 'reject').doc)).toBe('body.ordered2.end:a¶')
    expect(show(decide(doc, 'all', 'accept').doc)).toBe('quote:a¶')
  })
})
