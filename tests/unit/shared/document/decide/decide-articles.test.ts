import { Transform } from 'prosemirror-transform'
import type { Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import type { Tracking } from '../../../../../src/shared/document/attributes.ts'
import { decide } from '../../../../../src/shared/document/decide/decide.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { applyStoredSteps } from '../../../../../src/shared/document/stored-steps.ts'
import { cell, deletedAs, image, insertedAs, note, outline, row, table } from '../../../../support/article.ts'
import { deleted, document, inserted, p } from '../../../../support/document.ts'
import { openIds } from '../../../../support/random-tracking.ts'

function decided(doc: Node, verdict: 'accept' | 'reject', ...ids: string[]): Node {
  const transform = decide(doc, ids.length > 0 ? new Set(ids) : 'all', verdict)
  transform.doc.check()
  const [step] = transform.steps
  expect(transform.steps.length).toBeLessThan(2)
  if (step) expect(step.invert(doc).apply(transform.doc).doc?.eq(doc)).toBe(true)
  return transform.doc
}

function mark(state: Tracking): { paragraphMark: Tracking } {
  return { paragraphMark: state }
}
const gone = mark({ deletion: { id: 'd', author: 'A' } })

describe('rows and cells', () => {
  const doc = document(
    table(row(null, 'a', 'b'), row(insertedAs('i'), 'c', 'd'), row(deletedAs('d'), 'e', 'f')),
    'end',
  )

  test('go when their insertion is rejected or their deletion accepted', () => {
    expect(outline(decided(doc, 'accept'))).toBe('[a¶|b¶;c¶|d¶]end¶')
    expect(outline(decided(doc, 'reject'))).toBe('[a¶|b¶;e¶|f¶]end¶')
    expect(openIds(decided(doc, 'accept', 'i'))).toEqual(['d'])
  })

  test('take all that they hold along, open or not', () => {
    const open = document(
      table(row(null, 'a'), row(deletedAs('d'), cell({}, p(inserted('b', 'B', 'i'))))),
      'end',
    )
    expect(openIds(decided(open, 'accept', 'd'))).toEqual([])
  })

  test('a column goes cell by cell, and a row with its last cell, and the table with its last row', () => {
    const column = document(
      table(row(null, 'a', cell(deletedAs('d'), 'b')), row(insertedAs('i'), cell(deletedAs('d'), 'c'))),
      'end',
    )
    const once = decided(column, 'accept', 'd')
    expect(outline(once)).toBe('[a¶]end¶')
    expect(openIds(once)).toEqual([])
    const all = document('one', table(row(null, cell(deletedAs('d'), 'b'))), 'end')
    expect(outline(decided(all, 'accept'))).toBe('one¶end¶')
  })

  test('text in a cell is decided by itself, and the last ¶ of the cell stands', () => {
    const open = document(
      table(row(null, cell({}, p('a', deleted('b', 'A', 'd'), gone), p('c', gone)))),
      'end',
    )
    expect(outline(decided(open, 'accept'))).toBe('[ac¶]end¶')
    expect(openIds(decided(open, 'accept'))).toEqual([])
  })
})

describe('a ¶ before a table', () => {
  test('goes with the table between two paragraphs', () => {
    const doc = document(p('a', gone), table(row(deletedAs('d'), 'x')), 'b')
    expect(outline(decided(doc, 'accept'))).toBe('ab¶')
  })

  test('goes with an empty line when the table stays', () => {
    const doc = document(p(deleted('a', 'A', 'd'), gone), table(row(null, 'x')), 'b')
    const [step] = decide(doc, 'all', 'accept').steps
    expect(outline(decided(doc, 'accept'))).toBe('[x¶]b¶')
    // Only the line: what is in the table keeps its place.
    expect(step?.getMap().mapResult(6).deleted).toBe(false)
  })

  test('lets its text run on behind the table, in whatever order the rest is decided', () => {
    const doc = document(p('a', gone), table(row(deletedAs('r'), 'x')), 'b')
    expect(outline(decided(doc, 'accept', 'd'))).toBe('[x¶]ab¶')
    expect(outline(decided(decided(doc, 'accept', 'd'), 'accept', 'r'))).toBe('ab¶')
    expect(outline(decided(decided(doc, 'accept', 'r'), 'accept', 'd'))).toBe('ab¶')
  })

  test('is not brought back over what was written there since', () => {
    const doc = document(p('a', gone), table(row(null, 'x')), 'b')
    const accepted = decide(doc, 'all', 'accept')
    const since = new Transform(accepted.doc).insert(7, schema.text('new'))
    expect(accepted.steps[0]?.invert(doc).map(since.mapping)).toBeNull()
  })
})

describe('notes and pictures', () => {
  test('a note goes whole; in one that stays each change is decided by itself', () => {
    const doc = document(
      p('a', deleted([note(p('x', inserted('y', 'B', 'i')))], 'A', 'd'), inserted([image()], 'A', 'p')),
    )
    expect(outline(decided(doc, 'accept', 'd'))).toBe('a▣¶')
    expect(outline(decided(doc, 'reject', 'd', 'i'))).toBe('a(x¶)▣¶')
    expect(openIds(decided(doc, 'reject', 'd'))).toEqual(['i', 'p'])
    expect(outline(decided(doc, 'reject', 'p'))).toBe('a(xy¶)¶')
  })
})

describe('a move', () => {
  const moved = { id: 'm', author: 'A', move: 'm' }
  const from = schema.text('word', [schema.mark('deletion', moved)])
  const to = schema.text('word', [schema.mark('insertion', moved)])
  const typed = schema.text('new', [schema.mark('insertion', { id: 't', author: 'B', move: 'm' })])
  const doc = document(p('a', from, p('').children, 'b', to, typed))

  test('is decided on both sides by its id', () => {
    expect(outline(decided(doc, 'accept', 'm'))).toBe('abwordnew¶')
    expect(outline(decided(doc, 'reject', 'm'))).toBe('awordb¶')
  })

  test('leaves what was put into it open by itself when accepted, and takes it along when rejected', () => {
    const accepted = decided(doc, 'accept', 'm')
    expect(openIds(accepted)).toEqual(['t'])
    expect(accepted.child(0).lastChild?.marks[0]?.attrs).toEqual({ id: 't', author: 'B', move: null })
    expect(openIds(decided(doc, 'reject', 'm'))).toEqual([])
    expect(outline(decided(doc, 'reject', 't'))).toBe('awordbword¶')
  })

  test('of a row is the same', () => {
    const rows = document(
      table(
        row(deletedAs('m', 'm'), 'a'),
        row(null, 'b'),
        row(insertedAs('m', 'm'), 'a'),
        row(insertedAs('t', 'm'), 'c'),
      ),
      'end',
    )
    expect(outline(decided(rows, 'accept', 'm'))).toBe('[b¶;a¶;c¶]end¶')
    expect(outline(decided(rows, 'reject', 'm'))).toBe('[a¶;b¶]end¶')
    expect(decided(rows, 'accept', 'm').child(0).lastChild?.attrs).toMatchObject(insertedAs('t'))
  })
})

describe('a stored decision on a table', () => {
  const doc = document(table(row(null, 'a', 'b'), row(insertedAs('i'), 'c', 'd')), p('x', note('n')), 'end')
  const apply = (...pieces: unknown[]) => applyStoredSteps(doc, [{ stepType: 'decide', pieces }])
  const rowJson: unknown = row(null, 'z', 'z').toJSON()
  const nodes = { kind: 'nodes', from: 13, to: 13, content: [rowJson] }
  const state = { kind: 'node', from: 13, to: 14, attrs: { tracking: null } }
  const table1: unknown = doc.child(0).toJSON()

  test('is applied as it stands', () => {
    const applied = apply(nodes, state)
    expect(applied.ok && outline(applied.doc)).toBe('[a¶|b¶;z¶|z¶;c¶|d¶]x(n¶)¶end¶')
    expect(applied.ok && openIds(applied.doc)).toEqual([])
  })

  test.each([
    ['puts a row between paragraphs', [{ ...nodes, from: 26, to: 26 }]],
    ['puts a paragraph between rows', [{ ...nodes, content: [p('z').toJSON()] }]],
    ['puts a table into a cell', [{ ...nodes, from: 3, to: 3, content: [table1] }]],
    ['puts a table last', [{ ...nodes, from: doc.content.size, to: doc.content.size, content: [table1] }]],
    ['takes the last row away', [{ ...nodes, from: 1, to: 25, content: undefined }]],
    ['cuts a row in two', [{ ...nodes, from: 1, to: 8, content: undefined }]],
    ['replaces nothing by nothing', [{ ...nodes, content: undefined }]],
    ['brings a whole document', [{ ...nodes, content: [doc.toJSON()] }]],
    ['brings bare text', [{ ...nodes, content: [{ type: 'text', text: 'z' }] }]],
    ['brings a row without cells', [{ ...nodes, content: [{ type: 'row' }] }]],
    ['touches where it should be one', [nodes, nodes]],
    ['names a row where none is', [{ ...state, from: 15, to: 16 }]],
    ['names a row among paragraphs', [{ ...state, from: 26, to: 27 }]],
    ['sets more than the state of a row', [{ ...state, attrs: { tracking: null, colspan: 2 } }]],
    ['sets a state of no known kind', [{ ...state, attrs: { tracking: {} } }]],
    ['replaces from a note into the text', [{ kind: 'replace', from: 31, to: 33 }]],
    ['marks half a note', [{ kind: 'marks', from: 28, to: 30, removed: [], added: [{ type: 'strong' }] }]],
  ])('is refused in words when it %s', (_name, pieces) => {
    const applied = apply(...pieces)
    const message = expect.stringMatching(/^The edit .{12,}/u) as string
    expect(applied).toMatchObject({ ok: false, message })
  })

  test('may be as deep as a document is', () => {
    const deep = document(
      'a',
      table(row(deletedAs('d'), cell({}, p(note(p(inserted([image()], 'A')))))), row(null, 'b')),
      'c',
    )
    const accepted = decide(deep, 'all', 'accept')
    const stored = [...accepted.steps, accepted.steps[0]?.invert(deep)].map(
      (step) => step?.toJSON() as unknown,
    )
    const undone = applyStoredSteps(deep, stored)
    expect(undone.ok && undone.doc.eq(deep)).toBe(true)
  })
})
