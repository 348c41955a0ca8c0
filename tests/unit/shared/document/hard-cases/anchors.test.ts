import { describe, expect, test } from 'vitest'
import { addAnchor, wordAt } from '../../../../../src/shared/document/anchors.ts'
import { decide } from '../../../../../src/shared/document/decide/decide.ts'
import { indexDocument } from '../../../../../src/shared/document/index/document-index.ts'
import { readFinalText } from '../../../../../src/shared/document/quotes/final-text.ts'
import { anchorKey, quotesOf } from '../../../../../src/shared/document/quotes/quote.ts'
import { reattach } from '../../../../../src/shared/document/quotes/reattach.ts'
import {
  claim,
  comment,
  deleted,
  document,
  inserted,
  p,
  show,
  tracked,
} from '../../../../support/document.ts'

/** The hard cases of change tracking, one test each: comments and claims. */

const commentOf = (...[doc]: Parameters<typeof indexDocument>) => indexDocument(doc).comments.get('1')

describe('a comment', () => {
  test('on deleted text stays until the text goes; undo of that has it back', () => {
    const start = document(p('a ', comment('word', '1'), ' b'))
    const redline = tracked(start, 'A', (tr) => tr.delete(3, 7))
    expect(show(redline)).toBe('a [-A «1 word»-] b¶')
    expect(commentOf(redline)).toEqual({ id: '1', places: 1, words: '', styles: [] })
    const acceptance = decide(redline, 'all', 'accept')
    expect(commentOf(acceptance.doc)).toBeUndefined()
    const [step] = acceptance.steps
    const back = step?.invert(redline).apply(acceptance.doc).doc
    expect(back?.eq(redline)).toBe(true)
  })

  test('on inserted text stays until the insertion is rejected', () => {
    const redline = document(p('a', comment(inserted('bc', 'A'), '1')))
    expect(commentOf(decide(redline, 'all', 'accept').doc)?.words).toBe('bc')
    expect(commentOf(decide(redline, 'all', 'reject').doc)).toBeUndefined()
  })

  test('whose words have gone finds them again by its quote', () => {
    const start = document(p('They moved fuel, and ', comment('officials knew', '1'), ' of it.'))
    const quotes = quotesOf(readFinalText(start), anchorKey('comment', '1'))
    const retyped = document('They moved fuel, and officials knew of it.')
    const { transform, outcome } = reattach(retyped, { mark: 'comment', id: '1', quotes })
    expect(outcome).toEqual({ kind: 'attached' })
    expect(transform.doc.eq(start)).toBe(true)
  })

  test('may lie over another, and over a claim', () => {
    const doc = addAnchor(
      addAnchor(document(p(claim('abcd', '9'))), 'comment', '1', [{ from: 1, to: 4 }]).doc,
      'comment',
      '2',
      [{ from: 2, to: 5 }],
    ).doc
    const { comments, claims } = indexDocument(doc)
    expect([comments.get('1')?.words, comments.get('2')?.words]).toEqual(['abc', 'bcd'])
    expect(claims.get('9')?.words).toBe('abcd')
  })

  test('across paragraphs is one, of several ranges', () => {
    const { doc } = addAnchor(document('ab', 'cd'), 'comment', '1', [{ from: 2, to: 6 }])
    expect(show(doc)).toBe('a«1 b»¶«1 c»d¶')
    expect(indexDocument(doc).comments.size).toBe(1)
  })

  test('without a selection takes the word at the caret, and none in a gap', () => {
    const doc = document('Nine boats.  Ten.')
    expect(wordAt(doc, 8)).toEqual({ from: 6, to: 11 })
    expect(wordAt(doc, 13)).toBeNull()
  })

  test('on text that two people changed is taken along by both decisions', () => {
    const redline = document(
      p('a', comment([...inserted('b', 'A', 'x'), ...deleted('c', 'B', 'y')], '1'), 'd'),
    )
    expect(commentOf(decide(redline, new Set(['y']), 'reject').doc)?.words).toBe('bc')
    expect(commentOf(decide(redline, new Set(['x']), 'reject').doc)).toEqual({
      id: '1',
      places: 1,
      words: '',
      styles: [],
    })
  })
})

describe('replacing the words of an anchor', () => {
  test('the new ones belong to it, and after a rejection the old ones do', () => {
    const start = document(p('a ', claim('plan', '1'), ' b'))
    const redline = tracked(start, 'A', (tr) => tr.replaceWith(3, 7, start.type.schema.text('x')))
    expect(show(redline)).toBe('a [-A ‹1 plan›-][+A ‹1 x›+] b¶')
    expect(indexDocument(decide(redline, 'all', 'accept').doc).claims.get('1')?.words).toBe('x')
    expect(decide(redline, 'all', 'reject').doc.eq(start)).toBe(true)
  })
})
