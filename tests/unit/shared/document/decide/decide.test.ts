import { Transform } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import { decide } from '../../../../../src/shared/document/decide/decide.ts'
import { bold, deleted, document, inserted, p, show, text } from '../../../../support/document.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { applyStoredSteps } from '../../../../../src/shared/document/stored-steps.ts'

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

  test('many changes are one step', () => {
    expect(decide(redline, 'all', 'accept').steps).toHaveLength(1)
  })

  test('the state of a ¶ comes back to it by undo, though the paragraph was split since', () => {
    const doc = document(p({ paragraphMark: { insertion: { id: 'i', author: 'A' } } }, 'ab'), 'c')
    const accepted = decide(doc, 'all', 'accept')
    const [step] = accepted.steps
    const split = new Transform(accepted.doc).split(2)
    const undo = step?.invert(doc).map(split.mapping)
    expect(undo && show(undo.apply(split.doc).doc ?? doc)).toBe('a¶b[+A ¶+]c¶')
  })
})

describe('a stored decision', () => {
  const marks = { kind: 'marks', from: 1, to: 2, removed: [], added: [{ type: 'strong' }] }
  const paragraph = { kind: 'paragraph', from: 5, to: 6, attrs: { style: 'quote' } }
  const removal = { kind: 'replace', from: 2, to: 3 }
  const apply = (...pieces: unknown[]) => applyStoredSteps(redline, [{ stepType: 'decide', pieces }])

  test('is applied as it stands', () => {
    const applied = apply(marks, removal, paragraph)
    expect(applied.ok && show(applied.doc)).toBe('quote:*a*[-B c-]e¶')
  })

  test.each([
    ['overlaps', [marks, { ...removal, from: 1 }]],
    ['is out of order', [paragraph, marks]],
    ['touches where it should be one', [removal, { ...removal, from: 3, to: 4 }]],
    ['lies outside of the text', [{ ...removal, from: 90, to: 91 }]],
    ['removes the last ¶', [{ ...removal, from: 5, to: 7 }]],
    ['names the ¶ where none is', [{ ...paragraph, from: 3, to: 4 }]],
    ['replaces nothing by nothing', [{ ...removal, to: 2 }]],
    ['marks a comment', [{ ...marks, added: [{ type: 'comment', attrs: { id: '1' } }] }]],
    ['marks what the schema does not know', [{ ...marks, added: [{ type: 'blink' }] }]],
    ['links to a script', [{ ...marks, added: [{ type: 'link', attrs: { href: 'javascript:1' } }] }]],
    ['sets an unknown attribute', [{ ...paragraph, attrs: { onclick: 'x' } }]],
    ['sets an unknown style', [{ ...paragraph, attrs: { style: 'script' } }]],
    ['brings a whole document', [{ ...removal, slice: { content: [redline.toJSON()] } }]],
    ['brings a paragraph in a paragraph', [{ ...removal, slice: { content: [p('x').toJSON()] } }]],
    ['is of no known kind', [{ kind: 'eval', from: 1, to: 2 }]],
    ['has half a position', [{ ...removal, from: 1.5 }]],
    ['is no piece', [null]],
  ])('is refused in words when it %s', (_name, pieces) => {
    const applied = apply(...pieces)
    expect(applied).toMatchObject({
      ok: false,
      message: expect.stringMatching(/^The edit .{12,}/u) as string,
    })
  })

  test('is refused in words when it has no pieces', () => {
    expect(applyStoredSteps(redline, [{ stepType: 'decide' }])).toMatchObject({ ok: false })
  })
})
