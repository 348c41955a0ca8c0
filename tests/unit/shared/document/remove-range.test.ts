import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { removeRange } from '../../../../src/shared/document/remove-range.ts'
import { schema } from '../../../../src/shared/document/schema.ts'
import { trackChanges } from '../../../../src/shared/document/tracking/tracker.ts'
import { project } from '../../../../src/shared/document/projection.ts'
import { counter, document, p } from '../../../support/document.ts'
import { EVERY_RUN, parametersOf, play, same, timeoutOf } from '../../../support/fuzz.ts'
import { buildArticle, randomArticle } from '../../../support/random-articles.ts'
import { randomArticleEdit } from '../../../support/random-edits.ts'

const cell = (...paragraphs: readonly Node[]) => schema.node('cell', null, paragraphs)
const row = (...cells: readonly Node[]) => schema.node('row', null, cells)
const table = (...rows: readonly Node[]) => schema.node('table', null, rows)
const note = (...paragraphs: readonly Node[]) => schema.node('footnote', null, paragraphs)

/** The position before the first of these words, wherever they stand. */
function at(doc: Node, text: string): number {
  let found = -1
  doc.descendants((node, position) => {
    const index = node.text?.indexOf(text) ?? -1
    if (found < 0 && index >= 0) found = position + index
  })
  return found
}

function remove(doc: Node, from: number, to: number): Node {
  const transform = new Transform(doc)
  removeRange(transform, from, to)
  transform.doc.check()
  return transform.doc
}

const grid = (a: string, b: string) => table(row(cell(p(a)), cell(p(b))))

test.each<[string, Node, string, string, Node]>([
  [
    'from a paragraph over a table into another',
    document('one', grid('ab', 'cd'), 'two'),
    'ne',
    'wo',
    document('owo'),
  ],
  [
    'from a paragraph into a cell',
    document('one', grid('ab', 'cd'), 'two'),
    'ne',
    'd',
    document('o', grid('', 'd'), 'two'),
  ],
  [
    'out of a cell',
    document('one', grid('ab', 'cd'), 'x', 'two'),
    'b',
    'wo',
    document('one', grid('a', ''), 'wo'),
  ],
  [
    'from cell to cell',
    document('one', grid('ab', 'cd'), 'two'),
    'b',
    'd',
    document('one', grid('a', 'd'), 'two'),
  ],
  [
    'from table to table, of which no one touches the other',
    document(grid('ab', 'cd'), 'one', 'two', grid('ef', 'gh'), 'x'),
    'd',
    'f',
    document(grid('ab', 'c'), '', grid('f', 'gh'), 'x'),
  ],
  [
    'out of a note',
    document(p('one', note(p('ab'), p('cd')), 'two'), 'three'),
    'b',
    'hree',
    document(p('one', note(p('a')), 'hree')),
  ],
  [
    'into a note',
    document('one', p('two', note(p('ab')), 'x')),
    'ne',
    'b',
    document(p('o', note(p('b')), 'x')),
  ],
  ['over a note', document(p('one', note(p('ab')), 'two')), 'ne', 'wo', document('owo')],
])('%s', (_, doc, first, last, expected) => {
  same(remove(doc, at(doc, first), at(doc, last)), expected)
})

test('a whole text leaves one empty paragraph, which keeps the first style', () => {
  const doc = document(p({ style: 'headline' }, 'one'), grid('ab', 'cd'), p({ style: 'quote' }, 'two'))
  same(remove(doc, 1, doc.content.size - 1), document(p({ style: 'headline' })))
})

test('a whole cell leaves one empty paragraph', () => {
  const doc = document(table(row(cell(p('ab'), p('cd')))), 'x')
  same(remove(doc, 3, 3 + 8), document(table(row(cell(p()))), 'x'))
})

test('a table alone goes', () => {
  const doc = document(grid('ab', 'cd'), 'one')
  same(remove(doc, 0, doc.child(0).nodeSize), document('one'))
})

const share = fc.double({ min: 0, max: 1, noNaN: true })

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Two places, the smaller first; never within a character: no selection ends there, and no change may. */
function placesIn(doc: Node, shares: readonly [number, number]): [number, number] {
  const places = shares.map((part) => {
    const position = Math.round(part * doc.content.size)
    const place = doc.resolve(position)
    const text = place.textOffset > 0 ? (place.parent.child(place.index()).text ?? '') : ''
    return position - place.textOffset + (graphemes.segment(text).containing(place.textOffset)?.index ?? 0)
  })
  return places.toSorted((a, b) => a - b) as [number, number]
}

/** All that stands in a stretch, whatever holds it. */
function content(doc: Node, from: number, to: number): string {
  return doc.textBetween(from, to, '', (leaf) => (leaf.type === schema.nodes.image ? '▣' : '⏎'))
}

test('what stands outside of the stretch stays, and the document is a document', () => {
  fc.assert(
    fc.property(randomArticle, share, share, (article, one, other) => {
      const doc = buildArticle(article)
      const [from, to] = placesIn(doc, [one, other])
      const left = remove(doc, from, to)
      const expected = content(doc, 0, from) + content(doc, to, doc.content.size)
      expect(content(left, 0, left.content.size)).toBe(expected)
    }),
    parametersOf({ ...EVERY_RUN, runs: EVERY_RUN.runs * 2 }),
  )
})

/** That author removes the stretch; the redline, and the same edit untracked. */
function removeTracked(base: Node, one: number, other: number): { redline: Node; edited: Node } {
  const [from, to] = placesIn(base, [one, other])
  const local = new Transform(base)
  removeRange(local, from, to)
  const edited = { doc: local.doc, maps: local.mapping.maps }
  const { transform } = trackChanges(base, edited, { author: 'A', newId: counter('r') })
  transform.doc.check()
  return { redline: transform.doc, edited: local.doc }
}

test('tracked, accepting it gives what removing it gives, and rejecting it the text before', () => {
  fc.assert(
    fc.property(randomArticle, share, share, (article, one, other) => {
      const base = buildArticle(article)
      const { redline, edited } = removeTracked(base, one, other)
      same(project(redline, 'final'), edited)
      same(project(redline, 'original'), base)
    }),
    parametersOf(EVERY_RUN),
  )
})

test(
  'tracked over the changes of others, rejecting everything gives the text before',
  () => {
    const edits = fc.array(randomArticleEdit, { maxLength: 6 })
    fc.assert(
      fc.property(randomArticle, edits, share, share, (article, list, one, other) => {
        const start = buildArticle(article)
        same(project(removeTracked(play(start, list), one, other).redline, 'original'), start)
      }),
      parametersOf({ ...EVERY_RUN, runs: EVERY_RUN.runs / 2 }),
    )
  },
  timeoutOf(EVERY_RUN),
)
