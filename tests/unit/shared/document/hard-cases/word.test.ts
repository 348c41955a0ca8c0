import type { Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import type { ParagraphAttrs } from '../../../../../src/shared/document/attributes.ts'
import { canonicalText } from '../../../../../src/shared/document/canonical.ts'
import { compare } from '../../../../../src/shared/document/compare/compare.ts'
import { decide } from '../../../../../src/shared/document/decide/decide.ts'
import { indexDocument } from '../../../../../src/shared/document/index/document-index.ts'
import { merge } from '../../../../../src/shared/document/merge/merge.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { readBlocks } from '../../../../../src/shared/document/segments.ts'
import { parseDocument } from '../../../../../src/shared/document/stored-steps.ts'
import { counter, document, p, trackedEditor } from '../../../../support/document.ts'
import { cell, note, row, table } from '../../../../support/article.ts'
import { same } from '../../../../support/fuzz.ts'
import { keyOf, lookMark } from '../../../../support/random-document.ts'

/** The hard cases of what a Word file brings along: looks, kept objects, changes of layout, endnotes. */

const rejected = (doc: Node) => decide(doc, 'all', 'reject').doc
const accepted = (doc: Node) => decide(doc, 'all', 'accept').doc
const told = (doc: Node) =>
  indexDocument(doc).changes.map(({ kind, author, inserted, deleted, description }) =>
    [kind, author, inserted, deleted, description].filter((word) => word !== '').join(' '),
  )
const kept = (text: string, key = keyOf(1)) => schema.nodes.preserved.create({ key, kind: 'field', text })
const lookOf = (doc: Node, at: number) => (doc.child(at).attrs as ParagraphAttrs).look

describe('looks', () => {
  test('Enter hands the look of a paragraph to both, and nothing is changed by it', () => {
    const editor = trackedEditor(document(p({ look: keyOf(1) }, 'one two')))
    editor.edit('A', (tr) => tr.split(4))
    expect([lookOf(editor.doc(), 0), lookOf(editor.doc(), 1)]).toEqual([keyOf(1), keyOf(1)])
    expect(told(editor.doc())).toEqual(['split A \n'])
  })

  test('two paragraphs that become one look as the first did, which a decision can take back', () => {
    const start = document(p({ look: keyOf(1) }, 'one'), p('two'))
    const editor = trackedEditor(start)
    editor.edit('A', (tr) => tr.join(5))
    expect(lookOf(accepted(editor.doc()), 0)).toBe(keyOf(1))
    same(rejected(editor.doc()), start)
  })

  test('what is typed in a run looks as the run does', () => {
    const run = schema.text('words', [lookMark(1)])
    const editor = trackedEditor(document(p([run])))
    editor.edit('A', (tr) => tr.insert(3, schema.text('x', [lookMark(1)])))
    const segments = readBlocks(editor.doc()).flatMap((block) =>
      block.kind === 'paragraph' ? block.segments.map(({ text, look }) => [text, look]) : [],
    )
    expect(segments).toEqual([
      ['wo', keyOf(1)],
      ['x', keyOf(1)],
      ['rds', keyOf(1)],
    ])
  })

  test('another font is a change of format, told in words', () => {
    const start = document(p([schema.text('words', [lookMark(1)])]))
    const editor = trackedEditor(start)
    editor.edit('A', (tr) => tr.addMark(1, 3, lookMark(2)))
    editor.edit('A', (tr) => tr.addMark(3, 6, schema.mark('highlight', { colour: 'yellow' })))
    expect(told(editor.doc())).toEqual(['format A font, size or colour', 'format A marker'])
    same(rejected(editor.doc()), start)
  })
})

describe('objects that are kept', () => {
  const start = document(p('see ', [kept('page 12')], ' below'))

  test('one that is deleted stays, as deleted, until that is accepted', () => {
    const editor = trackedEditor(start)
    editor.edit('A', (tr) => tr.delete(5, 6))
    expect(told(editor.doc())).toEqual(['deletion A [page 12]'])
    expect(accepted(editor.doc()).textContent).toBe('see  below')
    same(rejected(editor.doc()), start)
  })

  test('a signature covers the words that it shows, and which it is where it shows none', () => {
    expect(canonicalText(start)).toBe('see \uFFFCpage 12 below')
    expect(canonicalText(document(p([kept('')])))).toBe(`\uFFFC${keyOf(1)}`)
    expect(canonicalText(document(p([kept('one\ntwo')])))).toBe('\uFFFCone\u2028two')
  })

  test('two versions that differ in one differ', () => {
    const other = document(p('see ', [kept('page 13', keyOf(2))], ' below'))
    const redline = compare(start, other, { author: 'A', newId: counter() })
    expect(told(redline)).toEqual(['deletion A [page 12]', 'insertion A [page 13]'])
  })
})

describe('layout', () => {
  const start = document(table(row(null, 'a', 'b'), row(null, 'c', 'd')), 'end')
  const layout = (doc: Node) => {
    const looks: unknown[] = []
    doc.descendants(({ attrs }) => void ('layoutChange' in attrs && looks.push(attrs['look'])))
    return looks
  }
  const changed = (author = 'A') => {
    const editor = trackedEditor(start)
    // The table, its first row, and the first cell of that.
    for (const at of [0, 1, 2]) editor.edit(author, (tr) => tr.setNodeAttribute(at, 'look', keyOf(at)))
    return editor
  }

  test('of a table, a row and a cell is a change like others', () => {
    const { doc } = changed()
    expect(told(doc())).toEqual(['layout A table', 'layout A row', 'layout A cell'])
    expect(layout(doc())).toEqual([keyOf(0), keyOf(1), keyOf(2), null, null, null, null])
    same(rejected(doc()), start)
    expect(layout(accepted(doc()))).toEqual(layout(doc()))
    expect(told(accepted(doc()))).toEqual([])
  })

  test('one at a time, and undone', () => {
    const { doc } = changed()
    const [ofTable, ofRow] = indexDocument(doc()).changes.map(({ id }) => id)
    const one = decide(doc(), new Set([ofTable ?? '']), 'reject')
    expect(layout(one.doc)).toEqual([null, keyOf(1), keyOf(2), null, null, null, null])
    expect(told(one.doc)).toEqual(['layout A row', 'layout A cell'])
    const [step] = one.steps
    same(step?.invert(doc()).apply(one.doc).doc ?? one.doc, doc())
    const both = decide(doc(), new Set([ofTable ?? '', ofRow ?? '']), 'accept').doc
    expect(told(both)).toEqual(['layout A cell'])
  })

  test('is no change any more when it is set back', () => {
    const editor = changed()
    editor.edit('B', (tr) => tr.setNodeAttribute(1, 'look', null))
    expect(told(editor.doc())).toEqual(['layout A table', 'layout A cell'])
  })

  test('of another author keeps what the first one found', () => {
    const editor = changed()
    editor.edit('B', (tr) => tr.setNodeAttribute(1, 'look', keyOf(2)))
    expect(told(editor.doc())).toEqual(['layout A table', 'layout B row', 'layout A cell'])
    same(rejected(editor.doc()), start)
  })

  test('of a row that is new is part of that row', () => {
    const editor = trackedEditor(start)
    editor.edit('A', (tr) => tr.insert(1, row(null, 'n', 'm')))
    editor.edit('A', (tr) => tr.setNodeAttribute(1, 'look', keyOf(1)))
    expect(told(editor.doc())).toHaveLength(1)
    same(rejected(editor.doc()), start)
  })

  test('goes with a row that is deleted', () => {
    const editor = changed()
    const first = editor.doc().child(0).child(0)
    editor.edit('A', (tr) => tr.delete(1, 1 + first.nodeSize))
    expect(accepted(editor.doc()).child(0).childCount).toBe(1)
    same(rejected(editor.doc()), start)
  })

  test('that both passes changed is listed; that one accepted and the other rejected is open again', () => {
    const pass = (author: string, look: string) => {
      const layoutChange = { id: `by-${author}`, author, before: null }
      return document(table(row({ look, layoutChange }, 'a', 'b'), row(null, 'c', 'd')), 'end')
    }
    const [one, other] = [pass('A', keyOf(1)), pass('B', keyOf(2))]
    for (const { doc, conflicts } of [merge(start, one, other), merge(start, other, one)]) {
      same(doc, one)
      expect(conflicts).toEqual([{ kind: 'bothSet', ids: ['by-A', 'by-B'], words: '\n' }])
    }
    const { doc, conflicts } = merge(one, accepted(one), rejected(one))
    same(doc, one)
    expect(conflicts).toEqual([{ kind: 'decidedDifferently', ids: ['by-A'], words: '\n' }])
  })

  test('that differs in two versions is told, whatever else is the same', () => {
    const redline = compare(start, accepted(changed().doc()), { author: 'C', newId: counter() })
    expect(told(redline)).toEqual(['layout C table; row; cell'])
    same(rejected(redline), start)
  })
})

describe('endnotes', () => {
  test('are told as what they are, and are another thing than footnotes', () => {
    const endnote = schema.nodes.footnote.create({ endnote: true }, p('n'))
    const [foot, end] = [document(p('a', [note('n')])), document(p('a', [endnote]))]
    const redline = compare(foot, end, { author: 'A', newId: counter() })
    expect(told(redline)).toEqual(['deletion A [footnote: n]', 'insertion A [endnote: n]'])
    same(accepted(redline), end)
  })
})

describe('from outside', () => {
  const refuses = (node: Node, change: (json: string) => string) =>
    parseDocument(JSON.parse(change(JSON.stringify(document(node).toJSON())))).ok
  const line = (...marks: Parameters<typeof schema.text>[1] & {}) => p([schema.text('x', marks)])

  test.each([
    ['a look that is no name', p({ look: keyOf(1) }, 'x'), keyOf(1), 'red'],
    ['a look of letters that is no name', line(lookMark(1)), keyOf(1), 'X'.repeat(16)],
    ['a colour that no marker has', line(schema.mark('highlight', { colour: 'yellow' })), 'yellow', 'url(x)'],
    ['an object of no known kind', p([kept('x')]), '"field"', '"script"'],
    ['an object that says too much', p([kept('said')]), 'said', 'x'.repeat(2001)],
    ['a link that does something', line(schema.mark('link', { href: '#place' })), '#place', 'javascript:x'],
    ['a place of no name', line(schema.mark('link', { href: '#place' })), '#place', '#a b'],
  ])('%s is refused', (_, node, was, is) => {
    expect(refuses(node, (json) => json)).toBe(true)
    expect(refuses(node, (json) => json.replaceAll(was, is))).toBe(false)
  })

  test('a change of layout that says too much is refused', () => {
    const change = { id: 'c', author: 'A', before: null }
    const one = cell({ layoutChange: change }, 'x')
    const json = JSON.stringify(document(table(row(null, one)), 'end').toJSON())
    expect(parseDocument(JSON.parse(json)).ok).toBe(true)
    const more = json.replace('"before":null', '"before":null,"script":"x"')
    expect(parseDocument(JSON.parse(more)).ok).toBe(false)
  })
})
