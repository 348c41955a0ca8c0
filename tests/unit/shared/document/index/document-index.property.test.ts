import type { Node } from 'prosemirror-model'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexDocument } from '../../../../../src/shared/document/index/document-index.ts'
import {
  groupsAround,
  innermostAt,
  placesBetween,
  rangesOf,
} from '../../../../../src/shared/document/index/index-places.ts'
import { countChanges } from '../../../../../src/shared/document/index/count-changes.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { buildBlock, randomBlock } from '../../../../support/random-blocks.ts'
import type { RandomBlock } from '../../../../support/random-blocks.ts'
import { readIndex } from '../../../../support/read-index.ts'

/** Some blocks of a document give way to others; places are shares of its length. */
type Edit = { readonly at: number; readonly away: number; readonly blocks: readonly RandomBlock[] }

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(1000),
  away: fc.oneof({ weight: 5, arbitrary: fc.nat(2) }, fc.nat(60)),
  blocks: fc.oneof(
    { weight: 5, arbitrary: fc.array(randomBlock, { maxLength: 2 }) },
    fc.array(randomBlock, { minLength: 0, maxLength: 70 }),
  ),
})
const start = fc.array(randomBlock, { minLength: 0, maxLength: 130 })
const edits = fc.array(edit, { maxLength: 8 })

function documentOf(blocks: readonly Node[]): Node {
  const last = schema.nodes.para.create(null, schema.text('the end'))
  return schema.nodes.doc.create(null, [...blocks, last])
}

function apply(blocks: readonly Node[], { at, away, blocks: come }: Edit): Node[] {
  const from = Math.floor((at / 1001) * (blocks.length + 1))
  return blocks.toSpliced(from, away, ...come.map(buildBlock))
}

/** Read anew from JSON, so that no block is known yet. */
function fresh(doc: Node) {
  return indexDocument(schema.nodeFromJSON(doc.toJSON()))
}

test('an index made from the one before tells what one made anew does', () => {
  fc.assert(
    fc.property(start, edits, (first, list) => {
      let blocks = first.map(buildBlock)
      let index = indexDocument(documentOf(blocks))
      for (const one of list) {
        blocks = apply(blocks, one)
        index = indexDocument(documentOf(blocks), index)
        expect(readIndex(index)).toEqual(readIndex(fresh(documentOf(blocks))))
      }
    }),
    { numRuns: 60 },
  )
})

test('an entry that says the same is the same object, and so is a list of such', () => {
  fc.assert(
    fc.property(start, edits, (first, list) => {
      let blocks = first.map(buildBlock)
      let index = indexDocument(documentOf(blocks))
      for (const one of list) {
        blocks = apply(blocks, one)
        const { changes } = index
        const next = indexDocument(documentOf(blocks), index)
        for (const name of ['comments', 'claims'] as const) {
          for (const entry of next[name].values()) {
            const known = index[name].get(entry.id)
            if (known && JSON.stringify(known) === JSON.stringify(entry)) expect(entry).toBe(known)
          }
        }
        if (JSON.stringify(next.changes) === JSON.stringify(changes)) expect(next.changes).toBe(changes)
        index = next
      }
    }),
    { numRuns: 40 },
  )
})

test('asking by place gives what looking at every place of every entry does', () => {
  fc.assert(
    fc.property(start, fc.nat(1000), fc.nat(1000), (first, one, other) => {
      const doc = documentOf(first.map(buildBlock))
      const index = indexDocument(doc)
      const at = (share: number) => Math.floor((share / 1000) * doc.content.size)
      const [from, to] = [Math.min(at(one), at(other)), Math.max(at(one), at(other))]
      for (const kind of ['change', 'comment', 'claim'] as const) {
        const ids = [...(kind === 'change' ? index.changes.map(({ id }) => id) : index[`${kind}s`].keys())]
        const all = ids.flatMap((id) => rangesOf(index, kind, id).map((range) => ({ id, ...range })))
        const near = all.filter((place) => place.from <= to && place.to >= from)
        const sorted = (places: readonly object[]) => places.map((place) => JSON.stringify(place)).toSorted()
        expect(sorted(placesBetween(index, kind, from, to))).toEqual(sorted(near))
        const here = all.filter((place) => place.from <= from && from <= place.to)
        const least = Math.min(...here.map((place) => place.to - place.from))
        const id = innermostAt(index, kind, from)
        expect(here.filter((place) => place.to - place.from === least).some((place) => place.id === id)).toBe(
          here.length > 0,
        )
      }
    }),
    { numRuns: 60 },
  )
})

test('the groups around a position are those that begin next before and behind it', () => {
  fc.assert(
    fc.property(start, fc.nat(1000), (first, share) => {
      const doc = documentOf(first.map(buildBlock))
      const index = indexDocument(doc)
      expect(index.changeCount).toBe(countChanges(index.changes))
      const position = Math.floor((share / 1000) * doc.content.size)
      const current = innermostAt(index, 'change', position)
      const group = index.changes.find(({ id }) => id === current)?.groupId ?? null
      const others = index.changes
        .filter((change) => change.groupId !== group)
        .map((change) => ({ ...change, start: rangesOf(index, 'change', change.id)[0]?.from ?? 0 }))
      const next = others.find((change) => change.start >= position) ?? others[0]
      const previous = others.findLast((change) => change.start < position) ?? others.at(-1)
      expect(groupsAround(index, position, group)).toEqual({
        previous: previous?.groupId ?? null,
        next: next?.groupId ?? null,
      })
    }),
    { numRuns: 60 },
  )
})
