import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { coverageOf } from './font-coverage.ts'
import { renameFont } from './font-names.ts'

/** The faces the template may use, from font packages in the lockfile; nothing comes from the machine. */

const SERIF = '@expo-google-fonts/source-serif-4'
const SANS = '@expo-google-fonts/source-sans-3'
const CODE = '@expo-google-fonts/source-code-pro'
const NOTO = '@expo-google-fonts/noto-serif'
const EMOJI = '@expo-google-fonts/noto-emoji'

type Face = { readonly family: string; readonly style: string; readonly file: string }

function face(family: string, packageName: string, name: string, weight: string): Face {
  const style = weight.replace(/^\d+/, '').replace('_', ' ')
  return { family, style, file: `${packageName}/${weight}/${name}_${weight}.ttf` }
}

/** Families are named again in resources/typst/theme.typ. */
const FACES: readonly Face[] = [
  ...['400Regular', '400Regular_Italic', '600SemiBold', '700Bold', '700Bold_Italic'].map((weight) =>
    face('Stet Serif', SERIF, 'SourceSerif4', weight),
  ),
  ...['400Regular', '400Regular_Italic', '600SemiBold'].map((weight) =>
    face('Stet Sans', SANS, 'SourceSans3', weight),
  ),
  ...['400Regular', '600SemiBold'].map((weight) => face('Stet Code', CODE, 'SourceCodePro', weight)),
  ...['400Regular', '400Regular_Italic', '700Bold'].map((weight) =>
    face('Stet Wide', NOTO, 'NotoSerif', weight),
  ),
  face('Stet Emoji', EMOJI, 'NotoEmoji', '400Regular'),
]

/** Hashes alone are set in it, so what it covers does not count for the words of an article. */
const DIGITS_ONLY = 'Stet Code'

export type FontSet = {
  /** Whole font files under private family names, always in the same order. */
  readonly files: readonly Uint8Array[]
  /** Code points that every face of at least one text family can show. */
  readonly covered: ReadonlySet<number>
  /**
   * By family, what it has a letter of its own for, as the inside of a regular expression's class. The template
   * keeps each family to it: left alone, the engine puts letters together from parts ("ǫ" from "o" and a hook),
   * and most programs read the parts back as other letters.
   */
  readonly covers: Readonly<Record<string, string>>
}

type Loaded = { readonly family: string; readonly bytes: Uint8Array }

function coverageByFamily(fonts: readonly Loaded[]): ReadonlyMap<string, ReadonlySet<number>> {
  const families = new Map<string, ReadonlySet<number>>()
  for (const { family, bytes } of fonts) {
    if (family === DIGITS_ONLY) continue
    const own = coverageOf(bytes)
    const others = families.get(family)
    families.set(family, others ? new Set([...own].filter((point) => others.has(point))) : own)
  }
  return families
}

function escapedPoint(point: number): string {
  return String.raw`\u{${point.toString(16)}}`
}

function classOf(points: ReadonlySet<number>): string {
  const sorted = [...points].sort((a, b) => a - b)
  const ranges: { from: number; to: number }[] = []
  for (const point of sorted) {
    const last = ranges.at(-1)
    if (last?.to === point - 1) last.to = point
    else ranges.push({ from: point, to: point })
  }
  return ranges.map(({ from, to }) => `${escapedPoint(from)}-${escapedPoint(to)}`).join('')
}

export async function loadFonts(): Promise<FontSet> {
  const require = createRequire(import.meta.url)
  const fonts = await Promise.all(
    FACES.map(async ({ family, style, file }) => ({
      family,
      bytes: renameFont(await readFile(require.resolve(file)), family, style),
    })),
  )
  const families = coverageByFamily(fonts)
  return {
    files: fonts.map((font) => font.bytes),
    covered: new Set([...families.values()].flatMap((points) => [...points])),
    covers: Object.fromEntries([...families].map(([family, points]) => [family, classOf(points)])),
  }
}
