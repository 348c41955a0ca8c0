import type { Node } from 'prosemirror-model'
import type { ParagraphStyle } from '../attributes.ts'
import type { AnchorEntry } from './anchor-entry.ts'
import type { BlockAnchor } from './block-anchor.ts'
import type { BlockChange } from './block-change.ts'
import type { ChangeEntry } from './change-entry.ts'
import { inFinalOrder } from './final-order.ts'
import { joinWords } from './final-words.ts'
import type { Chunk } from './index-chunk.ts'
import type { Cut } from './index-cut.ts'
import { cutIntoChunks } from './index-cut.ts'
import type { Layer } from './index-layer.ts'
import { createLayer } from './index-layer.ts'
import { anchorWays, changeWays, startsOf } from './index-ways.ts'
import type { Range } from '../range.ts'

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
  /** Comments and claims in the order of the final text; those without words in it where their old ones are shown. */
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

/** The ids of a list, one array for one list. */
const idsOfLists = new WeakMap<readonly AnchorEntry[], readonly string[]>()

function idsOf(list: readonly AnchorEntry[]): readonly string[] {
  const known = idsOfLists.get(list)
  if (known) return known
  const ids = list.map((entry) => entry.id)
  idsOfLists.set(list, ids)
  return ids
}

function anchorsOf(
  layer: Layer<BlockAnchor, AnchorEntry>,
  chunks: readonly Chunk[],
  name: 'comments' | 'claims',
): Entries<AnchorEntry> {
  const list = once(() => inFinalOrder(layer.list(), chunks, name))
  return {
    get size() {
      return layer.list().length
    },
    has: (id) => layer.firstChunk(id) >= 0,
    get: (id) => layer.get(id),
    keys: () => idsOf(list()),
    values: () => list(),
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

export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null
  return () => (made ??= { value: make() }).value
}

/**
 * Everything that lists and counts need of a document: open changes, anchors, words. A fold over its blocks, each of
 * which is read once in its life; nothing is kept up step by step, so nothing can go stale. Given the index of the
 * document `before`, all that the two have in common is taken over, which changes the time it takes and nothing else.
 */
export function indexDocument(doc: Node, before?: PlacedIndex): PlacedIndex {
  const wholeOf =
    <Entry>(layer: Layer<unknown, Entry> | undefined) =>
    (id: string) =>
      layer?.special.has(id) === true ? layer.get(id) : undefined
  const cut = cutIntoChunks(doc.children, before?.chunks ?? [], {
    changes: wholeOf(before?.layers.changes),
    comments: wholeOf(before?.layers.comments),
    claims: wholeOf(before?.layers.claims),
  })
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
    comments: anchorsOf(layers.comments, chunks, 'comments'),
    claims: anchorsOf(layers.claims, chunks, 'claims'),
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
