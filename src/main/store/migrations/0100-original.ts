import type { Migration } from './migration.ts'

/**
 * The Word files that an article was made from, and those that came back to it: whole, as they came. Their bytes hold
 * what the text does not, so they are never changed and never go. 52,428,800 bytes: what the reader takes (opc/limits.ts).
 */
const sql = `
CREATE TABLE original (
  article_id TEXT NOT NULL REFERENCES article (id),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  cause TEXT NOT NULL CHECK (cause IN ('import', 'return')),
  audience TEXT NOT NULL CHECK (audience IN ('desk', 'legal')),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 260),
  at INTEGER NOT NULL,
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 52428800),
  PRIMARY KEY (article_id, sha256)
) STRICT;

CREATE TRIGGER original_kept BEFORE UPDATE ON original
BEGIN SELECT RAISE(ABORT, 'originals are append-only'); END;
CREATE TRIGGER original_not_deleted BEFORE DELETE ON original
BEGIN SELECT RAISE(ABORT, 'originals are append-only'); END;
`

export const original: Migration = { version: 100, name: 'original', sql }
