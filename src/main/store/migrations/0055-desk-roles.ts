import type { Migration } from './migration.ts'

/** People may hold roles for the articles of one desk alone. */
const sql = `
ALTER TABLE person ADD COLUMN desk_roles TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(desk_roles));
`

export const deskRoles: Migration = { version: 55, name: 'desk roles', sql }
