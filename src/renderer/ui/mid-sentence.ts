/** A sentence after a colon begins small, unless its first word is an abbreviation or a single letter such as "A". */
export function midSentence(words: string): string {
  return /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words
}
