import type { Migration } from './migration.ts'

/**
 * A change may be one of the layout of a table. The table of changes is made anew because SQLite cannot widen a CHECK;
 * no other table refers to it, and dropping it fires no trigger and takes its own with it.
 */
const sql = `
CREATE TABLE change_new (
  article_id TEXT NOT NULL REFERENCES article (id),
  id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('insertion', 'deletion', 'format', 'split', 'join', 'paragraph', 'move',
    'cells', 'layout')),
  author_id TEXT NOT NULL REFERENCES person (id),
  created_at INTEGER NOT NULL,
  date_raw TEXT CHECK (length(date_raw) <= 64),
  inserted TEXT NOT NULL CHECK (length(inserted) <= 2000),
  deleted TEXT NOT NULL CHECK (length(deleted) <= 2000),
  state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'rejected', 'withdrawn')),
  decided_by TEXT REFERENCES person (id),
  decided_at INTEGER,
  reason TEXT CHECK (length(reason) <= 2000),
  -- Shared by the halves of a replacement; null for a change that stands alone.
  group_id TEXT CHECK (length(group_id) BETWEEN 1 AND 64),
  PRIMARY KEY (article_id, id),
  CHECK ((state IN ('accepted', 'rejected')) = (decided_by IS NOT NULL)),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL))
) STRICT, WITHOUT ROWID;

INSERT INTO change_new
SELECT article_id, id, kind, author_id, created_at, date_raw, inserted, deleted, state, decided_by, decided_at,
  reason, group_id FROM change;
DROP TABLE change;
ALTER TABLE change_new RENAME TO change;

CREATE TRIGGER change_not_deleted BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'changes are not deleted'); END;
`

export const layoutChanges: Migration = { version: 120, name: 'layout changes', sql }
