import type { Person } from '../../../shared/model/person.ts'
import type { Audience } from '../../../shared/model/review.ts'
import type { Hidden } from './hidden-sources.ts'

/**
 * How people are called in one file. Inside the desk by name; for readers outside by a number ("editor 2"),
 * given in the order in which they are first called.
 */
export type Voice = {
  readonly audience: Audience
  /** False outside: no attester, no comment, no supplier may be printed. */
  readonly inside: boolean
  readonly name: (personId: string | null) => string
  readonly initials: (personId: string) => string
  /** Which of the six author colours. */
  readonly hue: (personId: string) => number
  /** Words somebody wrote about the article, never the article's own: outside, names in them are replaced. */
  readonly free: (text: string) => string
}

/** Shorter parts of a name ("de", "Li") are left: they are too often ordinary words. */
const MIN_PART = 3
const HUES = 6

/** What word processors sign with where nobody has told them a name. */
const NOBODY = /^(?:(?:microsoft )?office user|windows user|author|user|unknown(?: author)?|guest|reviewer)$/i

/** In these scripts a name stands between spaces or signs; in others letters of other words may touch it. */
const APART = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u
const [BEFORE, BEHIND] = [String.raw`(?<![\p{L}\p{N}])`, String.raw`(?![\p{L}\p{N}])`]

type Pattern = { readonly words: RegExp; readonly instead: () => string }

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}

/** The whole name, across the end of a line as well, and of several words in capitals or none. */
function wholeName(name: string): RegExp {
  const words = name.normalize('NFC').trim().split(/\s+/)
  const before = APART.test(words[0]?.at(0) ?? '') ? BEFORE : ''
  const behind = APART.test(words.at(-1)?.at(-1) ?? '') ? BEHIND : ''
  return new RegExp(
    before + words.map(escaped).join(String.raw`\s+`) + behind,
    words.length > 1 ? 'giu' : 'gu',
  )
}

function partOfName(part: string): RegExp {
  return new RegExp(BEFORE + escaped(part.normalize('NFC')) + BEHIND, 'gu')
}

/** Whole names first: of two people with one name in common, the right one is meant. */
function patternsOf(
  people: readonly Person[],
  hidden: readonly Hidden[],
  name: (personId: string) => string,
): readonly Pattern[] {
  const named = people.filter((person) => !NOBODY.test(person.name.trim()))
  const called = ({ id }: Person) => `[${name(id)}]`
  return [
    ...hidden.map(({ title, instead }) => ({ words: wholeName(title), instead: () => `[${instead}]` })),
    ...named.map((person) => ({ words: wholeName(person.name), instead: () => called(person) })),
    ...named.flatMap((person) =>
      person.name
        .split(/\s+/)
        .filter((part) => part.length >= MIN_PART)
        .map((part) => ({ words: partOfName(part), instead: () => called(person) })),
    ),
  ]
}

/** `hidden`: titles of sources that no free words may tell outside. */
export function createVoice(
  audience: Audience,
  people: readonly Person[],
  hidden: readonly Hidden[] = [],
): Voice {
  const known = new Map<string, Person>(people.map((person) => [person.id, person]))
  const inside = audience !== 'external'
  const numbers = new Map<string, number>()

  function numberOf(personId: string): number {
    const number = numbers.get(personId) ?? numbers.size + 1
    numbers.set(personId, number)
    return number
  }

  function name(personId: string | null): string {
    if (personId === null) return ''
    if (!inside) return `editor ${numberOf(personId)}`
    return known.get(personId)?.name ?? 'somebody unknown here'
  }

  /** Made once, and only where they are asked for. */
  let patterns: readonly Pattern[] | null = null

  function free(text: string): string {
    if (inside || text === '') return text
    patterns ??= patternsOf(people, hidden, name)
    return patterns.reduce((out, { words, instead }) => out.replace(words, instead), text.normalize('NFC'))
  }

  return {
    audience,
    inside,
    name,
    initials: (personId) => (inside ? (known.get(personId)?.initials ?? '?') : `E${numberOf(personId)}`),
    hue: (personId) => (inside ? (known.get(personId)?.hue ?? 1) : ((numberOf(personId) - 1) % HUES) + 1),
    free,
  }
}
