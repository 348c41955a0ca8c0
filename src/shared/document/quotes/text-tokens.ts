/**
 * Words of a text as numbers, so that texts are compared word by word. A word is a run of letters and digits; any
 * other sign is a word by itself, as is each letter of the scripts that put no spaces between words.
 */

const TOKEN =
  /[[\p{L}\p{M}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]]+|\S/gv

/** Word processors swap straight and curly quotes and kinds of spaces by themselves. Never changes the length. */
export function foldTypography(text: string): string {
  return text
    .replace(/[\u2018\u2019\u201A\u201B]/g, "'")
    .replace(/[\u201C\u201D\u201E\u201F]/g, '"')
    .replace(/[\u00A0\u2007\u2009\u202F]/g, ' ')
}

export type Token = { readonly word: string; readonly from: number; readonly to: number }

/** Tokens of text whose typography is folded already. */
export function tokensOf(folded: string): readonly Token[] {
  return Array.from(folded.matchAll(TOKEN), (match) => ({
    word: match[0].toLowerCase(),
    from: match.index,
    to: match.index + match[0].length,
  }))
}

/** A text with all places of each of its words. */
export type WordIndex = {
  readonly folded: string
  readonly tokens: readonly Token[]
  /** The number of each token's word. */
  readonly ids: Int32Array
  readonly idOf: (word: string) => number | null
  /** Token indexes, ascending. */
  readonly placesOf: (id: number) => Int32Array
  /** How telling it is to meet this word here, in bits: a rare word says more than a common one. */
  readonly bitsOf: (id: number) => number
}

export function indexWords(text: string): WordIndex {
  const folded = foldTypography(text)
  const tokens = tokensOf(folded)
  const known = new Map<string, number>()
  const ids = Int32Array.from(tokens, ({ word }) => {
    const id = known.get(word) ?? known.size
    if (id === known.size) known.set(word, id)
    return id
  })
  // Counting sort: all places of a word lie together, from `starts[id]`.
  const starts = new Int32Array(known.size + 1)
  for (const id of ids) starts[id + 1] = (starts[id + 1] ?? 0) + 1
  for (let id = 0; id < known.size; id++) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0)
  const next = starts.slice()
  const places = new Int32Array(ids.length)
  ids.forEach((id, index) => {
    const at = next[id] ?? 0
    places[at] = index
    next[id] = at + 1
  })
  const placesOf = (id: number) => places.subarray(starts[id], starts[id + 1])
  return {
    folded,
    tokens,
    ids,
    idOf: (word) => known.get(word) ?? null,
    placesOf,
    bitsOf: (id) => Math.max(0.5, Math.log2(ids.length / Math.max(1, placesOf(id).length))),
  }
}
