import type { Person } from '../../../shared/model/person.ts'
import { personId } from '../../../shared/model/ids.ts'
import { AUTHOR_CHARACTERS, DATE_CHARACTERS, INITIALS_CHARACTERS } from '../../opc/limits.ts'
import { attribute } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'
import type { ImportTools } from '../draft.ts'
import type { Warnings } from '../warnings.ts'

/** Who wrote something, and when, as an element of a Word file says it. */
export type Authorship = {
  readonly authorId: string
  /** Milliseconds since 1970; null without a usable date. */
  readonly at: number | null
  /** As written; an empty string when the file gives no date at all. */
  readonly dateRaw: string
}

export type Authors = {
  of(element: XmlElement): Authorship
  /** Those who were not known before. */
  people(): readonly Person[]
}

const HUES = 6

/** One person for each author's name. `outside` holds the ids of names known from earlier files. */
export function createAuthors(
  outside: Readonly<Record<string, string>>,
  tools: ImportTools,
  warnings: Warnings,
): Authors {
  const ids = new Map(Object.entries(outside))
  const people: Person[] = []
  const idOf = (name: string, initials: string): string => {
    const known = ids.get(name)
    if (known !== undefined) return known
    const id = tools.newId()
    ids.set(name, id)
    const hue = (people.length % HUES) + 1
    people.push({
      id: personId.parse(id),
      name,
      initials: initials || initialsOf(name),
      hue,
      roles: [],
      deskRoles: [],
      outside: true,
    })
    return id
  }
  return {
    of(element) {
      const written = attribute(element, 'w:author') ?? ''
      if (written.length > AUTHOR_CHARACTERS)
        warnings.add('author', 'A name of more than 200 characters was cut.')
      const name = cleanName(written)
      const initials = (attribute(element, 'w:initials') ?? '').trim().slice(0, INITIALS_CHARACTERS)
      const dateRaw = (attribute(element, 'w:date') ?? '').slice(0, DATE_CHARACTERS)
      const at = readUtc(attribute(element, 'w16du:dateUtc')) ?? readDate(dateRaw)
      if (at === null && dateRaw !== '')
        warnings.add('date', 'Dates that could not be understood were kept as written.')
      return { authorId: idOf(name, initials), at, dateRaw }
    },
    people: () => people,
  }
}

/** A name without control and direction characters, at most 200 long, never empty. */
export function cleanName(written: string): string {
  const name = written
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, '')
    .trim()
  return name.slice(0, AUTHOR_CHARACTERS).toWellFormed().trim() || 'Unknown author'
}

/** First letters of the first and last words, three at most. */
export function initialsOf(name: string): string {
  const letters = name.split(/[\s.-]+/).flatMap((word) => Array.from(word).slice(0, 1))
  const few = letters.length > 3 ? [...letters.slice(0, 2), ...letters.slice(-1)] : letters
  return few.join('').toUpperCase().slice(0, INITIALS_CHARACTERS) || '?'
}

/** A date that is said to be UTC; null when there is none or it is unreadable. */
export function readUtc(text: string | undefined): number | null {
  if (text === undefined || !/^\d{4}-\d\d-\d\dT/.test(text)) return null
  const at = Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`)
  return Number.isFinite(at) && at >= 0 ? at : null
}

/**
 * Word's `w:date` is wall time where the author sat, with a `Z` that is not true; without better knowledge that
 * place is taken to be here. Dates with a real offset are exact. Null when unreadable.
 */
export function readDate(text: string): number | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/.exec(text.trim())
  if (!found) return null
  const [, year, month, day, hour, minute, second, zone] = found
  const wall = `${year}-${month}-${day}T${hour}:${minute}:${second}`
  const at = zone === undefined || zone === 'Z' ? new Date(wall).getTime() : Date.parse(`${wall}${zone}`)
  return Number.isFinite(at) && at >= 0 ? at : null
}
