import { Fragment } from 'prosemirror-model'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexDocument } from '../../../../../src/shared/document/index/document-index.ts'
import type { DocumentIndex } from '../../../../../src/shared/document/index/document-index.ts'
import {
  blockBetween,
  gapAbove,
  gapBelow,
  moveBlock,
} from '../../../../../src/shared/document/move-paragraphs.ts'
import { project } from '../../../../../src/shared/document/projection.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { trackChanges } from '../../../../../src/shared/document/tracking/tracker.ts'
import { isMarkDeleted } from '../../../../../src/shared/document/tracking-state.ts'
import { claim, comment, counter, document, p } from '../../../../support/document.ts'
import { buildBlock, randomBlock } from '../../../../support/random-blocks.ts'

function withWords(index: DocumentIndex, kind: 'comments' | 'claims'): readonly string[] {
  return [...index[kind].values()].flatMap(({ id, words }) => (words === '' ? [] : [id]))
}

test('comments and claims stand in the order in which the final text has their words', () => {
  fc.assert(
    fc.property(fc.array(randomBlock, { maxLength: 20 }), (blocks) => {
      const last = schema.nodes.para.create(null, schema.text('the end'))
      const doc = schema.nodes.doc.create(null, Fragment.fromArray([...blocks.map(buildBlock), last]))
      // Text whose ¶ before a table is gone runs on behind that table, but is shown before it until then.
      fc.pre(
        !doc.children.some(
          (block, at) => isMarkDeleted(block) && doc.maybeChild(at + 1)?.isTextblock === false,
        ),
      )
      const [redline, final] = [indexDocument(doc), indexDocument(project(doc, 'final'))]
      for (const kind of ['comments', 'claims'] as const) {
        expect(withWords(redline, kind)).toEqual(withWords(final, kind))
        expect([...redline[kind].keys()]).toEqual([...redline[kind].values()].map(({ id }) => id))
      }
    }),
    { numRuns: 300 },
  )
})

test('of what is moved the new place counts, up or down, until it is rejected', () => {
  const doc = document(p(claim('one', 'a')), p(claim('two', 'b')), p(comment('three', 'c'), claim('3', 'c')))
  const moved = (paragraph: number, gap: typeof gapAbove) => {
    const from = doc.children.slice(0, paragraph).reduce((sum, node) => sum + node.nodeSize, 0)
    const block = blockBetween(doc, from + 1, from + 2)
    const place = block && gap(block)
    const move = block && place !== null ? moveBlock(doc, block, place, 'live') : null
    if (!move) throw new Error('There is nowhere to move it to.')
    const edited = { doc: move.transform.doc, maps: move.transform.mapping.maps }
    const carried = new Set(['claim:a', 'claim:b'])
    return trackChanges(doc, edited, { author: 'A', newId: counter(), isMove: true, carried }).transform.doc
  }
  expect([...indexDocument(moved(0, gapBelow)).claims.keys()]).toEqual(['b', 'a', 'c'])
  expect([...indexDocument(moved(1, gapAbove)).claims.keys()]).toEqual(['b', 'a', 'c'])
  expect([...indexDocument(project(moved(0, gapBelow), 'original')).claims.keys()]).toEqual(['a', 'b', 'c'])
})
