import type { Migration } from './migration.ts'

/**
 * Everything that the sourcing rules look at beside claims and sources: waivers, the reply log, consultations, files
 * kept with sources. And what a comment said before it was changed, whom it is for, and which proposals were put
 * aside. What was said is never taken out of the file: waivers are only ended, earlier words only added, and a file goes
 * only when no source holds it.
 */
const sql = `
ALTER TABLE thread ADD COLUMN audience TEXT NOT NULL DEFAULT 'desk' CHECK (audience IN ('desk', 'legal'));

CREATE TABLE message_revision (
  article_id TEXT NOT NULL,
  message_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  text TEXT NOT NULL CHECK (length(text) <= 20000),
  until INTEGER NOT NULL,
  PRIMARY KEY (article_id, message_id, revision),
  FOREIGN KEY (article_id, message_id) REFERENCES message (article_id, id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER message_revision_kept BEFORE UPDATE ON message_revision
BEGIN SELECT RAISE(ABORT, 'earlier words are append-only'); END;
CREATE TRIGGER message_revision_not_deleted BEFORE DELETE ON message_revision
BEGIN SELECT RAISE(ABORT, 'earlier words are append-only'); END;

-- A comment is resolved, never taken away; what is said in it changes only once its words are kept.
CREATE TRIGGER thread_not_deleted BEFORE DELETE ON thread
BEGIN SELECT RAISE(ABORT, 'comments are not deleted'); END;
CREATE TRIGGER thread_target_kept BEFORE UPDATE OF article_id, id, target_kind, target_id ON thread
WHEN (NEW.article_id, NEW.id, NEW.target_kind, NEW.target_id) IS NOT
  (OLD.article_id, OLD.id, OLD.target_kind, OLD.target_id)
BEGIN SELECT RAISE(ABORT, 'a comment stays on what it is about'); END;
CREATE TRIGGER message_not_deleted BEFORE DELETE ON message
BEGIN SELECT RAISE(ABORT, 'comments are not deleted'); END;
CREATE TRIGGER message_author_kept BEFORE UPDATE OF article_id, thread_id, position, id, author_id, at, date_raw
ON message
BEGIN SELECT RAISE(ABORT, 'who said it, and when, is not changed'); END;
CREATE TRIGGER message_words_kept BEFORE UPDATE OF text ON message
WHEN NEW.text <> OLD.text AND OLD.text IS NOT (SELECT text FROM message_revision
  WHERE article_id = OLD.article_id AND message_id = OLD.id ORDER BY revision DESC LIMIT 1)
BEGIN SELECT RAISE(ABORT, 'earlier words are kept first'); END;

-- A claim that nobody has said anything about may be taken back; links and waivers hold it by their keys.
CREATE TRIGGER claim_only_withdrawn BEFORE DELETE ON claim
WHEN OLD.status NOT IN ('found', 'needs-source')
BEGIN SELECT RAISE(ABORT, 'a settled claim is not deleted'); END;
CREATE TRIGGER source_not_deleted BEFORE DELETE ON source
BEGIN SELECT RAISE(ABORT, 'sources are not deleted'); END;
CREATE TRIGGER anchor_not_deleted BEFORE DELETE ON anchor
BEGIN SELECT RAISE(ABORT, 'lost words are kept'); END;
CREATE TRIGGER change_not_deleted BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'changes are not deleted'); END;

ALTER TABLE claim ADD COLUMN common_by TEXT REFERENCES person (id);
ALTER TABLE claim ADD COLUMN common_at INTEGER;

ALTER TABLE claim_source ADD COLUMN bears TEXT NOT NULL DEFAULT '["claim"]' CHECK (json_valid(bears));
ALTER TABLE claim_source ADD COLUMN stance TEXT NOT NULL DEFAULT 'supports'
  CHECK (stance IN ('supports', 'contradicts'));
ALTER TABLE claim_source ADD COLUMN answer TEXT NOT NULL DEFAULT '' CHECK (length(answer) <= 2000);

-- Files as they came, under the SHA-256 of their bytes, once for all articles. Nothing here ever opens one.
CREATE TABLE attachment (
  sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 25000000),
  at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER attachment_kept BEFORE UPDATE ON attachment
BEGIN SELECT RAISE(ABORT, 'attachments are append-only'); END;

ALTER TABLE source ADD COLUMN grade_reason TEXT NOT NULL DEFAULT '' CHECK (length(grade_reason) <= 500);
ALTER TABLE source ADD COLUMN in_text TEXT NOT NULL DEFAULT '' CHECK (length(in_text) <= 300);
ALTER TABLE source ADD COLUMN file_sha256 TEXT REFERENCES attachment (sha256);
ALTER TABLE source ADD COLUMN file_name TEXT CHECK (length(file_name) BETWEEN 1 AND 260);
ALTER TABLE source ADD COLUMN file_size INTEGER;
ALTER TABLE source ADD COLUMN file_at INTEGER;

-- Bytes may go when no source holds them: a file could tell who a source is that became unnamed.
CREATE INDEX source_by_file ON source (file_sha256) WHERE file_sha256 IS NOT NULL;
CREATE TRIGGER attachment_held BEFORE DELETE ON attachment
WHEN EXISTS (SELECT 1 FROM source WHERE file_sha256 = OLD.sha256)
BEGIN SELECT RAISE(ABORT, 'a source holds this attachment'); END;

CREATE TABLE waiver (
  article_id TEXT NOT NULL,
  id TEXT NOT NULL,
  claim_id TEXT NOT NULL,
  rules TEXT NOT NULL CHECK (json_valid(rules)),
  category TEXT NOT NULL CHECK (category IN ('public-interest', 'public-record', 'own-knowledge', 'legal-advice',
    'time', 'other')),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 20 AND 2000),
  asked_by TEXT NOT NULL REFERENCES person (id),
  granted_by TEXT NOT NULL REFERENCES person (id),
  granted_as TEXT NOT NULL,
  at INTEGER NOT NULL,
  through_version INTEGER NOT NULL CHECK (through_version >= 1),
  ended_by TEXT REFERENCES person (id),
  ended_at INTEGER,
  PRIMARY KEY (article_id, id),
  FOREIGN KEY (article_id, claim_id) REFERENCES claim (article_id, id),
  CHECK ((ended_by IS NULL) = (ended_at IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER waiver_only_ended BEFORE UPDATE ON waiver
WHEN OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR (NEW.article_id, NEW.id, NEW.claim_id, NEW.rules,
  NEW.category, NEW.reason, NEW.asked_by, NEW.granted_by, NEW.granted_as, NEW.at, NEW.through_version) IS NOT
  (OLD.article_id, OLD.id, OLD.claim_id, OLD.rules, OLD.category, OLD.reason, OLD.asked_by, OLD.granted_by,
  OLD.granted_as, OLD.at, OLD.through_version)
BEGIN SELECT RAISE(ABORT, 'a waiver is ended, never changed'); END;
CREATE TRIGGER waiver_not_deleted BEFORE DELETE ON waiver
BEGIN SELECT RAISE(ABORT, 'a waiver is ended, never deleted'); END;

CREATE TABLE reply (
  article_id TEXT NOT NULL REFERENCES article (id),
  id TEXT NOT NULL,
  party TEXT NOT NULL CHECK (length(party) BETWEEN 1 AND 200),
  claim_ids TEXT NOT NULL CHECK (json_valid(claim_ids)),
  asked_by TEXT NOT NULL REFERENCES person (id),
  asked_at INTEGER NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('phone', 'email', 'letter', 'in-person', 'message', 'lawyer', 'other')),
  put TEXT NOT NULL CHECK (length(put) BETWEEN 1 AND 10000),
  deadline INTEGER,
  outcome TEXT NOT NULL CHECK (outcome IN ('waiting', 'answered', 'declined', 'no-answer')),
  answer TEXT NOT NULL CHECK (length(answer) <= 10000),
  answered_at INTEGER,
  created_by TEXT NOT NULL REFERENCES person (id),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (article_id, id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER reply_not_deleted BEFORE DELETE ON reply
BEGIN SELECT RAISE(ABORT, 'the reply log is not shortened'); END;

CREATE TABLE consultation (
  article_id TEXT NOT NULL REFERENCES article (id),
  id TEXT NOT NULL,
  field TEXT NOT NULL CHECK (field IN ('legal', 'standards', 'security')),
  claim_ids TEXT NOT NULL CHECK (json_valid(claim_ids)),
  question TEXT NOT NULL CHECK (length(question) BETWEEN 1 AND 10000),
  advice TEXT NOT NULL CHECK (length(advice) BETWEEN 1 AND 10000),
  audience TEXT NOT NULL CHECK (audience IN ('desk', 'legal')),
  by_id TEXT NOT NULL REFERENCES person (id),
  as_role TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (article_id, id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER consultation_kept BEFORE UPDATE ON consultation
BEGIN SELECT RAISE(ABORT, 'consultations are append-only'); END;
CREATE TRIGGER consultation_not_deleted BEFORE DELETE ON consultation
BEGIN SELECT RAISE(ABORT, 'consultations are append-only'); END;

CREATE TABLE dismissal (
  article_id TEXT NOT NULL REFERENCES article (id),
  key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 80),
  rule TEXT NOT NULL CHECK (length(rule) <= 60),
  words TEXT NOT NULL CHECK (length(words) <= 300),
  by_id TEXT NOT NULL REFERENCES person (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (article_id, key)
) STRICT, WITHOUT ROWID;
`

export const evidence: Migration = { version: 50, name: 'evidence', sql }
