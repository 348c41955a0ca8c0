import { createHash } from 'node:crypto'

/** One row of a review, by its kind and id, and the digests that are kept of it. */
export type Seal = {
  readonly kind: string
  readonly id: string
  /** As the row stands; null where it was taken away since the last event of the log. */
  readonly digest: string | null
  /** As it stood after the last event that was logged here; null where it was not there yet. */
  readonly logged: string | null
}

type Named = Pick<Seal, 'kind' | 'id'>
type Sealed = { -readonly [K in keyof Seal]: Seal[K] }

/** How many groups the digests are summed up in: an act touches few of them, and sums up only these again. */
const GROUPS = 256

/** FNV-1a of a name, to deal the seals out evenly. */
function groupOf(name: string): number {
  let hash = 0x811c9dc5
  for (let place = 0; place < name.length; place += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(place), 0x01000193)
  }
  return (hash >>> 0) % GROUPS
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function nameOf({ kind, id }: Named): string {
  return JSON.stringify([kind, id])
}

/** Sums up what stands under each name, whatever order it came in. */
function sumOf(digests: ReadonlyMap<string, string>): string {
  const lines = [...digests].map(([name, digest]) => `${name} ${digest}\n`)
  return sha256(lines.toSorted().join(''))
}

const EMPTY = sumOf(new Map())

/**
 * One digest over digests by name: a tree of two levels. Any name or digest that differs gives another sum, and one
 * change costs one group and the line of groups.
 */
function createSum() {
  const groups = Array.from({ length: GROUPS }, () => new Map<string, string>())
  const sums = groups.map((): string | null => EMPTY)
  return {
    set: (name: string, digest: string | null): void => {
      const place = groupOf(name)
      if (digest === null) groups[place]?.delete(name)
      else groups[place]?.set(name, digest)
      sums[place] = null
    },
    digest: (): string => {
      for (const [place, group] of groups.entries()) sums[place] ??= sumOf(group)
      return sha256(sums.join('\n'))
    },
  }
}

/** The kind of seals that no event can name, because they name it: the last event of a chain. */
export const HEAD = 'head'

/** The digest over seals as they were logged last: what the last event of the log names. */
export function rootOf(seals: readonly Seal[]): string {
  const sum = createSum()
  for (const seal of seals) {
    if (seal.kind !== HEAD && seal.logged !== null) sum.set(nameOf(seal), seal.logged)
  }
  return sum.digest()
}

/** The seals of one article in memory. */
export function createSealBook(seals: readonly Seal[]) {
  const byName = new Map<string, Sealed>()
  const unsaved = new Set<string>()
  const drifted = new Set<string>()
  const sum = createSum()
  for (const seal of seals) {
    const name = nameOf(seal)
    byName.set(name, { ...seal })
    if (seal.digest !== seal.logged) drifted.add(name)
    if (seal.kind !== HEAD && seal.logged !== null) sum.set(name, seal.logged)
  }
  return {
    digest: (named: Named): string | null => byName.get(nameOf(named))?.digest ?? null,
    put: ({ kind, id }: Named, digest: string | null): void => {
      const name = nameOf({ kind, id })
      const seal = byName.get(name) ?? { kind, id, digest: null, logged: null }
      seal.digest = digest
      byName.set(name, seal)
      unsaved.add(name)
      drifted.add(name)
    },
    /** From here on everything counts as logged. Answers the digest over all of it. */
    log: (): string => {
      for (const name of drifted) {
        const seal = byName.get(name)
        if (!seal) continue
        seal.logged = seal.digest
        if (seal.kind !== HEAD) sum.set(name, seal.digest)
        unsaved.add(name)
      }
      drifted.clear()
      return sum.digest()
    },
    /** What is not stored yet. One with neither digest is to be taken out. */
    takeUnsaved: (): readonly Seal[] => {
      const taken = [...unsaved].flatMap((name) => byName.get(name) ?? [])
      unsaved.clear()
      for (const seal of taken) if (seal.digest === null && seal.logged === null) byName.delete(nameOf(seal))
      return taken
    },
  }
}

export type SealBook = ReturnType<typeof createSealBook>
