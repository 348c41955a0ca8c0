const LETTER = /\p{Letter}/u
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** The direction that words set for themselves: that of their first letter, as `dir="auto"` finds it. */
export function directionOf(words: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.test(LETTER.exec(words)?.[0] ?? '') ? 'rtl' : 'ltr'
}
