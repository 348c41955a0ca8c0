/**
 * Lines are drawn from left to right whatever they say, so words of Hebrew and Arabic come letter by letter from their
 * end. What the Unicode algorithm (UAX 9) did to set them is undone as far as words and names are found again; where
 * signs between two directions came from, a line does not tell.
 */

/** The blocks of scripts that run from right to left, and the forms of their letters. */
const LETTER = '[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufeff]'
const ANY = new RegExp(LETTER, 'u')
/** From one such letter to the last one before a letter of another direction. */
const STRETCH = new RegExp(`${LETTER}(?:[^\\p{L}\\n]*${LETTER})*`, 'gu')
const FIGURES = /\p{Nd}+(?:[.,:/]\p{Nd}+)*/gu

export function isRightToLeft(text: string): boolean {
  return ANY.test(text)
}

export function reversed(text: string): string {
  return Array.from(text).toReversed().join('')
}

/** Lines as they are drawn, each put into the order in which it is read. */
export function asRead(text: string): string {
  if (!isRightToLeft(text)) return text
  return text.replaceAll(STRETCH, (stretch) => reversed(stretch).replaceAll(FIGURES, reversed))
}
