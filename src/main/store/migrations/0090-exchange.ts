import type { Migration } from './migration.ts'

/**
 * What two desks need to pass a review back and forth: the moves of the right to edit, which are only added; what they
 * said differently of one thing, which is settled and never taken away; and whether an article can only be read.
 */
const sql = `
CREATE TABLE custody_move (
  article_id TEXT NOT NULL REFERENCES article (id),
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  kind TEXT NOT NULL CHECK (kind IN ('begun', 'handed-over', 'taken', 'taken-back', 'settled')),
  library TEXT NOT NULL,
  library_name TEXT NOT NULL CHECK (length(library_name) <= 80),
  person_id TEXT REFERENCES person (id),
  at INTEGER NOT NULL,
  after_ids TEXT NOT NULL CHECK (json_valid(after_ids)),
  reason TEXT NOT NULL CHECK (length(reason) <= 2000),
  PRIMARY KEY (article_id, id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER custody_move_kept BEFORE UPDATE ON custody_move
BEGIN SELECT RAISE(ABORT, 'moves of the right to edit are append-only'); END;
CREATE TRIGGER custody_move_not_deleted BEFORE DELETE ON custody_move
BEGIN SELECT RAISE(ABORT, 'moves of the right to edit are append-only'); END;

-- Read from the moves at every act, for the desk list. The name: of the desk that has it, empty while it is on its way.
ALTER TABLE article ADD COLUMN edit_right TEXT NOT NULL DEFAULT 'here' CHECK (edit_right IN ('here', 'away'));
ALTER TABLE article ADD COLUMN right_with TEXT NOT NULL DEFAULT '' CHECK (length(right_with) <= 80);
-- Why nothing of it can be changed here; empty where it can.
ALTER TABLE article ADD COLUMN read_only TEXT NOT NULL DEFAULT '' CHECK (length(read_only) <= 1000);

CREATE TABLE conflict (
  article_id TEXT NOT NULL REFERENCES article (id),
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  kind TEXT NOT NULL CHECK (kind IN ('field', 'text')),
  -- What it is about, its words, its two sides and its changes, as model/conflict.ts describes them.
  said TEXT NOT NULL CHECK (json_valid(said)),
  settled_by TEXT REFERENCES person (id),
  settled_at INTEGER,
  choice TEXT CHECK (choice IN ('one', 'other')),
  PRIMARY KEY (article_id, id),
  CHECK ((settled_by IS NULL) = (settled_at IS NULL)),
  CHECK (choice IS NULL OR settled_at IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER conflict_sides_kept BEFORE UPDATE OF article_id, id, kind, said ON conflict
WHEN (NEW.article_id, NEW.id, NEW.kind, NEW.said) IS NOT (OLD.article_id, OLD.id, OLD.kind, OLD.said)
BEGIN SELECT RAISE(ABORT, 'both sides of a conflict are kept'); END;
CREATE TRIGGER conflict_not_deleted BEFORE DELETE ON conflict
BEGIN SELECT RAISE(ABORT, 'a conflict is settled, never deleted'); END;
`

export const exchange: Migration = { version: 90, name: 'exchange', sql }
