import { Fragment, Slice } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import { ReplaceStep, Transform } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import { decide } from '../../../../../src/shared/document/decide/decide.ts'
import { indexDocument } from '../../../../../src/shared/document/index/document-index.ts'
import { findText } from '../../../../../src/shared/document/find/find-text.ts'
import { replaceMatches } from '../../../../../src/shared/document/find/replace-text.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { settleUntracked } from '../../../../../src/shared/document/tracking/untracked.ts'
import {
  comment,
  deleted,
  document,
  inserted,
  p,
  show,
  tracked,
  trackedEditor,
} from '../../../../support/document.ts'

/** The hard cases of change tracking, one test each: what is typed, deleted and pasted. */

const rejected = (doc: Node) => decide(doc, 'all', 'reject').doc
const accepted = (doc: Node) => decide(doc, 'all', 'accept').doc

describe('typing', () => {
  test('typing in one’s own insertion extends it', () => {
    const start = document(p('a', inserted('bcd', 'A', 'x'), 'e'))
    const doc = tracked(start, 'A', (tr) => tr.insert(3, schema.text('!')))
    expect(show(doc)).toBe('a[+A b!cd+]e¶')
    expect(indexDocument(doc).changes.map(({ id }) => id)).toEqual(['x'])
  })

  test('typing in another’s insertion puts an insertion of one’s own between its halves', () => {
    const start = document(p('a', inserted('bcd', 'A', 'x'), 'e'))
    const doc = tracked(start, 'B', (tr) => tr.insert(3, schema.text('!')))
    expect(show(doc)).toBe('a[+A b+][+B !+][+A cd+]e¶')
    expect(show(decide(doc, new Set(['x']), 'reject').doc)).toBe('a[+B !+]e¶')
  })

  test('typing inside deleted text is inserted right there, and the deletion has two places', () => {
    const start = document(p('a', deleted('bcd', 'B', 'x'), 'e'))
    const doc = tracked(start, 'A', (tr) => tr.insert(3, schema.text('!')))
    expect(show(doc)).toBe('a[-B b-][+A !+][-B cd-]e¶')
    expect(show(rejected(doc))).toBe('abcde¶')
    expect(show(accepted(doc))).toBe('a!e¶')
  })

  test('typing over a selection deletes first and inserts after it', () => {
    const doc = tracked(document('an old boat'), 'A', (tr) => tr.replaceWith(4, 7, schema.text('new')))
    expect(show(doc)).toBe('an [-A old-][+A new+] boat¶')
    expect(new Set(indexDocument(doc).changes.map(({ groupId }) => groupId)).size).toBe(1)
  })

  test('letters that are equal at both ends of what is replaced stay untouched', () => {
    const doc = tracked(document('the cat sat'), 'A', (tr) => tr.replaceWith(5, 8, schema.text('coat')))
    expect(show(doc)).toBe('the c[+A o+]at sat¶')
  })

  test('a correction of quotes is the smallest difference, in the change that is being typed', () => {
    const editor = trackedEditor(document('ab'))
    editor.edit('A', (tr) => tr.insert(2, schema.text('"x"')))
    editor.edit('A', (tr) => tr.replaceWith(2, 3, schema.text('“')).replaceWith(4, 5, schema.text('”')))
    expect(show(editor.doc())).toBe('a[+A “x”+]b¶')
    expect(indexDocument(editor.doc()).changes.map(({ id }) => id)).toEqual(['c1'])
  })
})

describe('deleting', () => {
  test('one’s own insertion is really removed', () => {
    const start = document(p('a', inserted('bcd', 'A'), 'e'))
    expect(show(tracked(start, 'A', (tr) => tr.delete(2, 5)))).toBe('ae¶')
  })

  test('another’s insertion is marked as deleted inside of the insertion', () => {
    const start = document(p('a', inserted('bcd', 'A', 'i'), 'e'))
    const doc = tracked(start, 'B', (tr) => tr.delete(2, 5))
    expect(show(doc)).toBe('a[+A [-B bcd-]+]e¶')
    expect(show(decide(doc, new Set(['c1']), 'reject').doc)).toBe('a[+A bcd+]e¶')
  })

  test('text that is deleted already stays with the first who deleted it', () => {
    const start = document(p('a', deleted('bcd', 'B'), 'e'))
    expect(tracked(start, 'A', (tr) => tr.delete(2, 5)).eq(start)).toBe(true)
    expect(show(tracked(start, 'A', (tr) => tr.delete(1, 6)))).toBe('[-A a-][-B bcd-][-A e-]¶')
  })
})

describe('pasting and replacing', () => {
  test('of pasted text the accepted view comes in, and what comes in is inserted', () => {
    const foreign = { id: 'z', author: 'Z' }
    const slice = new Slice(
      Fragment.from([
        p({ paragraphMark: { insertion: foreign } }, inserted('one', 'Z'), comment(' and', '9')),
        p('two'),
      ]),
      1,
      1,
    )
    const doc = tracked(document('ab'), 'A', (tr) => tr.step(new ReplaceStep(2, 2, slice)))
    expect(show(doc)).toBe('a[+A one and+][+A ¶+][+A two+]b¶')
    expect(indexDocument(doc).comments.size).toBe(0)
  })

  test('replacing all is one transaction, and every hit can be decided by itself', () => {
    const start = document('on it, on it')
    const editor = trackedEditor(start)
    const matches = findText(start, { text: 'on', matchCase: true, wholeWords: true })
    editor.edit('A', (tr) => replaceMatches(tr, matches, 'at', true))
    expect(show(editor.doc())).toBe('[-A on-][+A at+] it, [-A on-][+A at+] it¶')
    const { changes } = indexDocument(editor.doc())
    expect(new Set(changes.map(({ id }) => id)).size).toBe(4)
    const first = new Set(changes.slice(0, 2).map(({ id }) => id))
    expect(show(decide(editor.doc(), first, 'reject').doc)).toBe('on it, [-A on-][+A at+] it¶')
  })

  test('a paste of ten thousand paragraphs is one change, and rejecting it is one step', () => {
    const start = document('ab')
    const slice = new Slice(
      Fragment.from(Array.from({ length: 10_000 }, (_, index) => p(`line ${String(index)}`))),
      1,
      1,
    )
    const doc = tracked(start, 'A', (tr) => tr.step(new ReplaceStep(2, 2, slice)))
    expect(indexDocument(doc).changes).toHaveLength(1)
    const rejection = decide(doc, 'all', 'reject')
    expect(rejection.steps).toHaveLength(1)
    expect(rejection.doc.eq(start)).toBe(true)
  })
})

describe('tracking switched off', () => {
  function untracked(base: Node, change: (transform: Transform) => void): string {
    const edit = new Transform(base)
    change(edit)
    return show(settleUntracked(base, { doc: edit.doc, maps: edit.mapping.maps }).doc)
  }

  test('a plain edit inside an insertion, whose ever it is, belongs to that insertion', () => {
    const base = document(p('a', inserted('bc', 'B'), 'd'))
    expect(untracked(base, (tr) => tr.insert(3, schema.text('!')))).toBe('a[+B b!c+]d¶')
    expect(untracked(base, (tr) => tr.insert(1, schema.text('!')))).toBe('!a[+B bc+]d¶')
  })

  test('deleting really removes', () => {
    const base = document(p('a', inserted('bc', 'B'), deleted('d', 'B'), 'e'))
    expect(untracked(base, (tr) => tr.delete(1, 4))).toBe('[-B d-]e¶')
  })

  test('new text takes over the anchors of the words that it replaces', () => {
    const base = document(p('a', comment('bc', '1'), 'd'))
    expect(untracked(base, (tr) => tr.replaceWith(2, 4, schema.text('x')))).toBe('a«1 x»d¶')
  })
})
