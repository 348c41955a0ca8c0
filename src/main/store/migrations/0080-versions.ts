import type { Migration } from './migration.ts'

/**
 * Saved versions: texts as they once stood. The same text is kept once for each article, however many versions name
 * it. What a version said of the review's rows, where it travels, is kept beside it; where that is not known yet it may
 * be filled in once, and nothing else of a version ever changes.
 */
const sql = `
CREATE TABLE version_document (
  article_id TEXT NOT NULL REFERENCES article (id),
  -- Of the JSON before it was deflated.
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  schema_version INTEGER NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (article_id, sha256)
) STRICT;

CREATE TRIGGER version_document_kept BEFORE UPDATE ON version_document
BEGIN SELECT RAISE(ABORT, 'versions are append-only'); END;
CREATE TRIGGER version_document_not_deleted BEFORE DELETE ON version_document
BEGIN SELECT RAISE(ABORT, 'versions are append-only'); END;

CREATE TABLE version (
  article_id TEXT NOT NULL REFERENCES article (id),
  id TEXT NOT NULL,
  -- The order in which they came into this library.
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('import', 'transition', 'sign-off', 'hand-over', 'received', 'merge', 'named',
    'restore')),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  edition INTEGER NOT NULL CHECK (edition >= 1),
  status TEXT NOT NULL,
  person_id TEXT REFERENCES person (id),
  origin TEXT NOT NULL,
  at INTEGER NOT NULL,
  text_hash TEXT NOT NULL CHECK (length(text_hash) = 64),
  words INTEGER NOT NULL CHECK (words >= 0),
  parents TEXT NOT NULL CHECK (json_valid(parents)),
  document_sha256 TEXT NOT NULL,
  content_sha256 TEXT CHECK (length(content_sha256) = 64),
  content BLOB,
  PRIMARY KEY (article_id, id),
  UNIQUE (article_id, position),
  FOREIGN KEY (article_id, document_sha256) REFERENCES version_document (article_id, sha256),
  CHECK ((content IS NULL) = (content_sha256 IS NULL))
) STRICT;

CREATE TRIGGER version_kept BEFORE UPDATE OF article_id, id, position, kind, name, edition, status, person_id, origin,
  at, text_hash, words, parents, document_sha256 ON version
BEGIN SELECT RAISE(ABORT, 'versions are append-only'); END;
CREATE TRIGGER version_content_kept BEFORE UPDATE OF content_sha256, content ON version
WHEN OLD.content IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'versions are append-only'); END;
CREATE TRIGGER version_not_deleted BEFORE DELETE ON version
BEGIN SELECT RAISE(ABORT, 'versions are append-only'); END;

-- The newest version that was made or taken over here: what the work goes on from.
CREATE TABLE version_head (
  article_id TEXT PRIMARY KEY REFERENCES article (id),
  version_id TEXT NOT NULL,
  FOREIGN KEY (article_id, version_id) REFERENCES version (article_id, id)
) STRICT, WITHOUT ROWID;
`

export const versions: Migration = { version: 80, name: 'versions', sql }
