import type { Person } from '../../../shared/model/person.ts'

/** The people whom the rows speak of, as they are shown. */
export type DeskPeople = {
  readonly nameOf: (personId: string | null) => string
  readonly initialsOf: (personId: string) => string
}

export function deskPeople(people: readonly Person[]): DeskPeople {
  const known = new Map<string, Person>(people.map((person) => [person.id, person]))
  return {
    nameOf: (id) => (id === null ? undefined : known.get(id)?.name) ?? '–',
    initialsOf: (id) => known.get(id)?.initials ?? '',
  }
}
