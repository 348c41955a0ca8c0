import type { Node } from 'prosemirror-model'
import type { ChangeRef, ParagraphStyle } from '../attributes.ts'
import type { AnchorEntry } from './anchor-entry.ts'
import { anchorEntry, isSameAnchor } from './anchor-entry.ts'
import type { AnchorMark, BlockAnchor } from './block-anchor.ts'
import { movePiece } from './block-anchor.ts'
import type { BlockChange } from './block-change.ts'
import type { BlockSummary } from './block-summary.ts'
import { summaryOf } from './block-summary.ts'
import type { ChangeEntry } from './change-entry.ts'
import { changeEntry, isSameChange } from './change-entry.ts'
import type { FinalWords } from './final-words.ts'
import { readWords } from './final-words.ts'

/** Something of one id in one block of a chunk. */
export type Spot<Piece> = {
  readonly block: number
  readonly piece: Piece
  /** For a change: the deletion whose place it takes, as far as this chunk tells. */
  readonly follows: string | null
}

/** All changes, comments or claims of a chunk by id, in text order, and what each comes to if it is only here. */
export type Shelf<Piece, Entry> = {
  readonly spots: ReadonlyMap<string, readonly Spot<Piece>[]>
  readonly entries: ReadonlyMap<string, Entry>
  readonly list: readonly Entry[]
}

/** Some blocks that follow each other. It knows nothing of where it stands, so the next index can take it over. */
export type Chunk = {
  readonly blocks: readonly Node[]
  readonly summaries: readonly BlockSummary[]
  readonly size: number
  /** Where each block begins, from the start of the chunk. */
  readonly starts: readonly number[]
  readonly finalSize: number
  /** The same in the final text. */
  readonly finalStarts: readonly number[]
  /** Whether a ¶ comes before each block in the final text; null where nothing comes before it in the chunk. */
  readonly afterMark: readonly (boolean | null)[]
  /** Whether its final text ends with a ¶; null when it has none. */
  readonly endsWithMark: boolean | null
  readonly words: FinalWords
  readonly lastStyle: ParagraphStyle
  readonly changes: Shelf<BlockChange, ChangeEntry>
  readonly comments: Shelf<BlockAnchor, AnchorEntry>
  readonly claims: Shelf<BlockAnchor, AnchorEntry>
  /** What stands at its very start, and may take the place of what the chunk before ends with. */
  readonly opening: ChangeRef | null
  readonly closing: ChangeRef | null
  /** How many of its changes begin a group. */
  readonly groups: number
}

function addSpot<Piece>(spots: Map<string, Spot<Piece>[]>, id: string, spot: Spot<Piece>): void {
  const known = spots.get(id)
  if (known) known.push(spot)
  else spots.set(id, [spot])
}

/** Whether both are made of the same one piece, so that they come to the same. */
function isSamePiece<Piece>(one: readonly Spot<Piece>[], other: readonly Spot<Piece>[] | undefined): boolean {
  const [spot] = one
  const [known] = other ?? []
  if (!spot || !known || one.length > 1 || other?.length !== 1) return false
  return spot.piece === known.piece && spot.follows === known.follows
}

/** What was said before: by the chunks that went, and of ids that one chunk alone did not tell. */
type Older<Piece, Entry> = {
  readonly find: (id: string) => Shelf<Piece, Entry> | undefined
  readonly whole: (id: string) => Entry | undefined
}

/** Fills a shelf; an entry that says the same as an older one stays the same object. */
function shelve<Piece, Entry extends { readonly id: string }>(
  spots: ReadonlyMap<string, readonly Spot<Piece>[]>,
  make: (id: string, spots: readonly Spot<Piece>[]) => Entry,
  { find, whole }: Older<Piece, Entry>,
  isSame: (one: Entry, other: Entry) => boolean,
): Shelf<Piece, Entry> {
  const entries = new Map<string, Entry>()
  for (const [id, list] of spots) {
    const shelf = find(id)
    const all = whole(id)
    const known = all ?? shelf?.entries.get(id)
    if (known && !all && isSamePiece(list, shelf?.spots.get(id))) entries.set(id, known)
    else {
      const entry = make(id, list)
      entries.set(id, known && isSame(known, entry) ? known : entry)
    }
  }
  return { spots, entries, list: [...entries.values()] }
}

type Layout = Pick<
  Chunk,
  'size' | 'starts' | 'finalSize' | 'finalStarts' | 'afterMark' | 'endsWithMark' | 'lastStyle'
>

function layOut(blocks: readonly Node[], summaries: readonly BlockSummary[]): Layout {
  const starts: number[] = []
  const finalStarts: number[] = []
  const afterMark: (boolean | null)[] = []
  let endsWithMark: boolean | null = null
  let lastStyle: ParagraphStyle = 'body'
  let [size, finalSize] = [0, 0]
  summaries.forEach((summary, block) => {
    starts.push(size)
    finalStarts.push(finalSize)
    afterMark.push(endsWithMark)
    if (summary.finalSize > 0) endsWithMark = summary.flow?.runsOn !== true
    if (summary.flow) lastStyle = summary.flow.style
    size += blocks[block]?.nodeSize ?? 0
    finalSize += summary.finalSize
  })
  return { size, starts, finalSize, finalStarts, afterMark, endsWithMark, lastStyle }
}

function findChanges(summaries: readonly BlockSummary[]): ReadonlyMap<string, readonly Spot<BlockChange>[]> {
  const spots = new Map<string, Spot<BlockChange>[]>()
  let closing: ChangeRef | null = null
  summaries.forEach((summary, block) => {
    for (const piece of summary.changes) {
      const follows = piece.opens && closing?.author === piece.author ? closing.id : piece.follows
      addSpot(spots, piece.id, { block, piece, follows })
    }
    closing = summary.closing
  })
  return spots
}

function findAnchors(
  summaries: readonly BlockSummary[],
  mark: AnchorMark,
): ReadonlyMap<string, readonly Spot<BlockAnchor>[]> {
  const spots = new Map<string, Spot<BlockAnchor>[]>()
  summaries.forEach((summary, block) => {
    for (const piece of summary.anchors) {
      if (piece.mark === mark) addSpot(spots, piece.id, { block, piece, follows: null })
    }
  })
  return spots
}

/** Entries of the document before, where one chunk alone did not tell them. */
export type Wholes = {
  readonly changes: (id: string) => ChangeEntry | undefined
  readonly comments: (id: string) => AnchorEntry | undefined
  readonly claims: (id: string) => AnchorEntry | undefined
}

/** Finds the shelf of the document before that held an id, as far as its chunk has gone. */
export type OlderShelves = { readonly [Name in ShelfName]: (id: string) => Chunk[Name] | undefined }
type ShelfName = 'changes' | 'comments' | 'claims'

/** `older`: of the document before; entries are kept where they say the same. */
export function createChunk(blocks: readonly Node[], older: OlderShelves, wholes: Wholes): Chunk {
  const summaries = blocks.map(summaryOf)
  const layout = layOut(blocks, summaries)
  const anchored = (id: string, spots: readonly Spot<BlockAnchor>[]) => {
    const pieces = spots.flatMap(({ block, piece }) =>
      piece.pieces.map((one) =>
        movePiece(one, layout.finalStarts[block] ?? 0, layout.afterMark[block] ?? true),
      ),
    )
    return anchorEntry(
      id,
      spots.map(({ piece }) => piece),
      pieces,
    )
  }
  const changed = (_id: string, spots: readonly Spot<BlockChange>[]) =>
    changeEntry(
      spots.map(({ piece }) => piece),
      spots.find(({ follows }) => follows !== null)?.follows ?? null,
    )
  const olderAnchors = (name: 'comments' | 'claims') => ({
    find: older[name],
    whole: wholes[name],
  })
  const olderChanges = { find: older.changes, whole: wholes.changes }
  const changes = shelve(findChanges(summaries), changed, olderChanges, isSameChange)
  return {
    blocks,
    summaries,
    ...layout,
    words: readWords(summaries),
    changes,
    comments: shelve(findAnchors(summaries, 'comment'), anchored, olderAnchors('comments'), isSameAnchor),
    claims: shelve(findAnchors(summaries, 'claim'), anchored, olderAnchors('claims'), isSameAnchor),
    opening: summaries[0]?.changes.find((change) => change.opens) ?? null,
    closing: summaries.at(-1)?.closing ?? null,
    groups: changes.list.reduce((sum, { id, groupId }) => sum + (id === groupId ? 1 : 0), 0),
  }
}
