import type { Pattern, WordClass } from './pattern.ts'
import type { PatternTable } from './pattern-table.ts'
import type { Sentence, Token } from './tokens.ts'
import { isCapitalised, isOfClass } from './word-classes.ts'

/** What a pattern is matched in: the tokens of one sentence, and the lists it may name. */
export type Surroundings = {
  readonly tokens: readonly Token[]
  readonly sentence: Sentence
  readonly lists: ReadonlyMap<string, PatternTable<Pattern>>
  readonly participles: ReadonlySet<string>
}

const MAX_NAMES = 6

const NONE: readonly number[] = []

/** Every place behind a match that begins at the token `at`; ever growing numbers, each once. */
function endsOf(pattern: Pattern, at: number, around: Surroundings): readonly number[] {
  switch (pattern.kind) {
    case 'word':
      return isWord(pattern, around, at) ? [at + 1] : NONE
    case 'words': {
      const token = at < around.sentence.end ? around.tokens[at] : undefined
      return token && (pattern.words.has(token.word) || pattern.words.has(token.bare)) ? [at + 1] : NONE
    }
    case 'class':
      return endsOfClass(pattern.name, at, around)
    case 'list':
      return endsOfList(pattern.name, at, around)
    case 'gap': {
      const most = Math.min(pattern.most, around.sentence.end - at)
      return Array.from({ length: most + 1 }, (_, index) => at + index)
    }
    case 'maybe':
      return withStart(at, endsOf(pattern.inner, at, around))
    case 'either':
      return endsOfAny(pattern.of, at, around)
    case 'row': {
      let places: readonly number[] = [at]
      for (const part of pattern.of) {
        places =
          places.length === 1
            ? endsOf(part, places[0] ?? at, around)
            : union(places.map((place) => endsOf(part, place, around)))
        if (places.length === 0) break
      }
      return places
    }
  }
}

function endsOfList(name: string, at: number, around: Surroundings): readonly number[] {
  const token = at < around.sentence.end ? around.tokens[at] : undefined
  const entries = token ? around.lists.get(name)?.beginningWith(token) : undefined
  return entries ? endsOfAny(entries, at, around) : NONE
}

function withStart(at: number, ends: readonly number[]): readonly number[] {
  return ends.length === 0 ? [at] : ends[0] === at ? ends : [at, ...ends]
}

function endsOfAny(ways: readonly Pattern[], at: number, around: Surroundings): readonly number[] {
  let found = NONE
  for (const way of ways) {
    const ends = endsOf(way, at, around)
    if (ends.length > 0) found = found.length === 0 ? ends : union([found, ends])
  }
  return found
}

function union(sets: readonly (readonly number[])[]): readonly number[] {
  const found = sets.filter((set) => set.length > 0)
  if (found.length <= 1) return found[0] ?? []
  return [...new Set(found.flat())].sort((one, other) => one - other)
}

function isWord(
  { word, exact, prefix }: Extract<Pattern, { kind: 'word' }>,
  { tokens, sentence }: Surroundings,
  at: number,
): boolean {
  const token = at < sentence.end ? tokens[at] : undefined
  if (!token) return false
  if (exact) return prefix ? token.text.startsWith(word) : token.text === word
  return prefix ? token.word.startsWith(word) : token.word === word || token.bare === word
}

function endsOfClass(name: WordClass, at: number, around: Surroundings): readonly number[] {
  const { tokens, sentence, participles } = around
  if (name === 'start') return at === sentence.first ? [at] : []
  if (name === 'end') {
    const isEnd = at >= sentence.end || (at === sentence.end - 1 && /^[.!?…]$/u.test(tokens[at]?.word ?? ''))
    return isEnd ? [at] : []
  }
  if (name === 'names') return endsOfNames(at, around)
  const token = at < sentence.end ? tokens[at] : undefined
  return token && isOfClass(token, name, participles) ? [at + 1] : []
}

function endsOfNames(at: number, { tokens, sentence }: Surroundings): readonly number[] {
  const ends: number[] = []
  if (at === sentence.first) return ends
  for (let index = at; index < sentence.end && ends.length < MAX_NAMES; index++) {
    const token = tokens[index]
    if (!token || !isCapitalised(token)) break
    ends.push(index + 1)
  }
  return ends
}

/** The end of the longest match that begins there and holds a word; null when there is none. */
export function matchAt(pattern: Pattern, at: number, around: Surroundings): number | null {
  const last = endsOf(pattern, at, around).at(-1)
  return last === undefined || last <= at ? null : last
}
