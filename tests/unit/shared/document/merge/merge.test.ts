import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import { addAnchor } from '../../../../../src/shared/document/anchors.ts'
import { decide } from '../../../../../src/shared/document/decide/decide.ts'
import { merge } from '../../../../../src/shared/document/merge/merge.ts'
import { project } from '../../../../../src/shared/document/projection.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { trackChanges } from '../../../../../src/shared/document/tracking/tracker.ts'
import {
  bold,
  counter,
  deleted,
  document,
  endPositionOf,
  inserted,
  p,
  positionOf,
  show,
} from '../../../../support/document.ts'
import { same } from '../../../../support/fuzz.ts'

type Change = (transform: Transform) => unknown

/** Author A's and author B's pass over a base, merged; ids are told apart by their author. */
function passes(base: Node, changeA: Change, changeB: Change): { one: Node; other: Node } {
  const by = (author: string, change: Change) => {
    const local = new Transform(base)
    change(local)
    const edit = { doc: local.doc, maps: local.mapping.maps }
    return trackChanges(base, edit, { author, newId: counter(author) }).transform.doc
  }
  return { one: by('A', changeA), other: by('B', changeB) }
}

function merged(base: Node, changeA: Change, changeB: Change) {
  const { one, other } = passes(base, changeA, changeB)
  const result = merge(base, one, other)
  result.doc.check()
  same(merge(base, other, one).doc, result.doc)
  same(project(result.doc, 'original'), project(base, 'original'))
  return { text: show(result.doc), conflicts: result.conflicts }
}

const insert =
  (words: string, before: string): Change =>
  (tr) =>
    tr.insert(positionOf(tr.doc, before), schema.text(words))

const remove =
  (words: string): Change =>
  (tr) =>
    tr.delete(positionOf(tr.doc, words), endPositionOf(tr.doc, words))

describe('two passes over one text', () => {
  const base = document('The old bridge was closed.')

  test('changes in different places stand side by side', () => {
    expect(merged(base, insert('very ', 'old'), remove(' closed'))).toEqual({
      text: 'The [+A very +]old bridge was[-B  closed-].¶',
      conflicts: [],
    })
  })

  test('insertions in one place follow each other by author', () => {
    expect(merged(base, insert('very ', 'old'), insert('grand ', 'old')).text).toBe(
      'The [+A very +][+B grand +]old bridge was closed.¶',
    )
  })

  test('a new paragraph comes before what was put at the start of the next', () => {
    const both = merged(base, insert('Look: ', 'The'), (tr) =>
      tr.insert(0, schema.node('para', null, [schema.text('Harbour news')])),
    )
    expect(both.text).toBe('[+B Harbour news+][+B ¶+][+A Look: +]The old bridge was closed.¶')
  })

  test('what both deleted is deleted once, by the first in order', () => {
    const both = merged(base, remove('old bridge'), remove('bridge was'))
    expect(both.text).toBe('The [-A old bridge-][-B  was-] closed.¶')
    expect(both.conflicts).toEqual([{ kind: 'bothDeleted', ids: ['A1', 'B1'], words: 'bridge' }])
  })

  test('text put within what the other deleted stays, and is told', () => {
    const both = merged(base, remove('old bridge'), insert('stone ', 'bridge'))
    expect(both.text).toBe('The [-A old -][+B stone +][-A bridge-] was closed.¶')
    expect(both.conflicts).toEqual([{ kind: 'changedInDeleted', ids: ['A1', 'B1'], words: 'stone ' }])
  })

  const mark =
    (name: 'strong' | 'em', words: string): Change =>
    (tr) =>
      tr.addMark(positionOf(tr.doc, words), endPositionOf(tr.doc, words), schema.mark(name))

  test('formatting of the same words is combined', () => {
    const both = merged(base, mark('strong', 'old'), mark('em', 'old'))
    expect(both.text).toBe('The {A /*old*/} bridge was closed.¶')
    expect(both.conflicts).toEqual([{ kind: 'bothFormatted', ids: ['A1', 'B1'], words: 'old' }])
  })

  test('properties of a paragraph are combined, and of two styles the first stays', () => {
    const set =
      (name: string, value: string): Change =>
      (tr) =>
        tr.setNodeAttribute(0, name, value)
    const both = merged(base, set('style', 'heading2'), set('align', 'center'))
    expect(both.text).toBe('heading2.center(A:body):The old bridge was closed.¶')
    expect(both.conflicts).toEqual([{ kind: 'bothSet', ids: ['A1', 'B1'], words: '\n' }])
    expect(merged(base, set('style', 'heading2'), set('style', 'quote')).text).toMatch(/^heading2/)
  })

  test('comments of both are there, over what the other put between as well', () => {
    const { other } = passes(base, () => undefined, insert('very ', 'old'))
    const one = addAnchor(base, 'comment', '1', [{ from: 1, to: positionOf(base, ' was') }]).doc
    const commented = addAnchor(other, 'comment', '2', [{ from: 1, to: 4 }]).doc
    expect(show(merge(base, one, commented).doc)).toBe(
      '«1 «2 The»»«1  »[+B «1 very »+]«1 old bridge» was closed.¶'.replace('«1 «2 The»»', '«2 «1 The»»'),
    )
  })
})

describe('two passes over a text with open changes', () => {
  const base = document(p('A ', inserted('quite ', 'C', 'i'), deleted('very ', 'C', 'd'), 'old bridge.'))
  const decided = (ids: readonly string[], verdict: 'accept' | 'reject') =>
    decide(base, new Set(ids), verdict).doc

  test('what one pass decided is decided, where the other left it open', () => {
    expect(show(merge(base, decided(['i'], 'accept'), decided(['d'], 'accept')).doc)).toBe(
      'A quite old bridge.¶',
    )
    expect(show(merge(base, decided(['i', 'd'], 'reject'), base).doc)).toBe('A very old bridge.¶')
  })

  test('what one accepted and the other rejected is open again, and told', () => {
    const both = merge(base, decided(['i', 'd'], 'accept'), decided(['i', 'd'], 'reject'))
    expect(show(both.doc)).toBe(show(base))
    expect(both.conflicts).toEqual([
      { kind: 'decidedDifferently', ids: ['i'], words: 'quite ' },
      { kind: 'decidedDifferently', ids: ['d'], words: 'very ' },
    ])
  })

  test('a change that both hold already is not doubled', () => {
    const { one, other } = passes(base, insert('stone ', 'bridge'), insert('grey ', 'bridge'))
    const exchanged = merge(base, one, other).doc
    same(merge(base, exchanged, other).doc, exchanged)
    same(merge(base, exchanged, exchanged).doc, exchanged)
  })

  test('what was accepted in one pass is not doubled by the open change in the other', () => {
    const { one } = passes(base, insert('stone ', 'bridge'), () => undefined)
    const accepted = decide(one, new Set(['A1']), 'accept').doc
    expect(show(merge(base, one, accepted).doc)).toBe('A [+C quite +][-C very -]old stone bridge.¶')
  })
})

describe('two passes over tables and notes', () => {
  const cell = (content: string | Node) =>
    schema.node('cell', null, [typeof content === 'string' ? p(content) : content])
  const row = (...cells: readonly (string | Node)[]) => schema.node('row', null, cells.map(cell))
  const table = (...rows: readonly Node[]) => schema.node('table', null, rows)
  const ref = (author: string) => ({ insertion: { id: `${author}1`, author } })
  const newRow = (author: string, words: string) =>
    schema.node('row', { tracking: ref(author) }, [
      schema.node('cell', { tracking: null }, [p(inserted(words, author, `${author}1`))]),
    ])

  test('words in one cell, and rows in one place', () => {
    const base = document(table(row('North'), row('South')), 'End')
    const one = document(
      table(row(p('North', inserted(' side', 'A', 'A2'))), newRow('A', 'East'), row('South')),
      'End',
    )
    const other = document(
      table(row(p(deleted('North', 'B', 'B2'))), newRow('B', 'West'), row('South')),
      'End',
    )
    const { doc, conflicts } = merge(base, one, other)
    doc.check()
    expect(doc.child(0).children.map((each) => each.textContent)).toEqual([
      'North side',
      'East',
      'West',
      'South',
    ])
    expect(conflicts).toEqual([])
    same(merge(base, other, one).doc, doc)
    same(merge(base, doc, other).doc, doc)
  })

  test('rows in a table that is new itself: it stays one', () => {
    const first = newRow('I', 'North')
    const base = document(table(first), 'End')
    const one = document(table(newRow('A', 'East'), first), 'End')
    const other = document(table(first, newRow('B', 'West')), 'End')
    const { doc } = merge(base, one, other)
    expect(doc.children.map((each) => each.textContent)).toEqual(['EastNorthWest', 'End'])
    same(merge(base, other, one).doc, doc)
    same(merge(base, doc, other).doc, doc)
    // Where the table was taken in meanwhile, it is the same one, too.
    const plain = document(table(row('North')), 'End')
    expect(merge(base, plain, other).doc.childCount).toBe(2)
  })

  test('words in one note', () => {
    const note = (...content: readonly (string | readonly Node[])[]) =>
      schema.node('footnote', null, [p(...content)])
    const base = document(p('Seen', note('By all.')))
    const one = document(p('Seen', note(inserted('Then ', 'A'), 'By all.')))
    const other = document(p('Seen', note('By all', inserted(' but one', 'B'), '.')))
    expect(merge(base, one, other).doc.textContent).toBe('SeenThen By all but one.')
  })

  test('a table that one pass took away by decision goes, with what the other left as it was', () => {
    const base = document(table(newRow('C', 'East')), 'End')
    const rejected = document('End')
    expect(show(merge(base, rejected, base).doc)).toBe('End¶')
  })

  test('formatting of a word is kept beside the other pass', () => {
    const base = document(p('One ', bold('two')))
    same(merge(base, base, base).doc, base)
  })
})

describe('one change, decided differently', () => {
  const ids = new Set(['f'])

  test('formatting that one accepted and the other rejected is open again', () => {
    const change = schema.mark('formatChange', { id: 'f', author: 'C', before: [] })
    const base = document(p('The ', schema.text('old', [change, schema.mark('strong')]), ' bridge.'))
    const [one, other] = [decide(base, ids, 'accept').doc, decide(base, ids, 'reject').doc]
    const conflicts = [{ kind: 'decidedDifferently', ids: ['f'], words: 'old' }]
    for (const result of [merge(base, one, other), merge(base, other, one)]) {
      expect(show(result.doc)).toBe(show(base))
      expect(result.conflicts).toEqual(conflicts)
    }
  })

  test('so is the style of a paragraph', () => {
    const before = { style: 'body', list: null, align: 'start' } as const
    const base = document(
      p({ style: 'heading1', paragraphChange: { id: 'f', author: 'C', before } }, 'The bridge'),
    )
    const [one, other] = [decide(base, ids, 'accept').doc, decide(base, ids, 'reject').doc]
    const conflicts = [{ kind: 'decidedDifferently', ids: ['f'], words: '\n' }]
    for (const result of [merge(base, one, other), merge(base, other, one)]) {
      expect(show(result.doc)).toBe(show(base))
      expect(result.conflicts).toEqual(conflicts)
    }
  })
})
