import type { PersonId } from '../../shared/model/ids.ts'
import type { Actor, Person, Role } from '../../shared/model/person.ts'

/** The invented desk that a new library starts with; real names replace them under People. */
const DESK: readonly (readonly [name: string, initials: string, role: Role])[] = [
  ['Jonah Pell', 'JP', 'reporter'],
  ['Ines Calloway', 'IC', 'desk'],
  ['Mara Oyelle', 'MO', 'checker'],
  ['Tobias Reuk', 'TR', 'copy'],
  ['Petra Sund', 'PS', 'standards'],
  ['Dov Lassiter', 'DL', 'legal'],
  ['Hanne Ostrow', 'HO', 'approver'],
]

const HUES = 6

export function firstPeople(newId: () => string): readonly Person[] {
  return DESK.map(([name, initials, role], place) => ({
    id: newId() as PersonId,
    name,
    initials,
    hue: (place % HUES) + 1,
    roles: [role],
    outside: false,
  }))
}

/** The first who holds the role of the desk sits down first. */
export function firstActor(people: readonly Person[]): Actor {
  const editor = people.find((person) => person.roles.includes('desk'))
  if (!editor) throw new Error('A new library has nobody at the desk')
  return { personId: editor.id, role: 'desk' }
}
