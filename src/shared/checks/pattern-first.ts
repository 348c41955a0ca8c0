import type { Pattern, WordClass } from './pattern.ts'

/** What a match can begin with: one of these words, a word that begins so, or a word of one of these classes. */
export type First = {
  readonly words: ReadonlySet<string>
  /** Three letters each. */
  readonly starts: ReadonlySet<string>
  readonly classes: ReadonlySet<WordClass>
}

/** Letters of a beginning that are looked up; a pattern of fewer can begin with any word. */
export const START = 3

const NOTHING: First = { words: new Set(), starts: new Set(), classes: new Set() }
const ANY: First = { ...NOTHING, classes: new Set(['word']) }

/** `firstOfList`: what an entry of the list of that name can begin with. */
export function firstOf(pattern: Pattern, firstOfList: (name: string) => First): First {
  switch (pattern.kind) {
    case 'word':
      if (!pattern.prefix) return { ...NOTHING, words: new Set([pattern.word.toLowerCase()]) }
      if (pattern.word.length < START) return ANY
      return { ...NOTHING, starts: new Set([pattern.word.toLowerCase().slice(0, START)]) }
    case 'words':
      return { ...NOTHING, words: pattern.words }
    case 'class':
      return { ...NOTHING, classes: new Set([pattern.name]) }
    case 'gap':
      return ANY
    case 'maybe':
      return firstOf(pattern.inner, firstOfList)
    case 'list':
      return firstOfList(pattern.name)
    case 'either':
      return joined(pattern.of.map((way) => firstOf(way, firstOfList)))
    case 'row':
      return joined(leading(pattern.of).map((part) => firstOf(part, firstOfList)))
  }
}

/** The parts of a row that a match can begin with: up to the first that must be there and is a word wide. */
function leading(row: readonly Pattern[]): readonly Pattern[] {
  const end = row.findIndex((part) => !isWidthless(part))
  return (end === -1 ? row : row.slice(0, end + 1)).filter((part) => !isEdge(part))
}

function isEdge(part: Pattern): boolean {
  return part.kind === 'class' && (part.name === 'start' || part.name === 'end')
}

function isWidthless(part: Pattern): boolean {
  switch (part.kind) {
    case 'maybe':
    case 'gap':
      return true
    case 'either':
      return part.of.some(isWidthless)
    case 'row':
      return part.of.every(isWidthless)
    case 'class':
      return isEdge(part)
    case 'word':
    case 'words':
    case 'list':
      return false
  }
}

export function joined(all: readonly First[]): First {
  return {
    words: new Set(all.flatMap(({ words }) => [...words])),
    starts: new Set(all.flatMap(({ starts }) => [...starts])),
    classes: new Set(all.flatMap(({ classes }) => [...classes])),
  }
}
