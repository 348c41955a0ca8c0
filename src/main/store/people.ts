import type { Database } from 'better-sqlite3'
import type { PersonId } from '../../shared/model/ids.ts'
import type { DeskRoles, Person, Role } from '../../shared/model/person.ts'

type Row = {
  id: string
  name: string
  initials: string
  hue: number
  roles: string
  desk_roles: string
  outside: number
}

function toPerson(row: Row): Person {
  return {
    id: row.id as PersonId,
    name: row.name,
    initials: row.initials,
    hue: row.hue,
    roles: JSON.parse(row.roles) as Role[],
    deskRoles: JSON.parse(row.desk_roles) as DeskRoles[],
    outside: row.outside === 1,
  }
}

const COLUMNS = 'id, name, initials, hue, roles, desk_roles, outside'

/** The people of this library, in the order they came. */
export function createPeople(db: Database) {
  const all = db.prepare<[], Row>(`SELECT ${COLUMNS} FROM person ORDER BY position`)
  const one = db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM person WHERE id = ?`)
  const save = db.prepare(`
    INSERT INTO person (${COLUMNS}, position)
    VALUES (:id, :name, :initials, :hue, :roles, :deskRoles, :outside, (SELECT coalesce(max(position), 0) + 1 FROM person))
    ON CONFLICT (id) DO UPDATE
    SET name = excluded.name, initials = excluded.initials, hue = excluded.hue, roles = excluded.roles,
      desk_roles = excluded.desk_roles`)
  return {
    list: (): readonly Person[] => all.all().map(toPerson),
    get: (id: string): Person | null => {
      const row = one.get(id)
      return row ? toPerson(row) : null
    },
    /** Inserts, or replaces what is said of a known one. */
    save: (person: Person): void => {
      save.run({
        ...person,
        roles: JSON.stringify(person.roles),
        deskRoles: JSON.stringify(person.deskRoles),
        outside: person.outside ? 1 : 0,
      })
    },
  }
}
