import type { Migration } from './migration.ts'

/**
 * Changes know what they are counted and were made with, and every decision stays. The table is made anew because
 * SQLite cannot widen a CHECK; no other table refers to it. Replacements decided before this shape stay two rows:
 * nothing that was stored then says which belong together.
 */
const sql = `
CREATE TABLE change_new (
  article_id TEXT NOT NULL REFERENCES article (id),
  id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('insertion', 'deletion', 'format', 'split', 'join', 'paragraph', 'move',
    'cells')),
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
  reason, NULL FROM change;
DROP TABLE change;
ALTER TABLE change_new RENAME TO change;

-- Changes made by one act, as replacing all is. Told by the window with the act's steps.
CREATE TABLE change_set (
  article_id TEXT NOT NULL REFERENCES article (id),
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  label TEXT NOT NULL CHECK (length(label) BETWEEN 1 AND 500),
  author_id TEXT NOT NULL REFERENCES person (id),
  at INTEGER NOT NULL,
  change_ids TEXT NOT NULL CHECK (json_valid(change_ids)),
  PRIMARY KEY (article_id, id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER change_set_kept BEFORE UPDATE ON change_set
BEGIN SELECT RAISE(ABORT, 'sets of changes are append-only'); END;
CREATE TRIGGER change_set_not_deleted BEFORE DELETE ON change_set
BEGIN SELECT RAISE(ABORT, 'sets of changes are append-only'); END;

-- Every verdict on every change, and every undoing of one. The row of the change tells only the last.
CREATE TABLE change_decision (
  article_id TEXT NOT NULL REFERENCES article (id),
  seq INTEGER NOT NULL,
  change_id TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'rejected', 'undone')),
  person_id TEXT NOT NULL REFERENCES person (id),
  at INTEGER NOT NULL,
  reason TEXT CHECK (length(reason) <= 2000),
  PRIMARY KEY (article_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER change_decision_gapless BEFORE INSERT ON change_decision
WHEN NEW.seq <> 1 + (SELECT coalesce(max(seq), 0) FROM change_decision WHERE article_id = NEW.article_id)
BEGIN SELECT RAISE(ABORT, 'decisions have no gaps'); END;
CREATE TRIGGER change_decision_kept BEFORE UPDATE ON change_decision
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER change_decision_not_deleted BEFORE DELETE ON change_decision
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;

INSERT INTO change_decision (article_id, seq, change_id, verdict, person_id, at, reason)
SELECT article_id, row_number() OVER (PARTITION BY article_id ORDER BY decided_at, id), id, state, decided_by,
  decided_at, reason
FROM change WHERE state IN ('accepted', 'rejected') ORDER BY article_id, decided_at, id;
`

export const changeGroups: Migration = { version: 20, name: 'change groups', sql }
