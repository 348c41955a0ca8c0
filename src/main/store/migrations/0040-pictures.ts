import type { Migration } from './migration.ts'

/**
 * The bytes of pictures, under the SHA-256 that the text names them by; once for all articles. They are never
 * changed and never go: an undo, or an older version of a text, may still show them.
 */
const sql = `
CREATE TABLE picture (
  sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
  media_type TEXT NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg', 'image/gif', 'image/webp')),
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 20971520),
  at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER picture_kept BEFORE UPDATE ON picture
BEGIN SELECT RAISE(ABORT, 'pictures are append-only'); END;
CREATE TRIGGER picture_not_deleted BEFORE DELETE ON picture
BEGIN SELECT RAISE(ABORT, 'pictures are append-only'); END;
`

export const pictures: Migration = { version: 40, name: 'pictures', sql }
