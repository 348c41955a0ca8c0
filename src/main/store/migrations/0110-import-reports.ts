import type { Migration } from './migration.ts'

/** What came in with a file stays readable from the article that it became. Reports are added and read, nothing else. */
const sql = `
CREATE TABLE import_report (
  article_id TEXT NOT NULL REFERENCES article (id),
  seq INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (length(name) <= 260),
  at INTEGER NOT NULL,
  -- JSON, as in the model: counts of what stands in the text, and what came in differently.
  came_in TEXT NOT NULL,
  warnings TEXT NOT NULL,
  PRIMARY KEY (article_id, seq)
) STRICT, WITHOUT ROWID;
`

export const importReports: Migration = { version: 110, name: 'import-reports', sql }
