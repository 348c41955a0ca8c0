import type { Node } from 'prosemirror-model'
import * as fc from 'fast-check'
import { PARAGRAPH_STYLES } from '../../src/shared/document/attributes.ts'
import type { ChangeRef, Tracking } from '../../src/shared/document/attributes.ts'
import { schema } from '../../src/shared/document/schema.ts'
import type { LayoutChange } from '../../src/shared/document/word-attributes.ts'
import { preservedOf } from './random-articles.ts'

/**
 * Long documents of short blocks, in which changes and anchors are few and lie all over: what an index of chunks has
 * to put together. Made of numbers, so that a counterexample prints whole and shrinks.
 */
export type RandomBlock = {
  readonly kind: number
  readonly mark: number
  readonly pieces: readonly RandomPiece[]
  readonly rows: readonly {
    readonly tracking: number
    readonly cell: number
    readonly pieces: readonly RandomPiece[]
  }[]
}
export type RandomPiece = {
  readonly text: number
  readonly change: number
  readonly anchor: number
  readonly object: number
}

const piece: fc.Arbitrary<RandomPiece> = fc.record({
  text: fc.nat(5),
  change: fc.nat(60),
  anchor: fc.nat(40),
  object: fc.nat(30),
})
const pieces = fc.array(piece, { maxLength: 3 })

export const randomBlock: fc.Arbitrary<RandomBlock> = fc.record({
  kind: fc.nat(11),
  mark: fc.nat(30),
  pieces,
  rows: fc.array(fc.record({ tracking: fc.nat(12), cell: fc.nat(12), pieces }), {
    minLength: 1,
    maxLength: 2,
  }),
})

/** Ids are shared by insertions of one author, so that one change has places in blocks far from each other. */
function refOf(number: number, sort: string): ChangeRef {
  const author = number % 2 === 0 ? 'A' : 'B'
  const id = `${sort}${String(number % 12)}${author}`
  return number % 12 < 2 ? { id: `m${author}`, author, move: `m${author}` } : { id, author }
}

function trackingOf(number: number): Tracking | null {
  if (number % 6 === 1) return { insertion: refOf(number, 'i') }
  if (number % 6 === 3) return { deletion: refOf(number, 'd') }
  return null
}

function layoutOf(number: number): LayoutChange | null {
  if (number % 4 !== 1) return null
  const { id, author } = refOf(number, 'l')
  return { id, author, before: null }
}

function inlineOf({ text, change, anchor, object }: RandomPiece): Node {
  const marks = [
    ...(change % 5 === 1 ? [schema.mark('insertion', refOf(change, 'i'))] : []),
    ...(change % 4 === 1 ? [schema.mark('deletion', refOf(change >> 1, 'd'))] : []),
    ...(change % 11 === 2 ? [schema.mark('formatChange', { ...refOf(change, 'f'), before: [] })] : []),
    ...(anchor < 12 ? [schema.mark('comment', { id: `k${String(anchor % 6)}` })] : []),
    ...(anchor % 7 === 2 ? [schema.mark('claim', { id: `c${String(anchor % 5)}` })] : []),
  ]
  if (object === 0) return schema.nodes.hardBreak.create(null, null, marks)
  if (object === 1) return schema.nodes.image.create({ blob: '0'.repeat(64), alt: 'boats' }, null, marks)
  if (object === 4) return preservedOf(text % 3, marks)
  if (object === 2) return schema.nodes.footnote.create(null, [paragraph(0, anchor, [])], marks)
  if (object === 3) {
    return schema.nodes.footnote.create(null, [paragraph(1, 0, [{ text, change, anchor, object: 9 }])], marks)
  }
  return schema.text(['a', 'b ', ' c', 'x y', '—', '1'][text] ?? 'a', marks)
}

function paragraph(kind: number, mark: number, list: readonly RandomPiece[]): Node {
  const style = PARAGRAPH_STYLES[kind % 4] ?? 'body'
  const before = { style: 'quote', list: null, align: 'start' }
  return schema.nodes.para.create(
    {
      style,
      paragraphMark: trackingOf(mark),
      paragraphChange: mark === 29 ? { ...refOf(mark, 'p'), before } : null,
    },
    list.map(inlineOf),
  )
}

export function buildBlock({ kind, mark, pieces: list, rows }: RandomBlock): Node {
  if (kind > 0) return paragraph(kind, mark, list)
  return schema.nodes.table.create(
    { layoutChange: layoutOf(mark) },
    rows.map((row) =>
      schema.nodes.row.create(
        { tracking: trackingOf(row.tracking), layoutChange: layoutOf(row.cell) },
        [0, 1].map((column) =>
          schema.nodes.cell.create({ tracking: column === 0 ? null : trackingOf(row.cell) }, [
            paragraph(1, 0, column === 0 ? row.pieces : list),
          ]),
        ),
      ),
    ),
  )
}
