import { each } from './found.ts'
import type { ArticleCheck, ArticleHit } from './found.ts'

/** A word that the article uses so often is meant as it stands. */
const OFTEN = 3
/** Names that are compared with each other; more are left alone. */
const MOST_NAMES = 300

/** What the dictionary does not know. Names are left alone, unless one is a letter away from another. */
export const spelling: ArticleCheck = (article, { limit = OFTEN }) => {
  const { speller } = article
  if (!speller) return []
  const spots = each(article, ({ unknown }) => unknown)
  const times = new Map<string, number>()
  for (const { word } of spots) times.set(word, (times.get(word) ?? 0) + 1)
  const names = namesAmong(article, spots)
  const told = new Set<string>()
  return spots.flatMap(({ word, from, to, index }): ArticleHit[] => {
    const count = times.get(word) ?? 0
    if (names.has(word)) {
      const other = count === 1 ? neighbour(word, names, times) : null
      if (other === null) return []
      const detail = `Elsewhere the article has “${other}”.`
      return [
        {
          index,
          from,
          to,
          replacement: withEnding(article.summaries[index]?.read.text.slice(from, to), other),
          detail,
        },
      ]
    }
    if (count < limit) return [{ index, from, to, replacement: speller.suggest(word) }]
    if (told.has(word)) return []
    told.add(word)
    const detail = `The article has it ${String(count)} times; told once.`
    return [{ index, from, to, replacement: null, detail }]
  })
}

function withEnding(text: string | undefined, word: string): string {
  return word + (/['’]s$/u.exec(text ?? '')?.[0] ?? '')
}

/** Unknown words with a capital that is not due to the beginning of a sentence or of a headline in capitals. */
function namesAmong(
  { summaries }: Parameters<ArticleCheck>[0],
  spots: readonly { readonly word: string; readonly from: number; readonly index: number }[],
): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { word, from, index } of spots) {
    const summary = summaries[index]
    const isFirst = summary?.read.sentences.some(
      (sentence) => sentence.from >= from - 1 && sentence.from <= from,
    )
    if (/^\p{Lu}/u.test(word) && isFirst === false) names.add(word)
  }
  return names
}

function neighbour(
  word: string,
  names: ReadonlySet<string>,
  times: ReadonlyMap<string, number>,
): string | null {
  if (word.length < 5 || names.size > MOST_NAMES) return null
  for (const name of names) {
    if (name !== word && (times.get(name) ?? 0) > 1 && isLetterAway(word, name)) return name
  }
  return null
}

/** One letter more, less or other. */
function isLetterAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let head = 0
  while (head < one.length && one[head] === other[head]) head += 1
  const rest = one.length === other.length ? 1 : 0
  const longer = one.length >= other.length ? one : other
  const shorter = longer === one ? other : one
  return longer.slice(head + 1) === shorter.slice(head + rest)
}
