import type { Person } from '../../../shared/model/person.ts'
import type { Audience } from '../../../shared/model/review.ts'

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

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}

function whole(name: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(name)}(?![\p{L}\p{N}])`, 'gu')
}

export function createVoice(audience: Audience, people: readonly Person[]): Voice {
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

  function free(text: string): string {
    if (inside) return text
    let out = text
    for (const person of people) {
      const parts = person.name.split(/\s+/).filter((part) => part.length >= MIN_PART)
      for (const part of [person.name, ...parts]) {
        out = out.replace(whole(part), () => `[${name(person.id)}]`)
      }
    }
    return out
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
