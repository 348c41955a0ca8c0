/** The faces that the template may use, from font packages in the lockfile; nothing comes from the machine. */

export type Face = {
  /** Named again in resources/typst/theme.typ. */
  readonly family: string
  /** Differs between the faces of one family. */
  readonly style: string
  /** As `require` finds it. */
  readonly file: string
  /** Megabytes of outlines, of which a text needs a small part. */
  readonly isLarge?: boolean
}

function large(fonts: readonly Face[]): readonly Face[] {
  return fonts.map((face) => ({ ...face, isLarge: true }))
}

function faces(family: string, packageName: string, name: string, ...weights: readonly string[]) {
  return weights.map((weight): Face => {
    const style = weight.replace(/^\d+/, '').replace('_', ' ')
    return { family, style, file: `@expo-google-fonts/${packageName}/${weight}/${name}_${weight}.ttf` }
  })
}

const REGULAR = '400Regular'
const ITALIC = '400Regular_Italic'
const SEMIBOLD = '600SemiBold'
const BOLD = '700Bold'

/** Hashes alone are set in it, so what it covers does not count for the words of an article. */
export const DIGITS_ONLY = 'Stet Code'

/** In every file. */
export const CORE: readonly Face[] = [
  ...faces('Stet Serif', 'source-serif-4', 'SourceSerif4', REGULAR, ITALIC, SEMIBOLD, BOLD, `${BOLD}_Italic`),
  ...faces('Stet Sans', 'source-sans-3', 'SourceSans3', REGULAR, ITALIC, SEMIBOLD),
  ...faces(DIGITS_ONLY, 'source-code-pro', 'SourceCodePro', REGULAR, SEMIBOLD),
]

/**
 * Read only where a text asks for their letters, 20 MB in all: earlier families are asked first. Arabic stands before
 * mathematics, which has Arabic letters for formulas alone, and Chinese before Korean, so that one name is never set
 * in the letters of two languages.
 */
export const BY_NEED: readonly (readonly Face[])[] = [
  faces('Stet Wide', 'noto-serif', 'NotoSerif', REGULAR, ITALIC, BOLD),
  faces('Stet Hebrew', 'noto-serif-hebrew', 'NotoSerifHebrew', REGULAR, BOLD),
  faces('Stet Arabic', 'noto-naskh-arabic', 'NotoNaskhArabic', REGULAR, BOLD),
  faces('Stet Emoji', 'noto-emoji', 'NotoEmoji', REGULAR),
  faces('Stet Signs', 'noto-sans-symbols-2', 'NotoSansSymbols2', REGULAR),
  faces('Stet Math', 'noto-sans-math', 'NotoSansMath', REGULAR),
  large(faces('Stet Chinese', 'noto-sans-sc', 'NotoSansSC', REGULAR)),
  large(faces('Stet Korean', 'noto-sans-kr', 'NotoSansKR', REGULAR)),
]
