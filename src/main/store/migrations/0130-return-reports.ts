import type { Migration } from './migration.ts'

/**
 * A Word file that comes back leaves a report as well: what it brought, as JSON; null of a file that came in first. A
 * copy for legal tells of what is private to it.
 */
const sql = `
ALTER TABLE import_report ADD COLUMN brought TEXT;
ALTER TABLE import_report ADD COLUMN audience TEXT NOT NULL DEFAULT 'desk' CHECK (audience IN ('desk', 'legal'));
`

export const returnReports: Migration = { version: 130, name: 'return reports', sql }
