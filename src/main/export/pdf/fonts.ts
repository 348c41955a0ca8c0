import { createHash } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { isWhole, lettersOf, pointsOf } from './coverage.ts'
import type { Coverage } from './coverage.ts'
import { coverageOf } from './font-coverage.ts'
import { BY_NEED, CORE, DIGITS_ONLY } from './font-faces.ts'
import type { Face } from './font-faces.ts'
import { renameFont } from './font-names.ts'
import { readTable, tableOf } from './sfnt.ts'

/** A font that a file was set with, as whoever checks the file can find it again. */
export type FontRecord = {
  /** "Stet Serif SemiBold" */
  readonly name: string
  /** "SourceSerif4_600SemiBold.ttf", in the package that the lockfile names. */
  readonly file: string
  /** Of that file, 64 hexadecimal digits. */
  readonly sha256: string
}

export type FontSet = {
  /** Whole font files under private family names, always in the same order. */
  readonly files: readonly Uint8Array[]
  readonly coverage: Coverage
  /**
   * By family, what it has a letter of its own for, as the inside of a regular expression's class. The template
   * keeps each family to it: left alone, the engine puts letters together from parts ("ǫ" from "o" and a hook),
   * and most programs read the parts back as other letters.
   */
  readonly covers: Readonly<Record<string, string>>
  readonly records: readonly FontRecord[]
}

type Loaded = Face & { readonly bytes: Uint8Array; readonly sha256: string }

/** By another name than `require`: the build declares one of its own beside it, and two are a syntax error. */
const packages = createRequire(import.meta.url)

async function load(face: Face): Promise<Loaded> {
  const published = await readFile(packages.resolve(face.file))
  const sha256 = createHash('sha256').update(published).digest('hex')
  return { ...face, bytes: renameFont(published, face.family, face.style), sha256 }
}

/** The code points of one face, without the rest of its file. */
async function glance({ file }: Face): Promise<ReadonlySet<number>> {
  const handle = await open(packages.resolve(file))
  try {
    return coverageOf(await readTable(handle, 'cmap'))
  } finally {
    await handle.close()
  }
}

function common(faces: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  const [first = new Set<number>(), ...others] = faces
  return new Set([...first].filter((point) => others.every((one) => one.has(point))))
}

function escapedPoint(point: number): string {
  return String.raw`\u{${point.toString(16)}}`
}

function classOf(points: Iterable<number>): string {
  const sorted = [...points].toSorted((a, b) => a - b)
  const ranges: { from: number; to: number }[] = []
  for (const point of sorted) {
    const last = ranges.at(-1)
    if (last?.to === point - 1) last.to = point
    else ranges.push({ from: point, to: point })
  }
  return ranges.map(({ from, to }) => `${escapedPoint(from)}-${escapedPoint(to)}`).join('')
}

function coreCoverage(fonts: readonly Loaded[]): Map<string, ReadonlySet<number>> {
  const families = Map.groupBy(
    fonts.filter(({ family }) => family !== DIGITS_ONLY),
    ({ family }) => family,
  )
  return new Map(
    [...families].map(([family, faces]) => [
      family,
      common(faces.map(({ bytes }) => coverageOf(tableOf(bytes, 'cmap')))),
    ]),
  )
}

/** The face of the words of an article: what it lacks is sooner taken from another face with serifs than from the core. */
const BODY = 'Stet Serif'

/** What the core has no letter for: whole letters, then the parts of those that no family has whole. */
async function addByNeed(coverage: Map<string, ReadonlySet<number>>, letters: ReadonlySet<string>) {
  const lacks = (within: Coverage) => (points: readonly number[]) => !isWhole(within, points)
  const body = lacks(new Map([[BODY, coverage.get(BODY) ?? new Set()]]))
  const needed: (readonly Face[])[] = []
  let missing = Array.from(letters, pointsOf).filter(body)
  for (const parts of [false, true]) {
    if (parts) missing = missing.flatMap((points) => points.map((point) => [point])).filter(lacks(coverage))
    for (const faces of BY_NEED) {
      const [family = ''] = faces.map((face) => face.family)
      if (missing.length === 0 || coverage.has(family)) continue
      // oxlint-disable-next-line no-await-in-loop -- what an earlier family has, a later one is not asked for
      const own = common(await Promise.all(faces.map(glance)))
      if (missing.some((points) => isWhole(new Map([[family, own]]), points))) {
        coverage.set(family, own)
        needed.push(faces)
      }
      missing = missing.filter(lacks(coverage))
    }
  }
  return needed.flat()
}

/**
 * What a file with these texts is set in. The core is always read whole; of the others the letters that are used
 * count alone, which keeps the data for the template small.
 */
export async function loadFonts(texts: Iterable<string> = []): Promise<FontSet> {
  const used = new Set<string>()
  for (const text of texts) for (const letter of lettersOf(text)) used.add(letter)
  const core = await Promise.all(CORE.map(load))
  const coverage = coreCoverage(core)
  const own = new Set(coverage.keys())
  const rare = await Promise.all((await addByNeed(coverage, used)).map(load))
  const points = new Set([...used].flatMap(pointsOf))
  const fonts = [...core, ...rare]
  const covers = [...coverage].map(([family, all]): [string, string] => {
    return [family, classOf(own.has(family) ? all : [...points].filter((point) => all.has(point)))]
  })
  return {
    files: fonts.map(({ bytes }) => bytes),
    coverage,
    covers: Object.fromEntries(covers),
    records: fonts.map(({ family, style, file, sha256 }) => {
      return { name: `${family} ${style}`, file: basename(file), sha256 }
    }),
  }
}
