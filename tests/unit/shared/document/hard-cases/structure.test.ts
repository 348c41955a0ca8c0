import type { Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { decide } from '../../../../../src/shared/document/decide/decide.ts'
import { indexDocument } from '../../../../../src/shared/document/index/document-index.ts'
import { blockBetween, gapBelow, moveBlock } from '../../../../../src/shared/document/move-paragraphs.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { document, p, show, tracked, trackedEditor } from '../../../../support/document.ts'
import { cell, image, note, row, table } from '../../../../support/article.ts'

/** The hard cases of change tracking, one test each: moves, tables, pictures and notes. */

const rejected = (doc: Node) => decide(doc, 'all', 'reject').doc
const accepted = (doc: Node) => decide(doc, 'all', 'accept').doc
const kinds = (doc: Node) => indexDocument(doc).changes.map(({ kind, author }) => `${kind} ${author}`)

/** The first paragraph goes below the next one, as Alt+Down moves it. */
function movedDown(start: Node, author = 'A') {
  const editor = trackedEditor(start)
  const block = blockBetween(start, 1, 1)
  const moved = block && moveBlock(start, block, gapBelow(block) ?? 0, 'live')
  if (!moved) throw new Error('Nothing to move')
  editor.edit(author, (tr) => moved.transform.steps.forEach((step) => tr.step(step)), true)
  return editor
}

describe('moves', () => {
  test('a paragraph moved in one transaction is one change of two sides, decided together', () => {
    const start = document('one', 'two', 'three')
    const doc = movedDown(start).doc()
    expect(show(doc)).toBe('[<A one<][<A ¶<]two¶[>A one>][>A ¶>]three¶')
    expect(kinds(doc)).toEqual(['move A'])
    expect(rejected(doc).eq(start)).toBe(true)
    expect(accepted(doc).eq(document('two', 'one', 'three'))).toBe(true)
  })

  test('what is cut and pasted elsewhere is a deletion and an insertion', () => {
    const editor = trackedEditor(document('one', 'two', 'three'))
    editor.edit('A', (tr) => tr.delete(0, 5))
    editor.edit('A', (tr) => tr.insert(10, p('one')))
    expect(show(editor.doc())).toBe('[-A one-][-A ¶-]two¶[+A one+][+A ¶+]three¶')
    expect(kinds(editor.doc())).toEqual(['deletion A', 'insertion A'])
  })

  test('text typed into moved text stands in the move; rejecting the move drops it', () => {
    const start = document('one', 'two', 'three')
    const editor = movedDown(start)
    editor.edit('B', (tr) => tr.insert(12, schema.text('!')))
    expect(show(editor.doc())).toBe('[<A one<][<A ¶<]two¶[>A o>][+B !+][>A ne>][>A ¶>]three¶')
    const move = new Set([indexDocument(editor.doc()).changes.find(({ kind }) => kind === 'move')?.id ?? ''])
    expect(decide(editor.doc(), move, 'reject').doc.eq(start)).toBe(true)
    expect(show(decide(editor.doc(), move, 'accept').doc)).toBe('two¶o[+B !+]ne¶three¶')
  })

  test('text deleted from moved text is back, at its old place, when the move is rejected', () => {
    const start = document('one', 'two', 'three')
    const editor = movedDown(start)
    editor.edit('B', (tr) => tr.delete(11, 13))
    expect(show(editor.doc())).toBe('[<A one<][<A ¶<]two¶[>A [-B on-]>][>A e>][>A ¶>]three¶')
    const move = new Set([indexDocument(editor.doc()).changes.find(({ kind }) => kind === 'move')?.id ?? ''])
    expect(decide(editor.doc(), move, 'reject').doc.eq(start)).toBe(true)
    expect(show(accepted(editor.doc()))).toBe('two¶e¶three¶')
  })
})

describe('before a table', () => {
  const base = () => document('ab', table(row(null, 'x')), 'cd')

  test('the text of a paragraph whose ¶ is deleted runs on after the table, which comes before it', () => {
    const doc = tracked(base(), 'A', (tr) => tr.setNodeAttribute(0, 'style', 'body').delete(1, 3))
    expect(show(doc)).toBe('[-A ab-]¶⟦x¶⟧cd¶')
    const mark = { deletion: { id: 'd', author: 'A' } }
    const joined = document(p({ paragraphMark: mark }, 'ab'), table(row(null, 'x')), 'cd')
    expect(show(accepted(joined))).toBe('⟦x¶⟧abcd¶')
  })

  test('an empty line is removed as a whole, and is back when that is rejected', () => {
    const start = document('', table(row(null, 'x')), 'cd')
    const doc = tracked(start, 'A', (tr) => tr.delete(0, 2))
    expect(show(doc)).toBe('[-A ¶-]⟦x¶⟧cd¶')
    expect(show(accepted(doc))).toBe('⟦x¶⟧cd¶')
    expect(rejected(doc).eq(start)).toBe(true)
  })
})

describe('rows', () => {
  const start = document('Before', table(row(null, 'a', 'b'), row(null, 'c', 'd')), 'After')
  const firstRow = 9

  test('an inserted row is marked and its words too; cells keep their last ¶', () => {
    const doc = tracked(start, 'A', (tr) => tr.insert(firstRow, row(null, 'x', 'y')))
    expect(show(doc)).toBe('Before¶⟦[+A [+A x+]¶|[+A y+]¶+];a¶|b¶;c¶|d¶⟧After¶')
    expect(kinds(doc)).toEqual(['cells A'])
    expect(rejected(doc).eq(start)).toBe(true)
  })

  test('a deleted row is marked and its words too; cells keep their last ¶', () => {
    const width = start.child(1).child(0).nodeSize
    const doc = tracked(start, 'A', (tr) => tr.delete(firstRow, firstRow + width))
    expect(show(doc)).toBe('Before¶⟦[-A [-A a-]¶|[-A b-]¶-];c¶|d¶⟧After¶')
    expect(kinds(doc)).toEqual(['cells A'])
    expect(show(accepted(doc))).toBe('Before¶⟦c¶|d¶⟧After¶')
    expect(rejected(doc).eq(start)).toBe(true)
  })

  test('one’s own row is really removed, another’s is marked as deleted inside of its insertion', () => {
    const editor = trackedEditor(start)
    editor.edit('A', (tr) => tr.insert(firstRow, row(null, 'x', 'y')))
    const width = row(null, 'x', 'y').nodeSize
    const remove = (author: string) =>
      tracked(editor.doc(), author, (tr) => tr.delete(firstRow, firstRow + width))
    expect(remove('A').eq(start)).toBe(true)
    expect(show(remove('B'))).toBe('Before¶⟦[+A [-B [+A [-B x-]+]¶|[+A [-B y-]+]¶-]+];a¶|b¶;c¶|d¶⟧After¶')
  })

  test('a table whose last row goes, goes', () => {
    const one = document('Before', table(row(null, 'a')), 'After')
    const doc = tracked(one, 'A', (tr) => tr.delete(8, 8 + one.child(1).nodeSize))
    expect(show(accepted(doc))).toBe('Before¶After¶')
    expect(rejected(doc).eq(one)).toBe(true)
  })
})

describe('columns', () => {
  const start = document('Before', table(row(null, 'a', 'b'), row(null, 'c', 'd')), 'After')

  test('an inserted column is a change of each of its cells, under one id', () => {
    const doc = tracked(start, 'A', (tr) => tr.insert(22, cell({}, 'y')).insert(10, cell({}, 'x')))
    expect(show(doc)).toBe('Before¶⟦[+A [+A x+]¶+]|a¶|b¶;[+A [+A y+]¶+]|c¶|d¶⟧After¶')
    expect(kinds(doc)).toEqual(['cells A'])
    expect(rejected(doc).eq(start)).toBe(true)
  })

  test('a deleted column is a change of each of its cells, under one id', () => {
    const doc = tracked(start, 'A', (tr) => tr.delete(22, 27).delete(10, 15))
    expect(show(doc)).toBe('Before¶⟦[-A [-A a-]¶-]|b¶;[-A [-A c-]¶-]|d¶⟧After¶')
    expect(kinds(doc)).toEqual(['cells A'])
    expect(show(accepted(doc))).toBe('Before¶⟦b¶;d¶⟧After¶')
    expect(rejected(doc).eq(start)).toBe(true)
  })

  test('what a cell spans and how wide it is cannot be tracked, and stays as it was', () => {
    const doc = tracked(start, 'A', (tr) => tr.setNodeAttribute(10, 'colwidth', [80]))
    expect(doc.eq(start)).toBe(true)
  })
})

describe('pictures and notes', () => {
  test('a picture that is replaced is deleted, and the new one is inserted', () => {
    const start = document(p('a', image(1), 'b'))
    const doc = tracked(start, 'A', (tr) => tr.replaceWith(2, 3, image(2)))
    expect(show(doc)).toBe('a[-A ▣-][+A ▣+]b¶')
    expect(accepted(doc).eq(document(p('a', image(2), 'b')))).toBe(true)
    expect(rejected(doc).eq(start)).toBe(true)
  })

  test('what is edited within a note is tracked there, and the note stays', () => {
    const start = document(p('a', note('one'), 'b'))
    const doc = tracked(start, 'A', (tr) => tr.replaceWith(4, 7, schema.text('two')))
    expect(show(doc)).toBe('a([-A one-][+A two+]¶)b¶')
    expect(rejected(doc).eq(start)).toBe(true)
  })

  test('one’s own note in which another has written is not withdrawn', () => {
    const editor = trackedEditor(document('ab'))
    editor.edit('A', (tr) => tr.insert(2, note('n')))
    editor.edit('B', (tr) => tr.insert(5, schema.text('m')))
    expect(show(editor.doc())).toBe('a[+A ([+A n+][+B m+]¶)+]b¶')
    editor.edit('A', (tr) => tr.delete(2, 2 + (editor.doc().nodeAt(2)?.nodeSize ?? 0)))
    expect(show(editor.doc())).toBe('a[+A [-A ([+A n+][+B m+]¶)-]+]b¶')
  })
})
