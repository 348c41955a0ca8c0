import type { PersonId } from '../../model/ids.ts'
import type { ReturnedFile } from '../../model/interchange.ts'
import type { PackagePerson } from '../package.ts'

/** Who is meant by the names in a file. */

export type ReturnedPeople = {
  /** Of somebody in the draft. */
  readonly idOf: (draftId: string) => PersonId
  /** Who did what nobody signed: whoever saved the file. */
  readonly them: PersonId
  readonly isNew: (id: string) => boolean
  readonly nameOf: (id: string) => string
  /** Those whom nobody here knows. */
  readonly strangers: readonly PackagePerson[]
}

export type KnownPerson = PackagePerson

const NOBODY = 'Unknown author'

/**
 * `known`: whom a name stands for, the likeliest first; `aliases`: names that a file for outside readers was given
 * instead. Somebody who is not among them is the person that the file makes of the name.
 */
export function returnedPeople(
  { draft, savedBy }: Pick<ReturnedFile, 'draft' | 'savedBy'>,
  known: readonly KnownPerson[],
  aliases: ReadonlyMap<string, PersonId>,
  isInReview: (id: string) => boolean,
  idFor: (name: string) => PersonId,
): ReturnedPeople {
  const byName = new Map<string, PersonId>(aliases)
  for (const { id, name } of [...known.filter(({ id }) => isInReview(id)), ...known]) {
    if (!byName.has(name)) byName.set(name, id)
  }
  const names = new Map<string, string>(known.map(({ id, name }) => [id, name]))
  const strangers: PackagePerson[] = []
  const find = (name: string, profile: Omit<PackagePerson, 'id' | 'name'>): PersonId => {
    const found = byName.get(name)
    if (found !== undefined) return found
    const id = idFor(name)
    byName.set(name, id)
    names.set(id, name)
    strangers.push({ id, name, ...profile })
    return id
  }
  const ids = new Map<string, PersonId>()
  for (const { id, name, initials, hue } of draft.people) ids.set(id, find(name, { initials, hue }))
  const others = [...new Set(ids.values())].filter((id) => !isInReview(id))
  const [other] = others
  const initials = (name: string) => String.fromCodePoint(name.codePointAt(0) ?? 63).toUpperCase()
  const theirName = savedBy === '' ? NOBODY : savedBy
  const isTold = savedBy === '' && others.length === 1 && other !== undefined
  const them = isTold ? other : find(theirName, { initials: initials(theirName), hue: 6 })
  const isStranger = new Set<string>(strangers.map(({ id }) => id))
  return {
    idOf: (draftId) => ids.get(draftId) ?? them,
    them,
    isNew: (id) => isStranger.has(id),
    nameOf: (id) => names.get(id) ?? NOBODY,
    strangers,
  }
}
