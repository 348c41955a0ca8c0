import type { ChangeRef, Tracking } from '../attributes.ts'
import type { Range } from '../range.ts'
import { pushRange } from '../range.ts'

/** What a change can be, in the order in which it is named: by its text first, where it is several (typing across Enter). */
export const ASPECTS = [
  'move',
  'insertion',
  'deletion',
  'cells',
  'format',
  'split',
  'join',
  'paragraph',
  'layout',
] as const
export type Aspect = (typeof ASPECTS)[number]

/**
 * All of one change in one block. Positions count from before the block, so that this holds wherever the block
 * stands.
 */
export type BlockChange = {
  readonly id: string
  readonly author: string
  /** Index in ASPECTS of what it is named by. */
  readonly rank: number
  readonly ranges: readonly Range[]
  /** A ¶ reads "\n"; empty where nothing was inserted. */
  readonly inserted: string
  readonly deleted: string
  /** What became of formats, of paragraphs and of the layout of tables, in words. */
  readonly descriptions: readonly string[]
  /** What became of rows, columns and tables, in words. */
  readonly cells: readonly string[]
  /** Of a move alone: the old place and the new. */
  readonly sides: MoveSides | null
  /** Id of a deletion by the same author that ends where something inserted by this begins. */
  readonly follows: string | null
  /** It inserts something at the very start of the paragraph. */
  readonly opens: boolean
}

export type MoveSides = { readonly old: readonly Range[]; readonly new: readonly Range[] }

/** One place of a change. `side`: where it stands in the redline's two texts. */
export type Piece = {
  readonly aspect: Aspect
  readonly side: 'inserted' | 'deleted' | null
  readonly from: number
  readonly to: number
  readonly text: string
  readonly description: string
}

type Open = { -readonly [Key in keyof BlockChange]: BlockChange[Key] } & {
  ranges: Range[]
  descriptions: string[]
  cells: string[]
  sides: { old: Range[]; new: Range[] } | null
}

/** The changes of a block while it is read, by id, in text order. */
export type ChangeSheet = Map<string, Open>

function openIn(sheet: ChangeSheet, { id, author }: ChangeRef): Open {
  const known = sheet.get(id)
  if (known) return known
  const open: Open = {
    id,
    author,
    rank: ASPECTS.length,
    ranges: [],
    inserted: '',
    deleted: '',
    descriptions: [],
    cells: [],
    sides: null,
    follows: null,
    opens: false,
  }
  sheet.set(id, open)
  return open
}

export function addPiece(sheet: ChangeSheet, ref: ChangeRef, piece: Piece): void {
  const open = openIn(sheet, ref)
  const isMove = piece.side !== null && ref.move === ref.id
  open.rank = Math.min(open.rank, ASPECTS.indexOf(isMove ? 'move' : piece.aspect))
  pushRange(open.ranges, piece)
  if (piece.side === 'inserted') {
    open.inserted += piece.text
    open.opens ||= piece.from === 1
  }
  if (piece.side === 'deleted') open.deleted += piece.text
  if (isMove) {
    open.sides ??= { old: [], new: [] }
    pushRange(piece.side === 'deleted' ? open.sides.old : open.sides.new, piece)
  }
  if (piece.description !== '') open.descriptions.push(piece.description)
}

/** The end of a cell reads as the end of a line, where it came or went; not twice where `told` does so too. */
export function addCellEnd(
  sheet: ChangeSheet,
  tracking: Tracking | null,
  told: Tracking | null = null,
): void {
  for (const side of ['insertion', 'deletion'] as const) {
    const id = tracking?.[side]?.id
    const open = id !== undefined && id !== told?.[side]?.id && sheet.get(id)
    if (open) open[side === 'insertion' ? 'inserted' : 'deleted'] += '\n'
  }
}

export function addCellWords(sheet: ChangeSheet, id: string, words: string): void {
  sheet.get(id)?.cells.push(words)
}

/** A change of a block within this one, `at` from its start. `rank`: what it is named by here, if not by its text. */
export function addInner(
  sheet: ChangeSheet,
  change: BlockChange,
  at: number,
  as: { readonly rank?: number; readonly follows: string | null },
): void {
  const open = openIn(sheet, change)
  open.rank = Math.min(open.rank, as.rank ?? change.rank)
  for (const range of change.ranges) pushRange(open.ranges, range, at)
  open.inserted += change.inserted
  open.deleted += change.deleted
  open.descriptions.push(...change.descriptions)
  open.cells.push(...change.cells)
  if (change.sides) {
    open.sides ??= { old: [], new: [] }
    for (const range of change.sides.old) pushRange(open.sides.old, range, at)
    for (const range of change.sides.new) pushRange(open.sides.new, range, at)
  }
  open.follows ??= as.follows
}

/** Only a deletion that inserts nothing: what is put in its place is another change. */
export function deletes(change: BlockChange): boolean {
  return change.deleted !== '' && change.inserted === ''
}

/** Finds what is put in the place of a deletion, in a paragraph read to its end. */
export function linkReplacements(sheet: ChangeSheet): void {
  const ends = new Map<number, BlockChange>()
  for (const change of sheet.values()) {
    if (deletes(change)) for (const { to } of change.ranges) ends.set(to, change)
  }
  for (const open of sheet.values()) {
    if (open.inserted === '') continue
    const place = open.ranges.find(({ from }) => ends.get(from)?.author === open.author)
    open.follows ??= (place && ends.get(place.from)?.id) ?? null
  }
}
