import type { Mark, Node } from 'prosemirror-model'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockBetween, moveBlock } from '../../../../src/shared/document/move-paragraphs.ts'
import type { Block, Carried, Moved } from '../../../../src/shared/document/move-paragraphs.ts'
import { project } from '../../../../src/shared/document/projection.ts'
import { trackChanges } from '../../../../src/shared/document/tracking/tracker.ts'
import { deletionOf, isAnchor } from '../../../../src/shared/document/tracking-state.ts'
import { spansBetween } from '../../../../src/shared/document/visible-span.ts'
import { counter } from '../../../support/document.ts'
import { EVERY_RUN, parametersOf, play, randomEdits, same, timeoutOf } from '../../../support/fuzz.ts'
import { buildDocument, randomDocument } from '../../../support/random-document.ts'

/** Moves within random redlines of two authors. */

type Case = {
  readonly base: Node
  readonly block: Block
  /** Of the visible paragraphs: those moved, and before which they come to stand. */
  readonly first: number
  readonly last: number
  readonly before: number
  readonly gap: number
}

function caseOf(base: Node, choices: readonly [number, number, number]): Case | null {
  const spans = spansBetween(base, 1, base.content.size - 1)
  const [one, other, target] = choices
  const first = one % spans.length
  const last = Math.min(spans.length - 1, first + (other % 2))
  const before = target % (spans.length + 1)
  const from = spans[first]?.from ?? 0
  const block = blockBetween(base, from + 1, (spans[last]?.to ?? 0) - 1)
  const gap = spans[before]?.from ?? base.content.size
  return block ? { base, block, first, last, before, gap } : null
}

/** The paragraphs as they read, with those of the block where they are to stand. */
function expected({ base, first, last, before }: Case, keep: (mark: Mark) => boolean): readonly Node[] {
  const all = readable(base, keep)
  const moved = all.slice(first, last + 1)
  const rest = [...all.slice(0, first), ...all.slice(last + 1)]
  const at = before > last ? before - moved.length : before
  return [...rest.slice(0, at), ...moved, ...rest.slice(at)]
}

function readable(doc: Node, keep: (mark: Mark) => boolean): readonly Node[] {
  return project(doc, 'final').children.map((paragraph) =>
    paragraph.type.create(
      paragraph.attrs,
      paragraph.children.map((node) => node.mark(node.marks.filter(keep))),
    ),
  )
}

function check(carried: Carried, property: (moved: Moved, one: Case) => void): void {
  const choices = fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99))
  fc.assert(
    fc.property(randomDocument, randomEdits({ runs: 1, edits: 8 }), choices, (start, edits, chosen) => {
      const one = caseOf(play(buildDocument(start), edits), chosen)
      const moved = one && moveBlock(one.base, one.block, one.gap, carried)
      if (moved) property(moved, one)
      else if (one) expect(one.before >= one.first && one.before <= one.last + 1).toBe(true)
    }),
    parametersOf(EVERY_RUN),
  )
}

const everyMark = () => true
const timeout = timeoutOf({ runs: EVERY_RUN.runs, edits: 8 })

describe.each(['whole', 'live'] as const)('a move of paragraphs (%s)', (carried) => {
  test(
    'leaves a sound document, with the same paragraphs, anchors too, in another order',
    { timeout },
    () => {
      check(carried, ({ transform }, one) => {
        transform.doc.check()
        const now = readable(transform.doc, everyMark)
        const wanted = expected(one, everyMark)
        expect(now.map(String)).toEqual(wanted.map(String))
        expect(now.every((paragraph, index) => wanted[index]?.eq(paragraph))).toBe(true)
      })
    },
  )

  test('carries every letter of the block to where it has come to stand', { timeout }, () => {
    check(carried, ({ transform, carry }, { base, block }) => {
      base.nodesBetween(block.from, block.to, (node, position) => {
        if (!node.isText || deletionOf(node.marks)) return
        const at = carry(position)
        expect(transform.doc.textBetween(at, at + node.nodeSize)).toBe(node.text)
      })
    })
  })
})

function refsOf(doc: Node): readonly string[] {
  const refs = new Set<string>()
  doc.descendants((node) => {
    for (const mark of node.marks) if (mark.attrs['author'] !== undefined) refs.add(String(mark.attrs['id']))
  })
  return [...refs].toSorted()
}

test('a whole paragraph brings every tracked change of its words along', { timeout }, () => {
  check('whole', ({ transform }, { base }) => {
    expect(refsOf(transform.doc)).toEqual(refsOf(base))
    expect(transform.doc.textContent.length).toBe(base.textContent.length)
  })
})

test('tracked, it reads as moved when accepted, and as before when rejected', { timeout }, () => {
  check('live', ({ transform }, one) => {
    const edit = { doc: transform.doc, maps: transform.mapping.maps }
    const tracked = trackChanges(one.base, edit, { author: 'A', newId: counter('m') }).transform.doc
    tracked.check()
    const bare = (mark: Mark) => !isAnchor(mark)
    const now = readable(tracked, bare)
    const wanted = expected(one, bare)
    expect(now.map(String)).toEqual(wanted.map(String))
    expect(now.every((paragraph, index) => wanted[index]?.eq(paragraph))).toBe(true)
    same(project(tracked, 'original'), project(one.base, 'original'))
  })
})
