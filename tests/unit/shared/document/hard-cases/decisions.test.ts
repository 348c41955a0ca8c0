import { Transform } from 'prosemirror-transform'
import type { Step } from 'prosemirror-transform'
import type { Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { decide } from '../../../../../src/shared/document/decide/decide.ts'
import { indexDocument } from '../../../../../src/shared/document/index/document-index.ts'
import { deleted, document, inserted, p, show, text, trackedEditor } from '../../../../support/document.ts'

/** The hard cases of change tracking, one test each: accepting, rejecting, undoing that, and clashing changes. */

function undone(transform: Transform): Node {
  const undo = new Transform(transform.doc)
  transform.steps.toReversed().forEach((step: Step, index) => {
    undo.step(step.invert(transform.docs[transform.docs.length - 1 - index] ?? transform.doc))
  })
  return undo.doc
}

describe('two authors over the same words', () => {
  const editor = trackedEditor(document('ad'))
  editor.edit('A', (tr) => tr.insert(2, text('bc')))
  editor.edit('B', (tr) => tr.delete(2, 4))
  const both = editor.doc()
  const insertion = new Set(
    indexDocument(both)
      .changes.filter(({ kind }) => kind === 'insertion')
      .map(({ id }) => id),
  )

  test('the insertion accepted: the deletion of the other stays open', () => {
    expect(show(both)).toBe('a[+A [-B bc-]+]d¶')
    expect(show(decide(both, insertion, 'accept').doc)).toBe('a[-B bc-]d¶')
  })

  test('the insertion rejected: the deletion goes together with it', () => {
    const doc = decide(both, insertion, 'reject').doc
    expect(show(doc)).toBe('ad¶')
    expect(indexDocument(doc).changes).toEqual([])
  })
})

describe('undo across a decision', () => {
  test('an accepted deletion is one step, and its undo gives words and change back under the same id', () => {
    const redline = document(p('a', deleted('bc', 'B', 'x'), 'd'), 'e')
    const acceptance = decide(redline, new Set(['x']), 'accept')
    expect(acceptance.steps).toHaveLength(1)
    expect(show(acceptance.doc)).toBe('ad¶e¶')
    const back = undone(acceptance)
    expect(back.eq(redline)).toBe(true)
    expect(indexDocument(back).changes.map(({ id }) => id)).toEqual(['x'])
  })

  test('rejecting ten thousand changes is one step, and its undo one', () => {
    const redline = document(
      ...Array.from({ length: 10_000 }, (_, at) =>
        p(`${String(at)} `, inserted('new', 'A', `i${String(at)}`), deleted('old', 'B', `d${String(at)}`)),
      ),
    )
    const rejection = decide(redline, 'all', 'reject')
    expect(rejection.steps).toHaveLength(1)
    expect(indexDocument(rejection.doc).changes).toEqual([])
    expect(undone(rejection).eq(redline)).toBe(true)
  })
})

describe('what comes from outside', () => {
  test('one ¶ may be inserted by one and deleted by another, and each is decided by itself', () => {
    const insertion = { id: 'i', author: 'A' }
    const deletion = { id: 'd', author: 'B' }
    const redline = document(p({ paragraphMark: { insertion, deletion } }, 'ab'), 'cd')
    expect(show(redline)).toBe('ab[+A [-B ¶-]+]cd¶')
    expect(show(decide(redline, new Set(['i']), 'accept').doc)).toBe('ab[-B ¶-]cd¶')
    expect(show(decide(redline, new Set(['i']), 'reject').doc)).toBe('abcd¶')
    expect(show(decide(redline, new Set(['d']), 'accept').doc)).toBe('abcd¶')
    expect(show(decide(redline, new Set(['d']), 'reject').doc)).toBe('ab[+A ¶+]cd¶')
  })
})
