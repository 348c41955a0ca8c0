import { Fragment, Slice } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import { ReplaceStep, Transform } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import { decide } from '../../../../../src/shared/document/decide/decide.ts'
import { indexDocument } from '../../../../../src/shared/document/index/document-index.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { trackChanges } from '../../../../../src/shared/document/tracking/tracker.ts'
import {
  bold,
  comment,
  counter,
  deleted,
  document,
  hardBreak,
  inserted,
  p,
  show,
  trackedEditor,
} from '../../../../support/document.ts'

const strong = schema.mark('strong')

/** The redline after one edit by that author. */
function after(start: Node, author: string, change: (transform: Transform) => void): string {
  const editor = trackedEditor(start)
  editor.edit(author, change)
  return show(editor.doc())
}

function kinds(doc: Node): string[] {
  return indexDocument(doc).changes.map((change) => `${change.kind} ${change.id} ${change.author}`)
}

describe('text', () => {
  test('typing is an insertion of its author', () => {
    expect(after(document('one two'), 'A', (tr) => tr.insert(5, schema.text('new ')))).toBe(
      'one [+A new +]two¶',
    )
  })

  test('typing in one’s own insertion extends it, in another’s it splits it', () => {
    const start = document(p('a', inserted('bcd', 'A', 'x'), 'e'))
    const own = trackedEditor(start)
    own.edit('A', (tr) => tr.insert(3, schema.text('!')))
    expect(show(own.doc())).toBe('a[+A b!cd+]e¶')
    expect(kinds(own.doc())).toEqual(['insertion x A'])
    expect(after(start, 'B', (tr) => tr.insert(3, schema.text('!')))).toBe('a[+A b+][+B !+][+A cd+]e¶')
  })

  test('typing letter by letter, over Enter too, is one change', () => {
    const editor = trackedEditor(document('ab'))
    editor.edit('A', (tr) => tr.insert(2, schema.text('x')))
    editor.edit('A', (tr) => tr.insert(3, schema.text('y')))
    editor.edit('A', (tr) => tr.split(4))
    editor.edit('A', (tr) => tr.insert(6, schema.text('z')))
    expect(show(editor.doc())).toBe('a[+A xy+][+A ¶+][+A z+]b¶')
    expect(indexDocument(editor.doc()).changes).toMatchObject([
      { id: 'c1', kind: 'insertion', inserted: 'xy\nz' },
    ])
  })

  test('typing inside deleted text stays there and splits the deletion', () => {
    const start = document(p('a', deleted('bcd', 'B', 'x'), 'e'))
    const marks = start.resolve(3).marks()
    expect(after(start, 'A', (tr) => tr.insert(3, schema.text('!', marks)))).toBe('a[-B b-][+A !+][-B cd-]e¶')
  })

  test('typing over a selection keeps the old words before the new, and equal ends untouched', () => {
    expect(after(document('the cat sat'), 'A', (tr) => tr.replaceWith(5, 8, schema.text('cart')))).toBe(
      'the ca[+A r+]t sat¶',
    )
    expect(after(document('old'), 'A', (tr) => tr.replaceWith(1, 4, schema.text('new')))).toBe(
      '[-A old-][+A new+]¶',
    )
  })

  test('the same letter typed over deleted text is new text', () => {
    const start = document(p(deleted('a', 'B'), 'b'))
    expect(after(start, 'A', (tr) => tr.replaceWith(1, 2, schema.text('a')))).toBe('[-B a-][+A a+]b¶')
  })

  test('one’s own insertion is really removed, another’s is marked as deleted too', () => {
    const start = document(p('a', inserted('bcd', 'A'), 'e'))
    expect(after(start, 'A', (tr) => tr.delete(2, 4))).toBe('a[+A d+]e¶')
    expect(after(start, 'B', (tr) => tr.delete(2, 4))).toBe('a[+A [-B bc-]+][+A d+]e¶')
  })

  test('text that is deleted already stays with the first who deleted it', () => {
    const start = document(p('a', deleted('b', 'A'), 'c'))
    expect(after(start, 'B', (tr) => tr.delete(1, 4))).toBe('[-B a-][-A b-][-B c-]¶')
  })

  test('repeated Backspace is one deletion', () => {
    const editor = trackedEditor(document('abc'))
    editor.edit('A', (tr) => tr.delete(3, 4))
    editor.edit('A', (tr) => tr.delete(2, 3))
    expect(show(editor.doc())).toBe('a[-A bc-]¶')
    expect(kinds(editor.doc())).toEqual(['deletion c1 A'])
  })

  test('a character is never cut in two', () => {
    const swap = (from: string, to: string) =>
      after(document(`x${from}y`), 'A', (tr) => tr.replaceWith(2, 2 + from.length, schema.text(to)))
    expect(swap('😀', '😁')).toBe('x[-A 😀-][+A 😁+]y¶')
    expect(swap('e\u0301', 'e')).toBe('x[-A e\u0301-][+A e+]y¶')
    expect(swap('e', 'e\u0301')).toBe('x[-A e-][+A e\u0301+]y¶')
    expect(swap('👩‍👩‍👧', '👩‍👩‍👦')).toBe('x[-A 👩‍👩‍👧-][+A 👩‍👩‍👦+]y¶')
  })

  test('replace all is one transaction in which every hit is a change of its own', () => {
    const editor = trackedEditor(document('on it, on it'))
    editor.edit('A', (tr) => tr.replaceWith(8, 10, schema.text('at')).replaceWith(1, 3, schema.text('at')))
    expect(show(editor.doc())).toBe('[-A on-][+A at+] it, [-A on-][+A at+] it¶')
    expect(new Set(indexDocument(editor.doc()).changes.map((change) => change.groupId)).size).toBe(2)
  })

  test('what a transaction does and takes back again leaves no trace', () => {
    expect(after(document('abc'), 'A', (tr) => tr.insert(2, schema.text('x')).delete(2, 3))).toBe('abc¶')
  })

  test('more than twenty steps in one transaction are all tracked', () => {
    const start = document('a'.repeat(30))
    const redline = after(start, 'A', (tr) => {
      for (let at = 30; at > 0; at--) tr.insert(at, schema.text('b'))
    })
    expect(redline).toBe(`${'[+A b+]a'.repeat(30)}¶`)
  })

  test('a hard break is inserted and deleted like a character', () => {
    const start = document(p('a', [hardBreak()], 'b'))
    expect(after(start, 'A', (tr) => tr.delete(2, 3))).toBe('a[-A ⏎-]b¶')
    expect(after(start, 'A', (tr) => tr.insert(2, hardBreak()))).toBe('a[+A ⏎+]⏎b¶')
  })

  test('pasted text leaves its tracking and its anchors behind', () => {
    const pasted = [...inserted('x', 'Z'), ...deleted('y', 'Z'), ...comment('z', '9')]
    expect(after(document('ab'), 'A', (tr) => tr.insert(2, pasted))).toBe('a[+A xyz+]b¶')
  })
})

describe('paragraph marks', () => {
  test('Enter inserts the ¶ of the left paragraph; the right one keeps the original', () => {
    expect(after(document(p({ style: 'quote' }, 'ab')), 'A', (tr) => tr.split(2))).toBe(
      'quote:a[+A ¶+]quote:b¶',
    )
  })

  test('Enter at the end of a heading gives body text that was the heading; Backspace cancels both', () => {
    const editor = trackedEditor(document(p({ style: 'heading1' }, 'Title'), 'text'))
    editor.edit('A', (tr) => tr.split(6, 1, [{ type: schema.nodes.para }]))
    expect(show(editor.doc())).toBe('heading1:Title[+A ¶+]body(A:heading1):¶text¶')
    expect(kinds(editor.doc())).toEqual(['split c1 A'])
    editor.edit('A', (tr) => tr.join(7))
    expect(show(editor.doc())).toBe('heading1:Title¶text¶')
  })

  test('joining a heading and a paragraph is one change: accepted a heading, rejected both again', () => {
    const start = document(p({ style: 'heading1' }, 'Title'), 'text')
    const editor = trackedEditor(start)
    editor.edit('A', (tr) => tr.join(7))
    expect(show(editor.doc())).toBe('heading1:Title[-A ¶-]heading1(A:body):text¶')
    expect(kinds(editor.doc())).toEqual(['join c1 A'])
    expect(show(decide(editor.doc(), 'all', 'accept').doc)).toBe('heading1:Titletext¶')
    expect(decide(editor.doc(), 'all', 'reject').doc.eq(start)).toBe(true)
  })

  test('joining at one’s own Enter leaves no trace, at another’s deletes it', () => {
    const start = document('ab')
    const editor = trackedEditor(start)
    editor.edit('A', (tr) => tr.split(2))
    const split = editor.doc()
    editor.edit('A', (tr) => tr.join(3))
    expect(editor.doc().eq(start)).toBe(true)
    expect(after(split, 'B', (tr) => tr.join(3))).toBe('a[+A [-B ¶-]+]b¶')
  })

  test('deleting across paragraphs deletes the ¶ between; the rest takes the properties of the left', () => {
    const start = document(p({ style: 'heading1' }, 'ab'), 'cd', p({ style: 'quote' }, 'ef'))
    expect(after(start, 'A', (tr) => tr.delete(2, 10))).toBe(
      'heading1:a[-A b-][-A ¶-][-A cd-][-A ¶-]heading1(A:quote):[-A e-]f¶',
    )
  })

  test('deleting the whole last paragraph deletes the ¶ before it', () => {
    const start = document('ab', p({ style: 'quote' }, 'cd'))
    expect(after(start, 'A', (tr) => tr.delete(4, 8))).toBe('ab[-A ¶-]body(A:quote):[-A cd-]¶')
  })

  test('a paragraph added at the end leaves the last ¶ in its place', () => {
    const start = document('ab')
    expect(after(start, 'A', (tr) => tr.insert(4, p('cd')))).toBe('ab[+A ¶+][+A cd+]¶')
  })

  test('pasting paragraphs inserts their ¶, and their styles after the first', () => {
    const slice = new Slice(
      Fragment.from([p('x'), p({ style: 'quote' }, 'y'), p({ style: 'heading1' }, 'z')]),
      1,
      1,
    )
    expect(after(document('ab'), 'A', (tr) => tr.step(new ReplaceStep(2, 2, slice)))).toBe(
      'a[+A x+][+A ¶+]quote:[+A y+][+A ¶+]heading1(A:body):[+A z+]b¶',
    )
  })

  test('a style set where the ¶ is deleted goes to the paragraph that owns the visible properties', () => {
    const deletion = { id: 'd', author: 'B' }
    const start = document(p({ paragraphMark: { deletion } }, 'ab'), 'cd')
    expect(after(start, 'A', (tr) => tr.setNodeAttribute(0, 'style', 'quote'))).toBe(
      'ab[-B ¶-]quote(A:body):cd¶',
    )
  })

  test('a split where the ¶ is deleted gives both halves the visible properties', () => {
    const deletion = { id: 'd', author: 'B' }
    const start = document(p({ style: 'heading1', paragraphMark: { deletion } }, 'ab'), 'cd')
    expect(after(start, 'A', (tr) => tr.split(2))).toBe('a[+A ¶+]heading1:b[-B ¶-]cd¶')
  })

  test('markup set anew with ProseMirror’s own steps is a change of style only', () => {
    const start = document('ab', 'cd')
    const redline = after(start, 'A', (tr) => tr.setBlockType(1, 7, schema.nodes.para, { style: 'quote' }))
    expect(redline).toBe('quote(A:body):ab¶quote(A:body):cd¶')
  })
})

describe('formats and paragraph properties', () => {
  test('bold is a change of format; taken back it leaves nothing', () => {
    const editor = trackedEditor(document('abcd'))
    editor.edit('A', (tr) => tr.addMark(2, 4, strong))
    expect(show(editor.doc())).toBe('a{A *bc*}d¶')
    editor.edit('A', (tr) => tr.removeMark(2, 4, strong))
    expect(show(editor.doc())).toBe('abcd¶')
  })

  test('bold on deleted text is ignored, on one’s own insertion plain, on another’s tracked', () => {
    const start = document(p(deleted('a', 'B'), inserted('b', 'A'), inserted('c', 'B')))
    expect(after(start, 'A', (tr) => tr.addMark(1, 4, strong))).toBe('[-B a-][+A *b*+][+B {A *c*}+]¶')
  })

  test('a second author reformats: before stays the first one’s, the change is the last one’s', () => {
    const editor = trackedEditor(document('ab'))
    editor.edit('A', (tr) => tr.addMark(1, 3, strong))
    editor.edit('B', (tr) => tr.addMark(1, 3, schema.mark('em')))
    expect(show(editor.doc())).toBe('{B /*ab*/}¶')
    expect(show(decide(editor.doc(), 'all', 'reject').doc)).toBe('ab¶')
    editor.edit('B', (tr) => tr.removeMark(1, 3))
    expect(show(editor.doc())).toBe('ab¶')
  })

  test('style, list and alignment are one change of the paragraph, gone when all is as before', () => {
    const editor = trackedEditor(document('ab'))
    editor.edit('A', (tr) => tr.setNodeAttribute(0, 'list', { kind: 'bullet', level: 0 }))
    editor.edit('B', (tr) => tr.setNodeAttribute(0, 'style', 'quote'))
    expect(show(editor.doc())).toBe('quote.bullet0(B:body):ab¶')
    expect(indexDocument(editor.doc()).changes).toMatchObject([
      { kind: 'paragraph', description: 'body to quote; no list to bulleted list, level 1' },
    ])
    editor.edit('A', (tr) => tr.setNodeAttribute(0, 'style', 'body').setNodeAttribute(0, 'list', null))
    expect(show(editor.doc())).toBe('ab¶')
  })
})

describe('positions', () => {
  test('the caret rests before deleted text after Backspace, behind it after Delete, behind new text', () => {
    const base = document('abc')
    const context = { author: 'A', newId: counter() }
    const removal = new Transform(base).delete(2, 3)
    const removed = trackChanges(base, { doc: removal.doc, maps: removal.mapping.maps }, context)
    expect([removed.mapPosition(2, -1), removed.mapPosition(2, 1)]).toEqual([2, 3])
    const typing = new Transform(base).replaceWith(2, 3, schema.text('x'))
    const typed = trackChanges(base, { doc: typing.doc, maps: typing.mapping.maps }, context)
    expect(show(typed.transform.doc)).toBe('a[-A b-][+A x+]c¶')
    expect([typed.mapPosition(3, -1), typed.mapPosition(3, 1)]).toEqual([4, 4])
  })

  test('an edit that changes nothing has no steps', () => {
    const base = document(p(bold('ab')), 'cd')
    const edit = new Transform(base).replaceWith(1, 2, schema.text('a', [strong]))
    const { transform } = trackChanges(
      base,
      { doc: edit.doc, maps: edit.mapping.maps },
      { author: 'A', newId: counter() },
    )
    expect(transform.steps).toEqual([])
  })
})
