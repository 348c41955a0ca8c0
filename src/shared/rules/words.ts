/** "1 change", "3 changes". */
export function count(amount: number, one: string, many: string): string {
  return `${amount} ${amount === 1 ? one : many}`
}

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? ''
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** A sentence begins with a capital; ids and numbers are left alone. */
export function sentence(text: string): string {
  return text === '' ? '' : `${text[0]?.toUpperCase()}${text.slice(1)}.`
}

/** Longest excerpt, in UTF-16 units. */
const EXCERPT = 72

/** The beginning of a text in quotes, cut between words. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= EXCERPT) return `“${line}”`
  const cut = line.slice(0, EXCERPT).replace(/\s+\S*$/u, '')
  return `“${cut}…”`
}
