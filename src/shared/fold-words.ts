/** Dashes and quotes that desks type in several ways, and what they are compared as. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/[‘’ʼ‚‛]/g, "'"],
  [/[“”„‟«»]/g, '"'],
  [/[‐‑‒–—―−]/g, '-'],
  // Single spaces, of which there are most, stay as they are.
  [/\s{2,}|[^\S ]/g, ' '],
]

/** Words as they are compared with others: without regard to case, spaces, and the forms of quotes and dashes. */
export function foldWords(text: string): string {
  let folded = text.normalize('NFC').toLowerCase()
  for (const [form, plain] of ALIKE) folded = folded.replace(form, plain)
  return folded.trim()
}

const LETTER = /[\p{L}\p{N}\p{M}]/u

function isLetterAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && LETTER.test(text.charAt(at))
}

/** Whether `words` stand in `text` as whole words; both folded. Empty words stand nowhere. */
export function standsIn(text: string, words: string): boolean {
  if (words === '') return false
  const startsWord = isLetterAt(words, 0)
  const endsWord = isLetterAt(words, words.length - 1)
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const before = startsWord && isLetterAt(text, at - 1)
    const after = endsWord && isLetterAt(text, at + words.length)
    if (!before && !after) return true
  }
  return false
}
