import { describe, expect, test } from 'vitest'
import { decide } from '../../../../../src/shared/document/decide/decide.ts'
import { indexDocument } from '../../../../../src/shared/document/index/document-index.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { deleted, document, inserted, p, show, tracked, trackedEditor } from '../../../../support/document.ts'

/** The hard cases of change tracking, one test each: ¶, styles and formats. */

const strong = schema.mark('strong')
const heading = (words: string) => p({ style: 'heading1' }, words)

describe('Enter', () => {
  test('in the middle of a paragraph inserts the ¶ of the left one; the right one keeps the original', () => {
    const doc = tracked(document(p({ style: 'quote' }, 'ab')), 'A', (tr) => tr.split(2))
    expect(show(doc)).toBe('quote:a[+A ¶+]quote:b¶')
    expect(doc.child(1).attrs['paragraphMark']).toBeNull()
  })

  test('at the end of a heading goes on in body text that was a heading; Backspace cancels both', () => {
    const start = document(heading('Title'), 'text')
    const editor = trackedEditor(start)
    editor.edit('A', (tr) => tr.split(6, 1, [{ type: schema.nodes.para }]))
    expect(show(editor.doc())).toBe('heading1:Title[+A ¶+]body(A:heading1):¶text¶')
    editor.edit('A', (tr) => tr.join(7))
    expect(editor.doc().eq(start)).toBe(true)
  })

  test('of one’s own that is joined again leaves no trace', () => {
    const start = document('ab')
    const editor = trackedEditor(start)
    editor.edit('A', (tr) => tr.split(2))
    editor.edit('A', (tr) => tr.join(3))
    expect(editor.doc().eq(start)).toBe(true)
  })
})

describe('joining and deleting', () => {
  test('a heading and a paragraph: one id; accepted the heading, rejected both again', () => {
    const start = document(heading('Title'), 'text')
    const doc = tracked(start, 'A', (tr) => tr.join(7))
    expect(show(doc)).toBe('heading1:Title[-A ¶-]heading1(A:body):text¶')
    expect(indexDocument(doc).changes.map(({ kind }) => kind)).toEqual(['join'])
    expect(show(decide(doc, 'all', 'accept').doc)).toBe('heading1:Titletext¶')
    expect(decide(doc, 'all', 'reject').doc.eq(start)).toBe(true)
  })

  test('across paragraphs: the text, the ¶ between, and the rest takes the properties of the left', () => {
    const start = document(heading('ab'), 'cd', p({ style: 'quote' }, 'ef'))
    const doc = tracked(start, 'A', (tr) => tr.delete(2, 10))
    expect(show(doc)).toBe('heading1:a[-A b-][-A ¶-][-A cd-][-A ¶-]heading1(A:quote):[-A e-]f¶')
    expect(show(decide(doc, 'all', 'accept').doc)).toBe('heading1:af¶')
  })

  test('the whole last paragraph: the ¶ before it is the one that is deleted', () => {
    const start = document('ab', 'cd')
    const doc = tracked(start, 'A', (tr) => tr.delete(4, 8))
    expect(show(doc)).toBe('ab[-A ¶-][-A cd-]¶')
    expect(show(decide(doc, 'all', 'accept').doc)).toBe('ab¶')
  })
})

describe('styles and lists', () => {
  test('a style set on a paragraph whose ¶ is deleted goes to the one that owns the properties', () => {
    const start = document(p({ paragraphMark: { deletion: { id: 'd', author: 'B' } } }, 'ab'), 'cd')
    const doc = tracked(start, 'A', (tr) => tr.setNodeAttribute(0, 'style', 'quote'))
    expect(show(doc)).toBe('ab[-B ¶-]quote(A:body):cd¶')
  })

  test.each([
    ['indent', { kind: 'bullet', level: 1 }, 'body.bullet1(A:body.bullet0):ab¶'],
    ['kind', { kind: 'ordered', level: 0 }, 'body.ordered0(A:body.bullet0):ab¶'],
    ['no list any more', null, 'body(A:body.bullet0):ab¶'],
  ] as const)('a list: its %s is a change of the paragraph', (_, list, redline) => {
    const start = document(p({ list: { kind: 'bullet', level: 0 } }, 'ab'))
    const doc = tracked(start, 'A', (tr) => tr.setNodeAttribute(0, 'list', list))
    expect(show(doc)).toBe(redline)
    expect(indexDocument(doc).changes.map(({ kind }) => kind)).toEqual(['paragraph'])
    expect(decide(doc, 'all', 'reject').doc.eq(start)).toBe(true)
  })

  test('a list: the number it begins with is a change of the paragraph', () => {
    const start = document(p({ list: { kind: 'ordered', level: 0 } }, 'ab'))
    const list = { kind: 'ordered', level: 0, start: 4 }
    const doc = tracked(start, 'A', (tr) => tr.setNodeAttribute(0, 'list', list))
    expect(doc.firstChild?.attrs['paragraphChange']).toMatchObject({ before: { list: { level: 0 } } })
    expect(decide(doc, 'all', 'accept').doc.firstChild?.attrs['list']).toEqual(list)
    expect(decide(doc, 'all', 'reject').doc.eq(start)).toBe(true)
  })
})

describe('formats', () => {
  test('bold on deleted text is ignored', () => {
    const start = document(p(deleted('ab', 'B')))
    expect(tracked(start, 'A', (tr) => tr.addMark(1, 3, strong)).eq(start)).toBe(true)
  })

  test('bold on one’s own insertion leaves no trace of its own', () => {
    const start = document(p(inserted('ab', 'A')))
    expect(show(tracked(start, 'A', (tr) => tr.addMark(1, 3, strong)))).toBe('[+A *ab*+]¶')
  })

  test('bold, and then not bold, leaves no change', () => {
    const start = document('abcd')
    const editor = trackedEditor(start)
    editor.edit('A', (tr) => tr.addMark(2, 4, strong))
    expect(show(editor.doc())).toBe('a{A *bc*}d¶')
    editor.edit('A', (tr) => tr.removeMark(2, 4, strong))
    expect(editor.doc().eq(start)).toBe(true)
  })

  test('a second author reformats text: what it was before stays the first one’s, the change is the last one’s', () => {
    const start = document('ab')
    const editor = trackedEditor(start)
    editor.edit('A', (tr) => tr.addMark(1, 3, strong))
    editor.edit('B', (tr) => tr.addMark(1, 3, schema.mark('em')))
    expect(show(editor.doc())).toBe('{B /*ab*/}¶')
    expect(indexDocument(editor.doc()).changes).toHaveLength(1)
    expect(decide(editor.doc(), 'all', 'reject').doc.eq(start)).toBe(true)
  })

  test('a second author restyles a paragraph: the same', () => {
    const start = document('ab')
    const editor = trackedEditor(start)
    editor.edit('A', (tr) => tr.setNodeAttribute(0, 'style', 'quote'))
    editor.edit('B', (tr) => tr.setNodeAttribute(0, 'align', 'center'))
    expect(show(editor.doc())).toBe('quote.center(B:body):ab¶')
    expect(decide(editor.doc(), 'all', 'reject').doc.eq(start)).toBe(true)
  })
})
