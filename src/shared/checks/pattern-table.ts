import type { Pattern } from './pattern.ts'
import type { Token } from './tokens.ts'

/** Things that begin with a pattern, found by the first word: most words of a text begin nothing at all. */
export type PatternTable<T> = {
  beginningWith(token: Token): readonly T[]
  readonly first: ReadonlySet<string> | null
}

type Lists = ReadonlyMap<string, PatternTable<Pattern>>

export function createPatternTable<T>(
  things: readonly T[],
  patternOf: (thing: T) => Pattern,
  lists: Lists,
): PatternTable<T> {
  const byWord = new Map<string, T[]>()
  const anywhere: T[] = []
  for (const thing of things) {
    const words = firstWords(patternOf(thing), lists)
    if (words === null) anywhere.push(thing)
    for (const word of words ?? []) {
      const known = byWord.get(word)
      if (known) known.push(thing)
      else byWord.set(word, [thing])
    }
  }
  const withAnywhere = new Map([...byWord].map(([word, own]) => [word, [...own, ...anywhere]]))
  return {
    first: anywhere.length > 0 ? null : new Set(byWord.keys()),
    beginningWith: ({ word, bare }) => {
      const own = withAnywhere.get(word)
      if (word === bare) return own ?? anywhere
      return [...new Set([...(own ?? anywhere), ...(withAnywhere.get(bare) ?? [])])]
    },
  }
}

/** The words that it can begin with, in small letters; null when it can begin with any. */
function firstWords(pattern: Pattern, lists: Lists): ReadonlySet<string> | null {
  switch (pattern.kind) {
    case 'word':
      return pattern.prefix ? null : new Set([pattern.word.toLowerCase()])
    case 'class':
    case 'gap':
    case 'maybe':
      return null
    case 'list':
      return lists.get(pattern.name)?.first ?? null
    case 'either':
      return allFirst(pattern.of, lists)
    case 'row':
      return firstOfRow(pattern.of, lists)
  }
}

function firstOfRow(row: readonly Pattern[], lists: Lists): ReadonlySet<string> | null {
  const ways: Pattern[] = []
  for (const part of row) {
    if (part.kind !== 'maybe') {
      ways.push(part)
      break
    }
    ways.push(part.inner)
  }
  return allFirst(ways, lists)
}

function allFirst(ways: readonly Pattern[], lists: Lists): ReadonlySet<string> | null {
  const words = new Set<string>()
  for (const way of ways) {
    const first = firstWords(way, lists)
    if (first === null) return null
    for (const word of first) words.add(word)
  }
  return words
}
