import { Fragment, Slice } from 'prosemirror-model'
import { AllSelection, EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { leftAfterCut, onTheWay } from '../../../../src/renderer/editor/clipboard/carried.ts'
import { cleanText } from '../../../../src/renderer/editor/clipboard/clean-text.ts'
import { finalSlice } from '../../../../src/renderer/editor/clipboard/copied.ts'
import { dropSlice, pasteSlice } from '../../../../src/renderer/editor/clipboard/place.ts'
import { stripTracking } from '../../../../src/renderer/editor/clipboard/strip.ts'
import { schema } from '../../../../src/shared/document/schema.ts'
import { claim, comment, deleted, document, inserted, p } from '../../../support/document.ts'

const article = document(
  p('Of them ', claim('four million', 'k'), ' are ', comment('registered', 'c'), '.'),
  'Elsewhere.',
)

function select(from: number, to: number, doc = article): EditorState {
  return EditorState.create({ doc, selection: TextSelection.create(doc, from, to) })
}

const FOUR_MILLION = [9, 21] as const
const ELSEWHERE_END = article.content.size - 1

describe('what is copied', () => {
  test('is the final projection, with its anchors', () => {
    const deletion = { id: 'd', author: 'mara' }
    const doc = document(
      p({ paragraphMark: { deletion } }, 'One ', deleted('two ', 'mara')),
      p(inserted('three', 'ines'), ' ', claim('four', 'k')),
    )
    const state = EditorState.create({ doc, selection: new AllSelection(doc) })
    const { content } = finalSlice(state.selection.content())
    expect(schema.nodes.doc.create(null, content).eq(document(p('One three ', claim('four', 'k'))))).toBe(
      true,
    )
  })
  test('leaves its anchors and the one headline behind when it is stripped', () => {
    const doc = document(p({ style: 'headline' }, claim('Nine', 'k')), 'boats')
    const state = EditorState.create({ doc, selection: new AllSelection(doc) })
    const { content } = stripTracking(state.selection.content())
    expect(
      schema.nodes.doc.create(null, content).eq(document(p({ style: 'heading1' }, 'Nine'), 'boats')),
    ).toBe(true)
  })
  test('may end in a table, and leaves deleted rows of one behind', () => {
    const gone = { tracking: { deletion: { id: 'd', author: 'mara' } } }
    const row = (text: string, attrs = {}) =>
      schema.node('row', attrs, [schema.node('cell', null, [p(text)])])
    const table = schema.node('table', null, [row('a'), row('b', gone)])
    const rows = stripTracking(new Slice(table.content, 0, 0))
    expect(rows.content.toJSON()).toEqual([row('a').toJSON()])
    const none = schema.node('table', null, [row('b', gone)])
    expect(stripTracking(new Slice(Fragment.from(none), 0, 0)).size).toBe(0)
  })
})

describe('anchors on the way', () => {
  const cut = finalSlice(select(...FOUR_MILLION).selection.content())
  const left = leftAfterCut(article, cut)

  test('are those whose words only the clipboard has', () => {
    const after = select(...FOUR_MILLION).tr.deleteSelection().doc
    expect(onTheWay(after, left)).toEqual(new Set(['claim:k']))
    expect(onTheWay(article, left)).toEqual(new Set())
  })
  test('count deleted words as gone', () => {
    const struck = document(p('Of them ', deleted(claim('four million', 'k'), 'ines'), ' are.'), 'Elsewhere.')
    expect(onTheWay(struck, left)).toEqual(new Set(['claim:k']))
  })
  test('are also those of which a part stayed, for as long as that part is as it was', () => {
    const half = leftAfterCut(article, finalSlice(select(14, 21).selection.content()))
    const after = select(14, 21).tr.deleteSelection().doc
    expect(onTheWay(after, half)).toEqual(new Set(['claim:k']))
    expect(onTheWay(EditorState.create({ doc: after }).tr.delete(9, 11).doc, half)).toEqual(new Set())
  })
})

describe('putting a slice in', () => {
  test('a drag moves the words with their anchors, and names these for the tracker', () => {
    const state = select(...FOUR_MILLION)
    const slice = finalSlice(state.selection.content())
    const tr = dropSlice(state, slice, ELSEWHERE_END, true)
    expect(
      tr?.doc.eq(
        document(
          p('Of them ', ' are ', comment('registered', 'c'), '.'),
          p('Elsewhere.', claim('four million', 'k')),
        ),
      ),
    ).toBe(true)
    expect(tr?.getMeta('stetCarried')).toEqual(new Set(['claim:k']))
    expect(tr?.selection.content().content.textBetween(0, 13)).toBe('four million')
  })
  test('a drag onto itself is none', () => {
    const state = select(...FOUR_MILLION)
    expect(dropSlice(state, finalSlice(state.selection.content()), 12, true)).toBe(null)
  })
  test('a paste in an empty paragraph keeps the style of whole paragraphs, and of words takes that of the place', () => {
    const state = select(1, 1, document(''))
    const heading = p({ style: 'heading2' }, 'Head')
    const two = EditorState.create({ doc: document(heading, 'Body') })
    const all = two.doc.slice(1, two.doc.content.size - 1)
    expect(pasteSlice(state, all).doc.eq(document(heading, 'Body'))).toBe(true)
    expect(pasteSlice(state, two.doc.slice(1, 5)).doc.eq(document('Head'))).toBe(true)
  })
})

test('characters that nobody sees are dropped, and only those', () => {
  expect(cleanText('a\u200bb\u0000c\ud800d')).toBe('abcd')
  const kept = 'naïve “x” — 5\u00a0km 👩‍🚀 👍🏽 می‌خواهم עברית\u200f हिन्दी 🏴󠁧󠁢󠁥󠁮󠁧󠁿 a\tb\n'
  expect(cleanText(kept)).toBe(kept)
})
