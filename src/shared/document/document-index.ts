import type { Node } from 'prosemirror-model'
import type { ParagraphStyle } from './attributes.ts'
import type { AnchorEntry } from './anchor-entry.ts'
import { anchorEntry, isSameAnchor } from './anchor-entry.ts'
import type { BlockAnchor } from './block-anchor.ts'
import { movePiece } from './block-anchor.ts'
import type { BlockChange } from './block-change.ts'
import type { ChangeEntry } from './change-entry.ts'
import { changeEntry, isSameChange } from './change-entry.ts'
import { joinWords } from './final-words.ts'
import type { Chunk, Cut } from './index-chunk.ts'
import { cutIntoChunks } from './index-chunk.ts'
import type { Found, Layer, Ways } from './index-layer.ts'
import { createLayer } from './index-layer.ts'
import type { Range } from './range.ts'

export type { AnchorEntry, ChangeEntry, Range }

/** Entries by id, in the order of the text. */
export type Entries<Entry> = {
  readonly size: number
  has(id: string): boolean
  get(id: string): Entry | undefined
  keys(): Iterable<string>
  values(): Iterable<Entry>
}

/**
 * What lists and counts need of a document. Nothing here says where anything stands, so that an entry, and a list of
 * them, is the same object as before for as long as it says the same.
 */
export type DocumentIndex = {
  /** Open changes in text order. */
  readonly changes: readonly ChangeEntry[]
  /** How many there are, where a deletion and what takes its place are one. */
  readonly changeCount: number
  readonly comments: Entries<AnchorEntry>
  readonly claims: Entries<AnchorEntry>
  /** Words of the final projection, with those of cells and footnotes. */
  readonly words: number
  /** Final words of the first paragraph of each style, outside tables and footnotes; empty when there is none. */
  readonly headline: string
  readonly byline: string
}

/** An index that also knows where everything stands; index-places.ts asks it. */
export type PlacedIndex = DocumentIndex & {
  readonly chunks: readonly Chunk[]
  /** Where each chunk begins. */
  readonly starts: readonly number[]
  readonly layers: {
    readonly changes: Layer<BlockChange, ChangeEntry>
    readonly comments: Layer<BlockAnchor, AnchorEntry>
    readonly claims: Layer<BlockAnchor, AnchorEntry>
  }
}

/** Where each chunk begins, in steps of the size given. */
function startsOf(chunks: readonly Chunk[], size: (chunk: Chunk) => number): readonly number[] {
  let start = 0
  return chunks.map((chunk) => {
    start += size(chunk)
    return start - size(chunk)
  })
}

/** Of each chunk, what begins it in the place of the deletion with which the chunk before ends. */
function replacementsAt(chunks: readonly Chunk[]): readonly (Replacement | null)[] {
  return chunks.map(({ opening }, index) => {
    const closing = chunks[index - 1]?.closing
    return opening && closing?.author === opening.author ? { id: opening.id, follows: closing.id } : null
  })
}

type Replacement = { readonly id: string; readonly follows: string }

function changeWays(chunks: readonly Chunk[]): Ways<BlockChange, ChangeEntry> {
  const replacements = replacementsAt(chunks)
  const followed = ({ chunk, block, piece, follows }: Found<BlockChange>): string | null => {
    const known = block === 0 && piece.opens ? replacements[chunk] : null
    return known?.follows ?? follows
  }
  return {
    bound: replacements.flatMap((replacement) => replacement?.id ?? []),
    make: (_id, found) =>
      changeEntry(
        found.map(({ piece }) => piece),
        found.map(followed).find((id) => id !== null) ?? null,
      ),
    isSame: isSameChange,
  }
}

/** Whether a ¶ comes before a block in the final text; nothing before it is as good. */
function isAfterMark(chunks: readonly Chunk[], chunk: number, block: number): boolean {
  const inChunk = chunks[chunk]?.afterMark[block] ?? null
  if (inChunk !== null) return inChunk
  return chunks.slice(0, chunk).findLast(({ endsWithMark }) => endsWithMark !== null)?.endsWithMark ?? true
}

function anchorWays(chunks: readonly Chunk[]): Ways<BlockAnchor, AnchorEntry> {
  const starts = startsOf(chunks, (chunk) => chunk.finalSize)
  const pieces = ({ chunk, block, piece }: Found<BlockAnchor>) => {
    const start = (starts[chunk] ?? 0) + (chunks[chunk]?.finalStarts[block] ?? 0)
    return piece.pieces.map((one) => movePiece(one, start, isAfterMark(chunks, chunk, block)))
  }
  return {
    bound: [],
    make: (id, found) => {
      const places = found.reduce((sum, { piece }) => sum + piece.ranges.length, 0)
      return anchorEntry(id, places, found.flatMap(pieces))
    },
    isSame: isSameAnchor,
  }
}

function anchorsOf(layer: Layer<BlockAnchor, AnchorEntry>): Entries<AnchorEntry> {
  return {
    get size() {
      return layer.list().length
    },
    has: (id) => layer.firstChunk(id) >= 0,
    get: (id) => layer.get(id),
    keys: () => layer.list().map((entry) => entry.id),
    values: () => layer.list(),
  }
}

function shelvesOf<Shelf>({ all, gone, come }: Cut<Chunk>, shelfOf: (chunk: Chunk) => Shelf): Cut<Shelf> {
  return { all: all.map(shelfOf), gone: gone.map(shelfOf), come: come.map(shelfOf) }
}

/** What each chunk counts for itself, put right for what one alone does not tell. */
function countGroups(chunks: readonly Chunk[], changes: Layer<BlockChange, ChangeEntry>): number {
  let count = chunks.reduce((sum, chunk) => sum + chunk.groups, 0)
  for (const id of changes.special) {
    for (const { changes: shelf } of chunks) if (shelf.entries.get(id)?.groupId === id) count -= 1
    if (changes.get(id)?.groupId === id) count += 1
  }
  return count
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null
  return () => (made ??= { value: make() }).value
}

/**
 * Everything that lists and counts need of a document: open changes, anchors, words. A fold over its blocks, each of
 * which is read once in its life; nothing is kept up step by step, so nothing can go stale. Given the index of the
 * document `before`, all that the two have in common is taken over, which changes the time it takes and nothing else.
 */
export function indexDocument(doc: Node, before?: PlacedIndex): PlacedIndex {
  const cut = cutIntoChunks(doc.children, before?.chunks ?? [])
  const chunks = cut.all
  const anchors = anchorWays(chunks)
  const old = before?.layers
  const layers = {
    changes: createLayer(
      shelvesOf(cut, (chunk) => chunk.changes),
      old?.changes,
      changeWays(chunks),
    ),
    comments: createLayer(
      shelvesOf(cut, (chunk) => chunk.comments),
      old?.comments,
      anchors,
    ),
    claims: createLayer(
      shelvesOf(cut, (chunk) => chunk.claims),
      old?.claims,
      anchors,
    ),
  }
  const text = once(() =>
    joinWords(
      chunks.map((chunk) => chunk.words),
      chunks.at(-1)?.lastStyle ?? 'body',
    ),
  )
  const firstOf = (style: ParagraphStyle) => (text().first.get(style) ?? '').replaceAll('\n', ' ')
  const changeCount = once(() => countGroups(chunks, layers.changes))
  return {
    chunks,
    starts: startsOf(chunks, (chunk) => chunk.size),
    layers,
    comments: anchorsOf(layers.comments),
    claims: anchorsOf(layers.claims),
    get changes() {
      return layers.changes.list()
    },
    get changeCount() {
      return changeCount()
    },
    get words() {
      return text().words
    },
    get headline() {
      return firstOf('headline')
    },
    get byline() {
      return firstOf('byline')
    },
  }
}
