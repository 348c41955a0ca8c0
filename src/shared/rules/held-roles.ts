import type { Person, Role } from '../model/person.ts'

type Holder = Pick<Person, 'roles' | 'deskRoles'>

/** Whether somebody may act in that role on the articles of a desk. */
export function holdsRole({ roles, deskRoles }: Holder, role: Role, desk: string): boolean {
  return roles.includes(role) || deskRoles.some((held) => held.desk === desk && held.roles.includes(role))
}

/** Roles that somebody may sit down in: held on every desk, or on one. */
export function rolesAnywhere({ roles, deskRoles }: Holder): readonly Role[] {
  return [...new Set([...roles, ...deskRoles.flatMap((held) => held.roles)])]
}
