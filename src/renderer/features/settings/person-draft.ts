import type { Args } from '../../../shared/contract.ts'
import type { Person, Role } from '../../../shared/model/person.ts'

/** A person as the form has them: of what is not saved yet, also a desk without a name or without a role. */
export type PersonDraft = {
  readonly id: Person['id'] | null
  readonly name: string
  readonly initials: string
  readonly hue: number
  readonly roles: readonly Role[]
  readonly deskRoles: readonly { readonly desk: string; readonly roles: readonly Role[] }[]
}

export function draftOf(person: Person | null, hue: number): PersonDraft {
  if (person === null) return { id: null, name: '', initials: '', hue, roles: ['desk'], deskRoles: [] }
  const { id, name, initials, roles, deskRoles } = person
  return { id, name, initials, hue: person.hue, roles, deskRoles }
}

export function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.slice(0, 1))
    .join('')
    .slice(0, 3)
    .toUpperCase()
}

export function withRole(roles: readonly Role[], role: Role, on: boolean): readonly Role[] {
  const others = roles.filter((each) => each !== role)
  return on ? [...others, role] : others
}

/** The hue that fewest people have: two editors of one colour are told apart by their initials alone. */
export function freestHue(people: readonly Person[], hues: readonly number[]): number {
  const uses = (hue: number) => people.filter((person) => person.hue === hue).length
  return hues.toSorted((a, b) => uses(a) - uses(b))[0] ?? 1
}

/** Why it cannot be saved yet; null when it can. */
export function whyIncomplete({ name, deskRoles }: PersonDraft): string | null {
  if (name.trim() === '') return 'Give the name first.'
  const desks = deskRoles.map(({ desk }) => desk.trim())
  if (desks.includes('')) return 'Name the desk that the roles are for, or remove them.'
  if (new Set(desks).size < desks.length) return 'One desk stands there twice. Put its roles together.'
  if (deskRoles.some(({ roles }) => roles.length === 0)) return 'Choose a role for each desk, or remove it.'
  return null
}

export function fieldsOf(draft: PersonDraft): Args<'session.savePerson'> {
  const { id, name, initials, hue, roles, deskRoles } = draft
  return {
    id,
    name,
    initials: initials.trim() === '' ? initialsOf(name) : initials,
    hue,
    roles: [...roles],
    deskRoles: deskRoles.map((held) => ({ desk: held.desk.trim(), roles: [...held.roles] })),
  }
}
