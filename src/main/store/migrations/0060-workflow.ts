import type { Migration } from './migration.ts'

/**
 * Why an article lies aside, is held by legal, or is a correction; signatures that say what they cover and where they
 * were given, chained for each article and origin; and what each check of an exported file found. Articles that lie
 * aside already take person, time, reason and step from the log, as far as it tells them.
 */
const sql = `
ALTER TABLE article ADD COLUMN aside_by TEXT REFERENCES person (id);
ALTER TABLE article ADD COLUMN aside_at INTEGER;
ALTER TABLE article ADD COLUMN aside_reason TEXT CHECK (length(aside_reason) <= 4000);
ALTER TABLE article ADD COLUMN aside_until INTEGER;
ALTER TABLE article ADD COLUMN aside_resume TEXT CHECK (aside_resume IN ('draft', 'desk-edit', 'fact-check', 'copy',
  'read-back', 'standards', 'legal', 'ready'));
ALTER TABLE article ADD COLUMN hold_by TEXT REFERENCES person (id);
ALTER TABLE article ADD COLUMN hold_at INTEGER;
ALTER TABLE article ADD COLUMN hold_reason TEXT CHECK (length(hold_reason) <= 2000);
ALTER TABLE article ADD COLUMN correction_number INTEGER CHECK (correction_number >= 1);
ALTER TABLE article ADD COLUMN correction_reason TEXT CHECK (length(correction_reason) <= 2000);
ALTER TABLE article ADD COLUMN correction_by TEXT REFERENCES person (id);
ALTER TABLE article ADD COLUMN correction_at INTEGER;

UPDATE article SET
  aside_by = coalesce(
    (SELECT person_id FROM log_event WHERE article_id = article.id AND kind IN ('article.move', 'approval.sign')
      AND person_id IS NOT NULL ORDER BY seq DESC LIMIT 1),
    holder_id, author_id, (SELECT id FROM person ORDER BY id LIMIT 1)),
  aside_at = updated_at,
  aside_reason = coalesce(
    (SELECT substr(summary, 1, 4000) FROM log_event WHERE article_id = article.id
      AND kind IN ('article.move', 'approval.sign') ORDER BY seq DESC LIMIT 1), ''),
  aside_resume = 'desk-edit'
WHERE status IN ('returned', 'held', 'killed');

CREATE TABLE sign_off_new (
  article_id TEXT NOT NULL REFERENCES article (id),
  -- The library it was made in; empty for what is older than this column.
  origin TEXT NOT NULL CHECK (length(origin) <= 64),
  seq INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  slot TEXT NOT NULL CHECK (slot IN ('desk', 'facts', 'copy', 'standards', 'legal', 'approval')),
  decision TEXT NOT NULL CHECK (decision IN ('approve', 'approve-with-conditions', 'return', 'hold', 'kill',
    'withdraw')),
  statement TEXT NOT NULL,
  conditions TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  typed_name TEXT NOT NULL,
  role TEXT NOT NULL,
  at INTEGER NOT NULL,
  utc_offset INTEGER NOT NULL,
  text_hash TEXT NOT NULL CHECK (length(text_hash) = 64),
  evidence_hash TEXT NOT NULL CHECK (length(evidence_hash) = 64),
  version_id TEXT,
  scope TEXT CHECK (scope IS NULL OR json_valid(scope)),
  waivers TEXT NOT NULL CHECK (json_valid(waivers)),
  until INTEGER,
  return_to TEXT,
  previous TEXT NOT NULL CHECK (length(previous) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  PRIMARY KEY (article_id, origin, seq)
) STRICT, WITHOUT ROWID;

INSERT INTO sign_off_new (article_id, origin, seq, id, version, slot, decision, statement, conditions, person_id,
  typed_name, role, at, utc_offset, text_hash, evidence_hash, version_id, scope, waivers, until, return_to, previous,
  hash)
SELECT article_id, '', seq, id, version, slot, decision, statement, conditions, person_id, typed_name, role, at,
  utc_offset, text_hash, evidence_hash, NULL, NULL, '[]', NULL, NULL, previous, hash
FROM sign_off;
DROP TABLE sign_off;
ALTER TABLE sign_off_new RENAME TO sign_off;

CREATE TRIGGER sign_off_gapless BEFORE INSERT ON sign_off
WHEN NEW.seq <> 1 + (SELECT coalesce(max(seq), 0) FROM sign_off
  WHERE article_id = NEW.article_id AND origin = NEW.origin)
BEGIN SELECT RAISE(ABORT, 'sign-offs have no gaps'); END;
CREATE TRIGGER sign_off_kept BEFORE UPDATE ON sign_off
BEGIN SELECT RAISE(ABORT, 'sign-offs are append-only'); END;
CREATE TRIGGER sign_off_not_deleted BEFORE DELETE ON sign_off
BEGIN SELECT RAISE(ABORT, 'sign-offs are append-only'); END;

-- What the check of each exported file found, also of those that were not handed out.
CREATE TABLE export_check (
  article_id TEXT NOT NULL REFERENCES article (id),
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
  audience TEXT NOT NULL CHECK (audience IN ('internal', 'legal', 'external')),
  text_hash TEXT NOT NULL CHECK (length(text_hash) = 64),
  ok INTEGER NOT NULL CHECK (ok IN (0, 1)),
  words TEXT NOT NULL CHECK (length(words) <= 4000),
  person_id TEXT NOT NULL REFERENCES person (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (article_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER export_check_gapless BEFORE INSERT ON export_check
WHEN NEW.seq <> 1 + (SELECT coalesce(max(seq), 0) FROM export_check WHERE article_id = NEW.article_id)
BEGIN SELECT RAISE(ABORT, 'checks of exports have no gaps'); END;
CREATE TRIGGER export_check_kept BEFORE UPDATE ON export_check
BEGIN SELECT RAISE(ABORT, 'checks of exports are append-only'); END;
CREATE TRIGGER export_check_not_deleted BEFORE DELETE ON export_check
BEGIN SELECT RAISE(ABORT, 'checks of exports are append-only'); END;
`

export const workflow: Migration = { version: 60, name: 'workflow', sql }
