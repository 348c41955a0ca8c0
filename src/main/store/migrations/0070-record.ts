import type { Migration } from './migration.ts'

/**
 * The log has one chain for each library that wrote in it, so that the logs of two desks can stand side by side. The
 * table is made anew, because SQLite cannot change a key; dropping it fires no trigger and takes its own with it. Events
 * from before have no origin, and their hashes were computed without one.
 *
 * Seals: a digest of every row of a review, kept up by each act in its own transaction, so that a row changed by
 * anything else can be named. `step_seal` is a chain over the stored steps.
 */
const sql = `
CREATE TABLE log_event_new (
  article_id TEXT NOT NULL REFERENCES article (id),
  -- The library that wrote it; empty in events from before libraries had an identity.
  origin TEXT NOT NULL CHECK (length(origin) <= 64),
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  person_id TEXT REFERENCES person (id),
  kind TEXT NOT NULL,
  summary TEXT NOT NULL,
  -- Over all seals of the article after the act.
  root TEXT CHECK (length(root) = 64),
  previous TEXT NOT NULL CHECK (length(previous) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  PRIMARY KEY (article_id, origin, seq)
) STRICT, WITHOUT ROWID;

INSERT INTO log_event_new (article_id, origin, seq, at, person_id, kind, summary, root, previous, hash)
SELECT article_id, '', seq, at, person_id, kind, summary, NULL, previous, hash FROM log_event;
DROP TABLE log_event;
ALTER TABLE log_event_new RENAME TO log_event;

CREATE TRIGGER log_event_gapless BEFORE INSERT ON log_event
WHEN NEW.seq <> 1 + (SELECT coalesce(max(seq), 0) FROM log_event
  WHERE article_id = NEW.article_id AND origin = NEW.origin)
BEGIN SELECT RAISE(ABORT, 'the log has no gaps'); END;
CREATE TRIGGER log_event_kept BEFORE UPDATE ON log_event
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER log_event_not_deleted BEFORE DELETE ON log_event
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TABLE seal (
  article_id TEXT NOT NULL REFERENCES article (id),
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  -- As the row stands now; null where it was taken away since the last event of the log.
  digest TEXT CHECK (length(digest) = 64),
  -- As it stood after the last event that was logged here; null where it was not there yet.
  logged TEXT CHECK (length(logged) = 64),
  PRIMARY KEY (article_id, kind, id),
  CHECK (digest IS NOT NULL OR logged IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE step_seal (
  article_id TEXT NOT NULL REFERENCES article (id),
  seq INTEGER NOT NULL,
  -- Over the digest of the step before, and this step with who made it and when.
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  PRIMARY KEY (article_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER step_seal_kept BEFORE UPDATE ON step_seal
BEGIN SELECT RAISE(ABORT, 'seals of steps are append-only'); END;
CREATE TRIGGER step_seal_not_deleted BEFORE DELETE ON step_seal
BEGIN SELECT RAISE(ABORT, 'seals of steps are append-only'); END;
`

export const record: Migration = { version: 70, name: 'record', sql }
