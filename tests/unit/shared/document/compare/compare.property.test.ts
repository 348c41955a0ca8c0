import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { compare } from '../../../../../src/shared/document/compare/compare.ts'
import { decide } from '../../../../../src/shared/document/decide/decide.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { counter } from '../../../../support/document.ts'
import { EVERY_RUN, parametersOf, randomEdits, same, timeoutOf } from '../../../../support/fuzz.ts'
import { buildArticle, randomArticle } from '../../../../support/random-articles.ts'
import { buildDocument, randomDocument } from '../../../../support/random-document.ts'
import { applyEdit, placeOf, settleKind } from '../../../../support/random-edits.ts'
import type { RandomEdit } from '../../../../support/random-edits.ts'

vi.setConfig({ testTimeout: timeoutOf(EVERY_RUN) })

function withoutAnchors(doc: Node): Node {
  const transform = new Transform(doc)
  for (const type of [schema.marks.comment, schema.marks.claim]) {
    transform.removeMark(0, doc.content.size, type)
  }
  return transform.doc
}

function edited(start: Node, edits: readonly RandomEdit[]): Node {
  let doc = start
  for (const wanted of edits) {
    const edit = settleKind(doc, wanted)
    const transform = new Transform(doc)
    applyEdit(transform, edit, placeOf(doc, edit), false)
    doc = transform.doc
  }
  return doc
}

function holds(base: Node, other: Node): void {
  const redline = compare(base, other, { author: 'A', newId: counter() })
  redline.check()
  same(decide(redline, 'all', 'reject').doc, base)
  same(withoutAnchors(decide(redline, 'all', 'accept').doc), withoutAnchors(other))
}

describe('the redline of two texts', () => {
  test('leads from the first to the second, where one was edited', () => {
    fc.assert(
      fc.property(randomDocument, randomEdits(EVERY_RUN), (start, edits) => {
        const doc = buildDocument(start)
        holds(doc, edited(doc, edits))
      }),
      parametersOf(EVERY_RUN),
    )
  })

  test('leads from the first to the second, whatever they are', () => {
    const article = randomArticle.map(({ blocks, last }) => ({
      // The shape of a cell is not tracked.
      blocks: blocks.map((block) => (block.kind === 'table' ? { ...block, header: false } : block)),
      last,
    }))
    fc.assert(
      fc.property(article, article, (one, other) => {
        holds(withoutAnchors(buildArticle(one)), withoutAnchors(buildArticle(other)))
      }),
      parametersOf(EVERY_RUN),
    )
  })

  test('of equal texts has no changes', () => {
    fc.assert(
      fc.property(randomArticle, (article) => {
        const doc = buildArticle(article)
        const newId = () => expect.fail('nothing has changed')
        same(compare(doc, buildArticle(article), { author: 'A', newId }), doc)
      }),
      parametersOf(EVERY_RUN),
    )
  })
})
