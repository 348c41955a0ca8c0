import { quoteAt } from '../../src/shared/document/quotes/quote.ts'
import type { Quote } from '../../src/shared/document/quotes/quote.ts'

/** A text that somebody changes elsewhere, word by word, with the truth of where every word went. */

type Word = { readonly text: string; readonly origin: number | null }
type Paragraph = readonly Word[]

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu'.split(' ')

/** Words of a language of 4,000 words, the common ones as common as in English (Zipf). */
function createVocabulary(random: () => number): () => string {
  const words = Array.from({ length: 4000 }, (_, rank) => {
    const syllables = 1 + (rank > 60 ? 1 : 0) + Math.floor(random() * 2)
    return Array.from({ length: syllables }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join(
      '',
    )
  })
  const weights: number[] = []
  words.forEach((_, rank) => weights.push((weights.at(-1) ?? 0) + 1 / (rank + 8)))
  const total = weights.at(-1) ?? 1
  return () => {
    const wanted = random() * total
    let low = 0
    let high = weights.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((weights[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return words[low] ?? ''
  }
}

type Laid = { readonly text: string; readonly starts: readonly number[]; readonly words: readonly Placed[] }
type Placed = {
  readonly from: number
  readonly to: number
  readonly origin: number | null
  readonly paragraph: number
}

function layOut(paragraphs: readonly Paragraph[]): Laid {
  let text = ''
  const starts: number[] = []
  const words: Placed[] = []
  paragraphs.forEach((paragraph, number) => {
    if (number > 0) text += '\n'
    starts.push(text.length)
    paragraph.forEach((word, at) => {
      if (at > 0) text += ' '
      words.push({
        from: text.length,
        to: text.length + word.text.length,
        origin: word.origin,
        paragraph: number,
      })
      text += word.text
    })
  })
  return { text, starts, words }
}

type Changing = { readonly share: number; readonly moved: number }

/** Replaces, deletes and puts in words, a third of `share` each; a replaced word keeps its origin. */
function change(
  paragraphs: readonly Paragraph[],
  { share, moved }: Changing,
  random: () => number,
  word: () => string,
) {
  const changed = paragraphs.map((paragraph) =>
    paragraph.flatMap((one): Word[] => {
      if (random() >= share) return [one]
      const kind = random() * 3
      if (kind < 1) return [{ text: word(), origin: one.origin }]
      return kind < 2 ? [] : [one, { text: word(), origin: null }]
    }),
  )
  for (let count = 0; count < moved; count++) {
    const [taken] = changed.splice(Math.floor(random() * changed.length), 1)
    if (taken) changed.splice(Math.floor(random() * changed.length), 0, taken)
  }
  return changed
}

export type Anchored = {
  readonly quote: Quote
  /** Where the words are now; null when all of them are gone. */
  readonly truth: { readonly from: number; readonly to: number } | null
}

export type Experiment = {
  readonly text: string
  readonly starts: readonly number[]
  readonly anchors: readonly Anchored[]
}

/** The experiment of the study: anchors of 3 to 9 words in a long text that is changed outside. */
export function changeOutside(
  size: { readonly words: number; readonly anchors: number; readonly seed: number },
  changing: Changing,
): Experiment {
  const random = seeded(size.seed)
  const word = createVocabulary(random)
  const paragraphs: Word[][] = []
  for (let made = 0; made < size.words;) {
    const length = 30 + Math.floor(random() * 60)
    paragraphs.push(
      Array.from({ length }, (_, at) => ({ text: word() + (at % 12 === 11 ? '.' : ''), origin: made + at })),
    )
    made += length
  }
  const before = layOut(paragraphs)
  const after = layOut(change(paragraphs, changing, random, word))
  const now = new Map(after.words.flatMap((one) => (one.origin === null ? [] : [[one.origin, one] as const])))
  const anchors: Anchored[] = []
  while (anchors.length < size.anchors) {
    const first = Math.floor(random() * (before.words.length - 9))
    const last = first + 2 + Math.floor(random() * 7)
    const [start, end] = [before.words[first], before.words[last]]
    if (!start || start.paragraph !== end?.paragraph) continue
    const quote = quoteAt(
      { text: before.text, starts: before.starts, pieces: [] },
      { from: start.from, to: end.to },
    )
    const kept = Array.from({ length: last - first + 1 }, (_, at) => now.get(first + at) ?? []).flat()
    const [from, to] = [kept[0]?.from, kept.at(-1)?.to]
    anchors.push({ quote, truth: from === undefined || to === undefined ? null : { from, to } })
  }
  return { text: after.text, starts: after.starts, anchors }
}
