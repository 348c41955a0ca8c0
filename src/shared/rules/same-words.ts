/** Between the places of a claim, as the index joins them. */
const BETWEEN = ' … '

function onOneLine(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim()
}

function placesOf(words: string): readonly string[] {
  return words.split(BETWEEN).map(onOneLine).toSorted()
}

/**
 * Whether two readings of a claim's places hold the same words. What happens around the places is no change of theirs:
 * two that came to stand beside each other, one that was moved before another, a paragraph that ends within. Nor are
 * spaces, as long as they keep the same words apart.
 */
export function hasSameWords(before: string, now: string): boolean {
  if (before === now || onOneLine(before) === onOneLine(now)) return true
  const inOneLine = (words: string) => onOneLine(words.replaceAll(BETWEEN, ' '))
  if (inOneLine(before) === inOneLine(now)) return true
  const [was, is] = [placesOf(before), placesOf(now)]
  return was.length === is.length && was.every((place, at) => place === is[at])
}
