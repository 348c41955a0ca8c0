/** Ascending numbers in the room of one: "14", "14–18"; where they do not follow each other "3 +2", two more than 3. */
export function numbersInShort(numbers: readonly number[]): string {
  const [first] = numbers
  const last = numbers.at(-1)
  if (first === undefined || last === undefined) return ''
  if (first === last) return String(first)
  return last - first === numbers.length - 1 ? `${first}–${last}` : `${first} +${numbers.length - 1}`
}
