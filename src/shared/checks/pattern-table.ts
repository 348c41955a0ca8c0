import type { Pattern, WordClass } from './pattern.ts'
import { START, firstOf, joined } from './pattern-first.ts'
import type { First } from './pattern-first.ts'
import type { Token } from './tokens.ts'
import { isCapitalised, isOfClass } from './word-classes.ts'

/** Things that begin with a pattern, found by what it begins with: most words of a text begin nothing at all. */
export type PatternTable<T> = { beginningWith(token: Token): readonly T[]; readonly first: First }

export type Lists = ReadonlyMap<string, PatternTable<Pattern>>

const NONE: readonly never[] = []

export function createPatternTable<T>(
  things: readonly T[],
  patternOf: (thing: T) => Pattern,
  lists: Lists,
  participles: ReadonlySet<string>,
): PatternTable<T> {
  const byWord = new Map<string, T[]>()
  const byStart = new Map<string, T[]>()
  const byClass = new Map<WordClass, T[]>()
  const empty = joined([])
  const firsts = things.map((thing) => firstOf(patternOf(thing), (name) => lists.get(name)?.first ?? empty))
  for (const [index, { words, starts, classes }] of firsts.entries()) {
    const thing = things[index] as T
    for (const word of words) put(byWord, word, thing)
    for (const start of starts) put(byStart, start, thing)
    for (const name of classes) put(byClass, name, thing)
  }
  const classes = [...byClass]
  return {
    first: joined(firsts),
    beginningWith: (token) => {
      const found: (readonly T[])[] = []
      collect(found, byWord.get(token.word))
      if (token.bare !== token.word) collect(found, byWord.get(token.bare))
      if (byStart.size > 0) collect(found, byStart.get(token.word.slice(0, START)))
      for (const [name, those] of classes) if (mayBegin(token, name, participles)) collect(found, those)
      const [only] = found
      if (found.length <= 1) return only ?? NONE
      return [...new Set(found.flat())]
    },
  }
}

function put<K, T>(map: Map<K, T[]>, key: K, thing: T): void {
  const known = map.get(key)
  if (known) known.push(thing)
  else map.set(key, [thing])
}

function collect<T>(into: (readonly T[])[], things: readonly T[] | undefined): void {
  if (things) into.push(things)
}

function mayBegin(token: Token, name: WordClass, participles: ReadonlySet<string>): boolean {
  if (name === 'names') return isCapitalised(token)
  return name !== 'start' && name !== 'end' && isOfClass(token, name, participles)
}
