import type { Shelf, Spot } from './index-chunk.ts'
import type { Cut } from './index-cut.ts'
import { shelfFinder } from './shelf-finder.ts'

/** What lies in more than one chunk: in how many, and the entry that was last made of it, to be kept while it holds. */
export type Crossing<Entry> = ReadonlyMap<
  string,
  { readonly chunks: number; readonly memory: { entry: Entry | null } }
>

/** Which ids cross chunks now. Asks only after what differs between the chunks that went and those that came. */
function crossingOf<Piece, Entry>(
  { all, gone, come }: Cut<Shelf<Piece, Entry>>,
  before: Crossing<Entry>,
): Crossing<Entry> {
  const more = new Map<string, number>()
  const [was, now] = [gone, come].map((shelves) => (shelves.length === 1 ? shelves[0] : undefined))
  const count = (
    shelves: readonly Shelf<Piece, Entry>[],
    other: Shelf<Piece, Entry> | undefined,
    by: 1 | -1,
  ) => {
    for (const { spots } of shelves) {
      for (const id of spots.keys()) {
        // Where one chunk came for one, as with nearly every key, most ids are in both.
        if (!other?.spots.has(id)) more.set(id, (more.get(id) ?? 0) + by)
      }
    }
  }
  count(come, come.length === 1 ? was : undefined, 1)
  count(gone, gone.length === 1 ? now : undefined, -1)
  if (more.size === 0) return before
  const isNew = new Set(come)
  const inGone = shelfFinder(gone, more.size)
  const inKept = shelfFinder(
    all.filter((shelf) => !isNew.has(shelf)),
    more.size,
  )
  const crossing = new Map(before)
  for (const [id, by] of more) {
    if (by === 0) continue
    const known = before.get(id)
    const shelf = known ? undefined : (inGone(id) ?? inKept(id))
    const chunks = by + (known?.chunks ?? (shelf ? 1 : 0))
    const memory = known?.memory ?? { entry: shelf?.entries.get(id) ?? null }
    if (chunks > 1) crossing.set(id, { chunks, memory })
    else crossing.delete(id)
  }
  return crossing
}

/** A spot in the whole document: which chunk it is in. */
export type Found<Piece> = Spot<Piece> & { readonly chunk: number }

export type Layer<Piece, Entry> = {
  /** Ids that one chunk alone does not tell all of. */
  readonly special: ReadonlySet<string>
  /** In text order; the same array as long as nothing in it changes. */
  list(): readonly Entry[]
  get(id: string): Entry | undefined
  /** Every place of an id, in text order. */
  find(id: string): readonly Found<Piece>[]
  /** Number of the chunk that holds the first place of it; -1 for none. */
  firstChunk(id: string): number
  /** For the next layer. */
  readonly crossing: Crossing<Entry>
  readonly memory: Memory<Entry>
}

/** What outlives an index: the last list, to be handed out again while it holds. */
export type Memory<Entry> = { list: readonly Entry[] }

export type Ways<Piece, Entry> = {
  /** Ids that one chunk alone does not tell all of, besides those that cross. */
  readonly bound: readonly string[]
  /** Makes the entry of something that one chunk alone does not tell. */
  readonly make: (id: string, found: readonly Found<Piece>[]) => Entry
  readonly isSame: (one: Entry, other: Entry) => boolean
}

function meets(shelf: ReadonlyMap<string, unknown>, special: ReadonlySet<string>): boolean {
  const [few, many] = special.size < shelf.size ? [special, shelf] : [shelf, special]
  for (const id of few.keys()) if (many.has(id)) return true
  return false
}

function sameList<Entry>(one: readonly Entry[], other: readonly Entry[]): boolean {
  return one.length === other.length && one.every((entry, index) => entry === other[index])
}

/** All changes, comments or claims of a document: those of its chunks, put together when somebody asks. */
export function createLayer<Piece, Entry extends { readonly id: string }>(
  cut: Cut<Shelf<Piece, Entry>>,
  before: Layer<Piece, Entry> | undefined,
  ways: Ways<Piece, Entry>,
): Layer<Piece, Entry> {
  const shelves = cut.all
  const crossing = crossingOf(cut, before?.crossing ?? new Map())
  const memory = before?.memory ?? { list: [] }
  const special = new Set([...crossing.keys(), ...ways.bound])
  const made = new Map<string, Entry>()
  let list: readonly Entry[] | null = null

  const find = (id: string): readonly Found<Piece>[] =>
    shelves.flatMap(({ spots }, chunk) => spots.get(id)?.map((spot) => ({ ...spot, chunk })) ?? [])
  const firstChunk = (id: string): number => shelves.findIndex(({ spots }) => spots.has(id))

  const whole = (id: string): Entry | undefined => {
    const known = made.get(id)
    if (known) return known
    const found = find(id)
    if (found.length === 0) return undefined
    const entry = ways.make(id, found)
    const last = crossing.get(id)?.memory
    const kept = last?.entry ?? shelves[found[0]?.chunk ?? 0]?.entries.get(id)
    const now = kept && ways.isSame(kept, entry) ? kept : entry
    if (last) last.entry = now
    made.set(id, now)
    return now
  }

  const gather = (): readonly Entry[] => {
    const all: Entry[] = []
    const seen = new Set<string>()
    for (const shelf of shelves) {
      const isPlain = special.size === 0 || !meets(shelf.entries, special)
      for (const entry of shelf.list) {
        if (isPlain || !special.has(entry.id)) all.push(entry)
        else if (!seen.has(entry.id)) {
          seen.add(entry.id)
          all.push(whole(entry.id) ?? entry)
        }
      }
    }
    return all
  }

  return {
    special,
    crossing,
    memory,
    list: () => {
      if (list) return list
      const all = gather()
      if (!sameList(all, memory.list)) memory.list = all
      list = memory.list
      return list
    },
    get: (id) => {
      if (special.has(id)) return whole(id)
      return shelves[firstChunk(id)]?.entries.get(id)
    },
    find,
    firstChunk,
  }
}
