import { Fragment, Slice } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import { ReplaceAroundStep, ReplaceStep, Transform } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import { decide } from '../../../../../src/shared/document/decide/decide.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { trackChanges } from '../../../../../src/shared/document/tracking/tracker.ts'
import { counter, document, p, show } from '../../../../support/document.ts'
import { same } from '../../../../support/fuzz.ts'

/** Steps that the random edits do not make often, or not at all. */

function cell(...paragraphs: readonly Node[]): Node {
  return schema.node('cell', null, [...paragraphs])
}
function table(...cells: readonly Node[]): Node {
  return schema.node('table', null, [schema.node('row', null, [...cells])])
}

/** The redline of the edit, which reads as the edit when it is accepted and as the base when it is rejected. */
function tracked(base: Node, change: (transform: Transform) => void): Node {
  const local = new Transform(base)
  change(local)
  const edit = { doc: local.doc, maps: local.mapping.maps }
  const { doc } = trackChanges(base, edit, { author: 'A', newId: counter() }).transform
  doc.check()
  same(decide(doc, 'all', 'reject').doc, decide(base, 'all', 'reject').doc)
  return doc
}

function wrapInTable(transform: Transform, index: number): void {
  const { doc } = transform
  const from = doc.children.slice(0, index).reduce((size, block) => size + block.nodeSize, 0)
  const to = from + doc.child(index).nodeSize
  const around = new Slice(Fragment.from(table(schema.nodes.cell.create())), 0, 0)
  transform.step(new ReplaceAroundStep(from, to, from, to, around, 3))
}

describe('a paragraph that is put into a table', () => {
  test('is deleted, and its words come in with the table', () => {
    const base = document('one', 'two', 'three')
    const redline = tracked(base, (tr) => wrapInTable(tr, 1))
    same(decide(redline, 'all', 'accept').doc, document('one', table(cell(p('two'))), 'three'))
  })

  test('and taken out again leaves the table behind as deleted', () => {
    const base = document('one', table(cell(p('two'))), 'three')
    const redline = tracked(base, (tr) => {
      tr.step(new ReplaceAroundStep(5, 16, 8, 13, Slice.empty, 0))
    })
    same(decide(redline, 'all', 'accept').doc, document('one', 'two', 'three'))
  })

  test('where its ¶ is an own insertion and its words are not, keeps the ¶ for the words that are deleted', () => {
    const own = { insertion: { id: 'x', author: 'A' } }
    const base = document(p({ paragraphMark: own }, 'two'), 'three')
    const redline = tracked(base, (tr) => wrapInTable(tr, 0))
    same(decide(redline, 'all', 'accept').doc, document(table(cell(p('two'))), 'three'))
  })
})

describe('two places of one edit, of which one reaches into a table', () => {
  test('touch the table and nothing before it', () => {
    const base = document('one', table(cell(p('two'), p('x'))), 'three')
    // Typing in the cell, and then a paragraph of the cell and the words after the table replaced together.
    const redline = tracked(base, (tr) => {
      tr.insert(9, schema.text('ab'))
      const edited = document('one', table(cell(p('abtwo'))), 'ee')
      const behind = 9 + 2 + 3
      tr.step(new ReplaceStep(behind, tr.doc.content.size - 3, edited.slice(behind, edited.content.size - 3)))
      same(tr.doc, edited)
      tr.insert(1, schema.text('z'))
    })
    expect(show(document(redline.child(0)))).toBe('[+A z+]one¶')
    same(decide(redline, 'all', 'accept').doc, document('zone', table(cell(p('abtwo'))), 'ee'))
  })
})

describe('very many paragraphs', () => {
  const base = document(...Array.from({ length: 300 }, (_, index) => String(index)))
  const edit = (change: (transform: Transform) => void) => {
    const local = new Transform(base)
    change(local)
    const edited = { doc: local.doc, maps: local.mapping.maps }
    return trackChanges(base, edited, { author: 'A', newId: counter() }).transform
  }
  const undone = ({ doc, docs, steps }: Transform) =>
    steps.toReversed().reduce((undo, step, index) => {
      return undo.step(step.invert(docs[docs.length - 1 - index] ?? doc))
    }, new Transform(doc))

  test('that are deleted are no step for each of them', () => {
    const deleted = edit((tr) => tr.delete(1, tr.doc.content.size - 1))
    expect(deleted.steps.length).toBeLessThan(4)
    expect(decide(deleted.doc, 'all', 'accept').doc.textContent).toBe('')
    same(decide(deleted.doc, 'all', 'reject').doc, base)
    same(undone(deleted).doc, base)
  })

  test('that are set anew are no step for each of them', () => {
    const restyled = edit((tr) =>
      tr.setBlockType(0, tr.doc.content.size, schema.nodes.para, { style: 'quote' }),
    )
    expect(restyled.steps.length).toBeLessThan(4)
    expect(
      decide(restyled.doc, 'all', 'accept').doc.children.every((one) => one.attrs['style'] === 'quote'),
    ).toBe(true)
    same(decide(restyled.doc, 'all', 'reject').doc, base)
    same(undone(restyled).doc, base)
  })
})
