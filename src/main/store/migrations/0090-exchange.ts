import type { Migration } from './migration.ts'

/**
 * What two desks need to pass a review back and forth: decisions on changes counted for each library that made them
 * (the table is made anew, because SQLite cannot change a key; older ones have no origin); the moves of the right to edit, which are only added; what they
 * said differently of one thing, which is settled and never taken away; and whether an article can only be read.
 */
const sql = `
CREATE TABLE change_decision_new (
  article_id TEXT NOT NULL REFERENCES article (id),
  -- The library it was made in; empty for what is older than this column.
  origin TEXT NOT NULL CHECK (length(origin) <= 64),
  seq INTEGER NOT NULL,
  change_id TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'rejected', 'undone')),
  person_id TEXT NOT NULL REFERENCES person (id),
  at INTEGER NOT NULL,
  reason TEXT CHECK (length(reason) <= 2000),
  PRIMARY KEY (article_id, origin, seq)
) STRICT, WITHOUT ROWID;

INSERT INTO change_decision_new (article_id, origin, seq, change_id, verdict, person_id, at, reason)
SELECT article_id, '', seq, change_id, verdict, person_id, at, reason FROM change_decision;
DROP TABLE change_decision;
ALTER TABLE change_decision_new RENAME TO change_decision;

CREATE TRIGGER change_decision_gapless BEFORE INSERT ON change_decision
WHEN NEW.seq <> 1 + (SELECT coalesce(max(seq), 0) FROM change_decision
  WHERE article_id = NEW.article_id AND origin = NEW.origin)
BEGIN SELECT RAISE(ABORT, 'decisions have no gaps'); END;
CREATE TRIGGER change_decision_kept BEFORE UPDATE ON change_decision
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER change_decision_not_deleted BEFORE DELETE ON change_decision
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;

-- The replies of two desks to one comment come to stand in the order of time, so the place of a message may change.
DROP TRIGGER message_author_kept;
CREATE TRIGGER message_author_kept BEFORE UPDATE OF article_id, thread_id, id, author_id, at, date_raw ON message
BEGIN SELECT RAISE(ABORT, 'who said it, and when, is not changed'); END;
-- Words give way once they are kept, whichever of two desks reworded them last.
DROP TRIGGER message_words_kept;
CREATE TRIGGER message_words_kept BEFORE UPDATE OF text ON message
WHEN NEW.text <> OLD.text AND NOT EXISTS (SELECT 1 FROM message_revision
  WHERE article_id = OLD.article_id AND message_id = OLD.id AND text = OLD.text)
BEGIN SELECT RAISE(ABORT, 'earlier words are kept first'); END;

-- Two desks may end one waiver; the first end stands.
DROP TRIGGER waiver_only_ended;
CREATE TRIGGER waiver_only_ended BEFORE UPDATE ON waiver
WHEN NEW.ended_at IS NULL OR OLD.ended_at < NEW.ended_at OR (NEW.article_id, NEW.id, NEW.claim_id, NEW.rules,
  NEW.category, NEW.reason, NEW.asked_by, NEW.granted_by, NEW.granted_as, NEW.at, NEW.through_version) IS NOT
  (OLD.article_id, OLD.id, OLD.claim_id, OLD.rules, OLD.category, OLD.reason, OLD.asked_by, OLD.granted_by,
  OLD.granted_as, OLD.at, OLD.through_version)
BEGIN SELECT RAISE(ABORT, 'a waiver is ended, never changed'); END;

-- That legal was consulted travels to desks that may not read the advice; the words may come later, once.
CREATE TABLE consultation_new (
  article_id TEXT NOT NULL REFERENCES article (id),
  id TEXT NOT NULL,
  field TEXT NOT NULL CHECK (field IN ('legal', 'standards', 'security')),
  claim_ids TEXT NOT NULL CHECK (json_valid(claim_ids)),
  question TEXT NOT NULL CHECK (length(question) <= 10000),
  advice TEXT NOT NULL CHECK (length(advice) <= 10000),
  audience TEXT NOT NULL CHECK (audience IN ('desk', 'legal')),
  by_id TEXT NOT NULL REFERENCES person (id),
  as_role TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (article_id, id),
  CHECK (audience = 'legal' OR (question <> '' AND advice <> ''))
) STRICT, WITHOUT ROWID;
INSERT INTO consultation_new SELECT article_id, id, field, claim_ids, question, advice, audience, by_id, as_role, at
FROM consultation;
DROP TABLE consultation;
ALTER TABLE consultation_new RENAME TO consultation;

CREATE TRIGGER consultation_kept BEFORE UPDATE ON consultation
WHEN OLD.question <> '' OR OLD.advice <> '' OR (NEW.article_id, NEW.id, NEW.field, NEW.claim_ids, NEW.audience,
  NEW.by_id, NEW.as_role, NEW.at) IS NOT (OLD.article_id, OLD.id, OLD.field, OLD.claim_ids, OLD.audience, OLD.by_id,
  OLD.as_role, OLD.at)
BEGIN SELECT RAISE(ABORT, 'consultations are append-only'); END;
CREATE TRIGGER consultation_not_deleted BEFORE DELETE ON consultation
BEGIN SELECT RAISE(ABORT, 'consultations are append-only'); END;

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
