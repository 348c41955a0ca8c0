import type { PersonId } from '../../shared/model/ids.ts'
import type { Actor, Person, Role } from '../../shared/model/person.ts'

/** The invented desk that a new library starts with; real names replace them under People. */
const DESK: readonly (readonly [name: string, initials: string, role: Role, hue: number])[] = [
  ['Jonah Pell', 'JP', 'reporter', 4],
  ['Ines Calloway', 'IC', 'desk', 1],
  ['Mara Oyelle', 'MO', 'checker', 3],
  ['Tobias Reuk', 'TR', 'copy', 2],
  ['Petra Sund', 'PS', 'standards', 6],
  ['Dov Lassiter', 'DL', 'legal', 5],
  ['Hanne Ostrow', 'HO', 'approver', 6],
]

export function firstPeople(newId: () => string): readonly Person[] {
  return DESK.map(([name, initials, role, hue]) => ({
    id: newId() as PersonId,
    name,
    initials,
    hue,
    roles: [role],
    deskRoles: [],
    outside: false,
  }))
}

/** The first who holds the role of the desk sits down first. */
export function firstActor(people: readonly Person[]): Actor {
  const editor = people.find((person) => person.roles.includes('desk'))
  if (!editor) throw new Error('A new library has nobody at the desk')
  return { personId: editor.id, role: 'desk' }
}
