import type { Node } from 'prosemirror-model'
import type { Transform } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import { decide } from '../../../../../src/shared/document/decide/decide.ts'
import { indexDocument } from '../../../../../src/shared/document/index/document-index.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import {
  claim,
  comment,
  document,
  endPositionOf,
  p,
  show,
  trackedEditor,
} from '../../../../support/document.ts'

/** The redline after one edit by that author. */
function after(start: Node, author: string, change: (transform: Transform) => void): string {
  const editor = trackedEditor(start)
  editor.edit(author, change)
  return show(editor.doc())
}

describe('anchors', () => {
  test('text typed within an anchor is part of it, at its edges not', () => {
    const start = document(p('a', comment('bc', '1'), 'd'))
    const marks = start.resolve(3).marks()
    expect(after(start, 'A', (tr) => tr.insert(3, schema.text('!', marks)))).toBe('a«1 b»[+A «1 !»+]«1 c»d¶')
    expect(after(start, 'A', (tr) => tr.insert(2, schema.text('!')))).toBe('a[+A !+]«1 bc»d¶')
    expect(after(start, 'A', (tr) => tr.insert(4, schema.text('!')))).toBe('a«1 bc»[+A !+]d¶')
  })

  test('words that replace all of an anchor take it over, letter by letter', () => {
    const editor = trackedEditor(document(p('a ', claim('plan', '1'), ' b')))
    editor.edit('A', (tr) => tr.replaceWith(3, 7, schema.text('x')))
    editor.edit('A', (tr) => tr.insert(endPositionOf(editor.doc(), 'x'), schema.text('y')))
    expect(show(editor.doc())).toBe('a [-A ‹1 plan›-][+A ‹1 xy›+] b¶')
    expect(indexDocument(editor.doc()).claims.get('1')?.words).toBe('xy')
    expect(indexDocument(decide(editor.doc(), 'all', 'reject').doc).claims.get('1')?.words).toBe('plan')
  })

  test('an anchor over several paragraphs takes in what is typed between', () => {
    const editor = trackedEditor(document(p(comment('ab', '1')), p(comment('cd', '1'))))
    editor.edit('A', (tr) => tr.insert(3, schema.text('x')))
    expect(show(editor.doc())).toBe('«1 ab»[+A «1 x»+]¶«1 cd»¶')
  })

  test('an anchor whose words are deleted stays, and reads empty', () => {
    const editor = trackedEditor(document(p('a ', comment('word', '1'))))
    editor.edit('A', (tr) => tr.delete(3, 7))
    const anchor = indexDocument(editor.doc()).comments.get('1')
    expect(anchor).toEqual({ id: '1', places: 1, words: '', styles: [] })
  })
})
