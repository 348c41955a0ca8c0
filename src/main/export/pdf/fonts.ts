import { createHash } from 'node:crypto'
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { isInvisible, isWhole, lettersOf, pointsOf } from './coverage.ts'
import type { Coverage, Glyphs } from './coverage.ts'
import { glyphsOf } from './font-coverage.ts'
import { BY_NEED, CORE, DIGITS_ONLY } from './font-faces.ts'
import type { Face } from './font-faces.ts'
import { renameFont } from './font-names.ts'
import { readPart } from './font-part.ts'
import { foreignTo } from './made-letters.ts'
import { readFont, tableOf, viewOf } from './sfnt.ts'

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
  /** Font files under private family names, always in the same order; of large ones what the texts can show. */
  readonly files: readonly Uint8Array[]
  readonly coverage: Coverage
  /**
   * By family in their order, the pattern of the letters that the template may ask of it; null for all. Only where a
   * text holds letters that a family would make up (`made-letters.ts`) is there one: the engine tries it on every
   * letter of every text, a fifth of all its work.
   */
  readonly covers: Readonly<Record<string, string | null>>
  readonly records: readonly FontRecord[]
}

type Loaded = Face & { readonly bytes: Uint8Array; readonly sha256: string }

/** By family, in the order in which they are asked, what each of its faces has. */
type Families = Map<string, readonly Glyphs[]>

/** By another name than `require`: the build declares one of its own beside it, and two are a syntax error. */
const packages = createRequire(import.meta.url)

/** Opened for one look: a process that sets pages has nothing else to do meanwhile. */
function within<T>({ file }: Face, look: (font: number) => T): T {
  const font = openSync(packages.resolve(file), 'r')
  try {
    return look(font)
  } finally {
    closeSync(font)
  }
}

/** One piece after the other, so that a large file need not lie in memory. */
const PIECE = 1 << 18

function hashOf(font: number): string {
  const hash = createHash('sha256')
  const piece = new Uint8Array(PIECE)
  for (let at = 0, length = PIECE; length === PIECE; at += length) {
    length = readSync(font, piece, 0, PIECE, at)
    hash.update(piece.subarray(0, length))
  }
  return hash.digest('hex')
}

function load(face: Face): Loaded {
  return within(face, (font) => {
    const bytes = readFileSync(font)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    renameFont(bytes, face.family, face.style)
    return { ...face, bytes, sha256 }
  })
}

function loadPart(face: Face, letters: Iterable<string>): Loaded {
  return within(face, (font) => {
    const bytes = readPart(font, letters)
    renameFont(bytes, face.family, face.style)
    return { ...face, bytes, sha256: hashOf(font) }
  })
}

/** What one face has, without the rest of its file. */
function glance(face: Face): Glyphs {
  return within(face, (font) => glyphsOf(viewOf(readFont(font).read('cmap'))))
}

function inAll(faces: readonly Glyphs[]): Glyphs {
  return { has: (point) => faces.every((face) => face.has(point)) }
}

function escapedPoint(point: number): string {
  return String.raw`\u{${point.toString(16)}}`
}

function patternBut(points: ReadonlySet<number>): string | null {
  return points.size === 0 ? null : `[^${Array.from(points, escapedPoint).join('')}]`
}

/** The faces of each family of the core, by what they have. */
function coreFaces(fonts: readonly Loaded[]): Families {
  const words = fonts.filter(({ family }) => family !== DIGITS_ONLY)
  return new Map(
    [...Map.groupBy(words, ({ family }) => family)].map(([family, faces]) => [
      family,
      faces.map(({ bytes }) => glyphsOf(tableOf(bytes, 'cmap'))),
    ]),
  )
}

/** The face of the words of an article: what it lacks is sooner taken from another face with serifs than from the core. */
const BODY = 'Stet Serif'

/** What the core has no letter for: whole letters, then the parts of those that no family has whole. */
function addByNeed(families: Families, letters: ReadonlySet<string>): readonly Face[] {
  const lacks = (within: Coverage) => (points: readonly number[]) => !isWhole(within, points)
  const all = new Map([...families].map(([family, faces]) => [family, inAll(faces)]))
  const needed: (readonly Face[])[] = []
  let missing = Array.from(letters, pointsOf).filter(
    lacks(new Map([...all].filter(([family]) => family === BODY))),
  )
  for (const parts of [false, true]) {
    if (parts) missing = missing.flatMap((points) => points.map((point) => [point])).filter(lacks(all))
    for (const faces of BY_NEED) {
      const [family = ''] = faces.map((face) => face.family)
      if (missing.length === 0 || all.has(family)) continue
      const glyphs = faces.map(glance)
      if (!missing.every(lacks(new Map([[family, inAll(glyphs)]])))) {
        families.set(family, glyphs)
        all.set(family, inAll(glyphs))
        needed.push(faces)
      }
      missing = missing.filter(lacks(all))
    }
  }
  return needed.flat()
}

/** Such a sign behind a letter chooses among its forms, by a table that is not looked at when a part is taken. */
const SELECTOR = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u

function choosesForms(letters: ReadonlySet<string>, faces: readonly Glyphs[]): boolean {
  return [...letters].some(
    (letter) =>
      SELECTOR.test(letter) &&
      pointsOf(letter).some((point) => !isInvisible(point) && faces.some((face) => face.has(point))),
  )
}

/** What a file with these texts is set in. The core is always there; of the others what a text has letters of. */
export function loadFonts(texts: readonly string[] = []): FontSet {
  const letters = new Set<string>()
  for (const text of texts) for (const letter of lettersOf(text)) letters.add(letter)
  const core = CORE.map(load)
  const families = coreFaces(core)
  const byNeed = addByNeed(families, letters).map((face) => {
    const isPart = face.isLarge && !choosesForms(letters, families.get(face.family) ?? [])
    // Letters are composed; what a text has of them otherwise may have a glyph of its own.
    return isPart ? loadPart(face, [...letters, ...new Set(texts.join(''))]) : load(face)
  })
  const fonts = [...core, ...byNeed]
  const points = Array.from(letters, pointsOf)
  return {
    files: fonts.map(({ bytes }) => bytes),
    coverage: new Map([...families].map(([family, faces]) => [family, inAll(faces)])),
    covers: Object.fromEntries(
      [...families].map(([family, faces]) => [family, patternBut(foreignTo(faces, points))]),
    ),
    records: fonts.map(({ family, style, file, sha256 }) => {
      return { name: `${family} ${style}`, file: basename(file), sha256 }
    }),
  }
}
