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
}

function coveredBy(fonts: readonly { family: string; bytes: Uint8Array }[]): ReadonlySet<number> {
  const families = new Map<string, ReadonlySet<number>>()
  for (const { family, bytes } of fonts) {
    if (family === DIGITS_ONLY) continue
    const own = coverageOf(bytes)
    const others = families.get(family)
    families.set(family, others ? new Set([...own].filter((point) => others.has(point))) : own)
  }
  return new Set([...families.values()].flatMap((points) => [...points]))
}

export async function loadFonts(): Promise<FontSet> {
  const require = createRequire(import.meta.url)
  const fonts = await Promise.all(
    FACES.map(async ({ family, style, file }) => ({
      family,
      bytes: renameFont(await readFile(require.resolve(file)), family, style),
    })),
  )
  return { files: fonts.map((font) => font.bytes), covered: coveredBy(fonts) }
}
