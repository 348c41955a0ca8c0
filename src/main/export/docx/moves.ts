import type { ChangeRef } from '../../../shared/document/attributes.ts'
import type { BlockSegments, ParagraphSegments, Segment } from '../../../shared/document/segments.ts'
import { notesOf, storyParagraphs } from '../all-paragraphs.ts'

/**
 * Where the two ranges of each move lie. Word takes a move only where both sides stand in one story, each side is one
 * range, and no range reaches into another, across a cell's border or around a table. A move with tracked words in a
 * note, too, is in two stories.
 */

/** A stretch of text, or the ¶ of a paragraph. */
export type Spot =
  | { readonly kind: 'segment'; readonly segment: Segment }
  | { readonly kind: 'mark'; readonly paragraph: ParagraphSegments }
export type MoveRange = { readonly first: Spot; readonly last: Spot; readonly ref: ChangeRef }
export type MovePlan = ReadonlyMap<string, { readonly from: MoveRange; readonly to: MoveRange }>

type Found = Omit<MoveRange, 'ref' | 'last'> & {
  last: Spot
  /** Null until something is met that has itself been moved. */
  ref: ChangeRef | null
  readonly from: number
  to: number
  readonly place: string
  isOne: boolean
}
type Sides = { from?: Found; to?: Found }

type Reader = {
  readonly moves: Map<string, Sides>
  /** Which move each insertion belongs to, by its place; null for none. */
  readonly insertions: Map<number, string | null>
  count: number
}

const NO_MOVES: MovePlan = new Map()

/** Nearly no text has any. */
function hasMove({ attrs, segments }: ParagraphSegments): boolean {
  return isMove(attrs.paragraphMark) || segments.some((one) => isMove(one) || notesOf([one]).some(hasMove))
}

function isMove(state: State | null): boolean {
  return state?.insertion?.move !== undefined || state?.deletion?.move !== undefined
}

/** The moves that Word can hold, by id. */
export function planMoves(blocks: readonly BlockSegments[]): MovePlan {
  if (!storyParagraphs(blocks).some(hasMove)) return NO_MOVES
  const stories: Reader[] = []
  const reader: Reader = newReader()
  let stretch = 0
  for (const block of blocks) {
    if (block.kind === 'paragraph') readParagraph(block, `text ${stretch}`, reader, stories)
    else {
      stretch += 1
      for (const cell of block.rows.flatMap((row) => row.cells)) {
        stretch += 1
        for (const one of cell.paragraphs) readParagraph(one, `cell ${stretch}`, reader, stories)
      }
    }
  }
  const all = [reader, ...stories]
  const isInOne = (id: string): boolean => all.filter(({ moves }) => moves.has(id)).length === 1
  return new Map(all.flatMap((story) => [...expressible(story)].filter(([id]) => isInOne(id))))
}

function newReader(): Reader {
  return { moves: new Map(), insertions: new Map(), count: 0 }
}

function readParagraph(paragraph: ParagraphSegments, place: string, reader: Reader, notes: Reader[]): void {
  for (const segment of paragraph.segments) {
    reader.count += 1
    note(reader, segment, { kind: 'segment', segment }, place)
    const inner = notesOf([segment])
    if (inner.length === 0) continue
    const story: Reader = newReader()
    for (const one of inner) readParagraph(one, 'note', story, notes)
    notes.push(story)
  }
  reader.count += 1
  note(reader, paragraph.attrs.paragraphMark ?? {}, { kind: 'mark', paragraph }, place)
}

type State = { readonly insertion?: ChangeRef | null; readonly deletion?: ChangeRef | null }

function note(reader: Reader, { insertion, deletion }: State, spot: Spot, place: string): void {
  const { moves, count } = reader
  if (insertion) reader.insertions.set(count, insertion.move ?? null)
  const extend = (ref: ChangeRef | null | undefined, side: 'from' | 'to'): void => {
    // What was typed into moved text belongs to its range, and is a change of its own.
    if (ref?.move === undefined || (side === 'from' && ref.move !== ref.id)) return
    const sides = moves.get(ref.move) ?? {}
    moves.set(ref.move, sides)
    const found = (sides[side] ??= {
      first: spot,
      last: spot,
      ref: null,
      from: count,
      to: count,
      place,
      isOne: true,
    })
    if (ref.move === ref.id) found.ref ??= ref
    found.last = spot
    found.to = count
    found.isOne &&= found.place === place
  }
  extend(deletion, 'from')
  extend(insertion, 'to')
}

function* expressible({
  moves,
  insertions,
}: Reader): Generator<[string, { from: MoveRange; to: MoveRange }]> {
  const taken: Found[] = []
  for (const [id, { from, to }] of moves) {
    if (!from?.isOne || !to?.isOne || !from.ref || !to.ref) continue
    const meets = (one: Found): boolean => taken.some((other) => one.from <= other.to && other.from <= one.to)
    if (meets(from) || meets(to) || (from.from <= to.to && to.from <= from.to)) continue
    // In Word all that is inserted within the range belongs to the move.
    if ([...insertions].some(([at, move]) => at >= to.from && at <= to.to && move !== id)) continue
    taken.push(from, to)
    yield [id, { from: { ...from, ref: from.ref }, to: { ...to, ref: to.ref } }]
  }
}
