import type { ContentWord } from '../summary-phrases.ts'
import type { Article, ArticleCheck, ArticleHit } from './found.ts'

type Sentence = {
  readonly index: number
  readonly number: number
  readonly words: readonly ContentWord[]
  readonly text: string
}

function sentencesOf({ summaries }: Article): readonly Sentence[] {
  let number = 0
  return summaries.flatMap(({ phrases, block }, index) =>
    block.place === 'cell'
      ? []
      : phrases.map((words): Sentence => ({ index, number: number++, words, text: block.text })),
  )
}

/** Words further apart are no phrase. */
const APART = 4

function phraseAt(words: readonly ContentWord[], at: number, length: number): string | null {
  const first = words[at]
  const last = words[at + length - 1]
  if (!first || !last || last.at - first.at > APART + length - 2) return null
  return words
    .slice(at, at + length)
    .map(({ stem }) => stem)
    .join(' ')
}

/** Sentences between two places that a reader still hears the first in. */
const NEAR = 40

/** Three words that carry meaning, again within forty sentences; what overlaps in a sentence is one phrase. */
export const repeatedPhrases: ArticleCheck = (article, { limit = NEAR }) => {
  const last = new Map<string, number>()
  return sentencesOf(article).flatMap(({ index, number, words }) => {
    const hits: ArticleHit[] = []
    let end = -1
    for (let at = 0; at + 2 < words.length; at++) {
      const phrase = phraseAt(words, at, 3)
      if (phrase === null) continue
      const before = last.get(phrase)
      last.set(phrase, number)
      const [first, third] = [words[at], words[at + 2]]
      if (before === undefined || before === number || number - before > limit || !first || !third) continue
      const open = hits.at(-1)
      if (open && at <= end) hits[hits.length - 1] = { ...open, to: third.to }
      else hits.push({ index, from: first.from, to: third.to, replacement: null })
      end = at + 2
    }
    return hits
  })
}

const OFTEN = 5

/** Two words that stand together so often within forty sentences that they wear out; told where they do. Names may. */
export const wornPhrases: ArticleCheck = (article, { limit = OFTEN }) => {
  const places = new Map<string, number[]>()
  return sentencesOf(article).flatMap(({ index, number, words, text }) => {
    const hits: ArticleHit[] = []
    for (let at = 0; at + 1 < words.length; at++) {
      const [first, second] = [words[at], words[at + 1]]
      if (!first || !second || second.at - first.at !== 1) continue
      if (/^\p{Lu}/u.test(text.slice(second.from)) || first.stem === second.stem) continue
      const phrase = `${first.stem} ${second.stem}`
      const near = (places.get(phrase) ?? []).filter((place) => number - place <= NEAR)
      near.push(number)
      if (near.length < limit) {
        places.set(phrase, near)
        continue
      }
      places.set(phrase, [])
      const detail = `Here for the ${String(limit)}th time within ${String(NEAR)} sentences.`
      hits.push({ index, from: first.from, to: second.to, replacement: null, detail })
    }
    return hits
  })
}
