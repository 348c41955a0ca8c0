/** In which direction a paragraph runs, and which language its letters tell. */

export type Script = {
  readonly dir: 'ltr' | 'rtl'
  /** As in a file's structure; empty where the letters tell of no single one. */
  readonly lang: string
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u
const LETTER = /\p{L}/u

/** Only what letters of their own are proof of; whether Latin letters are English nobody can tell from them. */
const LANGUAGES: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
]

/** The first letter tells the direction, as the Unicode bidirectional algorithm has it (rule P2). */
export function scriptOf(text: string): Script {
  const first = LETTER.exec(text)?.[0] ?? ''
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const lang = LANGUAGES.find(([of]) => (text.match(of)?.length ?? 0) * 2 > letters)?.[1] ?? ''
  return { dir: RIGHT_TO_LEFT.test(first) ? 'rtl' : 'ltr', lang }
}
