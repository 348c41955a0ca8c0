/** Words as HTML. */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export function safe(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '')
}

/** A line feed is a line break. */
export function broken(text: string): string {
  return safe(text).replaceAll('\n', '<br>')
}

/** A name or a quotation that may run from right to left. */
export function iso(text: string): string {
  return `<bdi>${safe(text)}</bdi>`
}

export const soft = (html: string): string => `<span class="soft">${html}</span>`
export const bold = (html: string): string => `<b>${html}</b>`
export const digits = (hash: string): string => `<code>${safe(hash)}</code>`
export const shape = (kind: string): string => `<i class="shape ${safe(kind)}"></i>`

/** Blocks one under the other; what is empty takes no room. */
export function stacked(parts: readonly string[]): string {
  return parts.map((part) => (part === '' ? '' : `<div>${part}</div>`)).join('')
}

/** Words that are a quotation themselves keep their own marks. */
export function quoted(words: string): string {
  return `<q>${/^[“‘«„"]/.test(words) ? iso(words) : `“${iso(words)}”`}</q>`
}
