import type { Migration } from './migration.ts'

/**
 * The first shape of a library. Every row of an article carries its `article_id` and is clustered by it, because
 * an article is the unit that is opened, packed and sent. History (steps, log, signatures) only ever grows, and
 * the triggers say so even to a program that forgets.
 */
const sql = `
CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  initials TEXT NOT NULL CHECK (length(initials) BETWEEN 1 AND 9),
  hue INTEGER NOT NULL CHECK (hue BETWEEN 1 AND 6),
  roles TEXT NOT NULL CHECK (json_valid(roles)),
  outside INTEGER NOT NULL CHECK (outside IN (0, 1)),
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE article (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL CHECK (length(slug) <= 120),
  headline TEXT NOT NULL CHECK (length(headline) <= 500),
  desk TEXT NOT NULL CHECK (length(desk) <= 80),
  status TEXT NOT NULL CHECK (status IN ('draft', 'desk-edit', 'fact-check', 'copy', 'read-back', 'standards',
    'legal', 'ready', 'approved', 'filed', 'returned', 'held', 'killed')),
  due INTEGER,
  holder_id TEXT REFERENCES person (id),
  author_id TEXT REFERENCES person (id),
  version INTEGER NOT NULL CHECK (version >= 1),
  head_seq INTEGER NOT NULL CHECK (head_seq >= 0),
  locked INTEGER NOT NULL CHECK (locked IN (0, 1)),
  imported_from TEXT CHECK (length(imported_from) <= 260),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  -- Signatures of the approval slot up to this sequence number ended with a re-opening.
  reopened_through INTEGER NOT NULL DEFAULT 0,
  -- Numbers the desk list shows, worked out at every act.
  open_changes INTEGER NOT NULL DEFAULT 0,
  open_musts INTEGER NOT NULL DEFAULT 0,
  open_claims INTEGER NOT NULL DEFAULT 0,
  blockers INTEGER NOT NULL DEFAULT 0,
  slots_signed INTEGER NOT NULL DEFAULT 0,
  slots_required INTEGER NOT NULL DEFAULT 0,
  text_hash TEXT NOT NULL DEFAULT '',
  -- Sequence number whose text the search knows; -1 while it knows none.
  searched_seq INTEGER NOT NULL DEFAULT -1,
  CHECK (status NOT IN ('approved', 'filed') OR locked = 1)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_by_update ON article (updated_at DESC);

CREATE TABLE document_step (
  article_id TEXT NOT NULL REFERENCES article (id),
  seq INTEGER NOT NULL,
  author_id TEXT NOT NULL REFERENCES person (id),
  at INTEGER NOT NULL,
  step TEXT NOT NULL CHECK (json_valid(step)),
  PRIMARY KEY (article_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER document_step_gapless BEFORE INSERT ON document_step
WHEN NEW.seq IS NOT (SELECT head_seq + 1 FROM article WHERE id = NEW.article_id)
BEGIN SELECT RAISE(ABORT, 'steps have no gaps'); END;

CREATE TRIGGER document_step_locked BEFORE INSERT ON document_step
WHEN (SELECT locked FROM article WHERE id = NEW.article_id) = 1
BEGIN SELECT RAISE(ABORT, 'a locked article takes no steps'); END;

CREATE TRIGGER document_step_head AFTER INSERT ON document_step
BEGIN UPDATE article SET head_seq = NEW.seq WHERE id = NEW.article_id; END;

CREATE TRIGGER document_step_kept BEFORE UPDATE ON document_step
BEGIN SELECT RAISE(ABORT, 'steps are append-only'); END;
CREATE TRIGGER document_step_not_deleted BEFORE DELETE ON document_step
BEGIN SELECT RAISE(ABORT, 'steps are append-only'); END;

-- What was answered to each batch of a window, so that a batch sent twice is answered twice and stored once.
CREATE TABLE document_batch (
  article_id TEXT NOT NULL REFERENCES article (id),
  batch_id TEXT NOT NULL CHECK (length(batch_id) BETWEEN 1 AND 64),
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (article_id, batch_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER document_batch_kept BEFORE UPDATE ON document_batch
BEGIN SELECT RAISE(ABORT, 'batches are append-only'); END;
CREATE TRIGGER document_batch_not_deleted BEFORE DELETE ON document_batch
BEGIN SELECT RAISE(ABORT, 'batches are append-only'); END;

CREATE TABLE document_snapshot (
  article_id TEXT NOT NULL REFERENCES article (id),
  seq INTEGER NOT NULL CHECK (seq >= 0),
  reason TEXT NOT NULL CHECK (reason IN ('import', 'automatic', 'approval')),
  schema_version INTEGER NOT NULL,
  encoding TEXT NOT NULL CHECK (encoding = 'deflate'),
  body BLOB NOT NULL,
  -- Of the JSON before it was deflated.
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  at INTEGER NOT NULL,
  PRIMARY KEY (article_id, seq)
) STRICT;

CREATE TRIGGER document_snapshot_kept BEFORE UPDATE OF article_id, seq, schema_version, encoding, body, sha256, at
ON document_snapshot
BEGIN SELECT RAISE(ABORT, 'snapshots are not rewritten'); END;
CREATE TRIGGER document_snapshot_not_deleted BEFORE DELETE ON document_snapshot
WHEN OLD.reason <> 'automatic'
BEGIN SELECT RAISE(ABORT, 'only automatic snapshots may go'); END;

CREATE TABLE change (
  article_id TEXT NOT NULL REFERENCES article (id),
  id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('insertion', 'deletion', 'format', 'split', 'join', 'paragraph')),
  author_id TEXT NOT NULL REFERENCES person (id),
  created_at INTEGER NOT NULL,
  date_raw TEXT CHECK (length(date_raw) <= 64),
  inserted TEXT NOT NULL CHECK (length(inserted) <= 2000),
  deleted TEXT NOT NULL CHECK (length(deleted) <= 2000),
  state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'rejected', 'withdrawn')),
  decided_by TEXT REFERENCES person (id),
  decided_at INTEGER,
  reason TEXT CHECK (length(reason) <= 2000),
  PRIMARY KEY (article_id, id),
  CHECK ((state IN ('accepted', 'rejected')) = (decided_by IS NOT NULL)),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE thread (
  article_id TEXT NOT NULL REFERENCES article (id),
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  target_kind TEXT NOT NULL CHECK (target_kind IN ('range', 'change', 'claim', 'article')),
  target_id TEXT,
  level TEXT NOT NULL CHECK (level IN ('must', 'should', 'fyi')),
  assignee_id TEXT REFERENCES person (id),
  quote TEXT NOT NULL CHECK (length(quote) <= 4000),
  resolved_by TEXT REFERENCES person (id),
  resolved_at INTEGER,
  PRIMARY KEY (article_id, id),
  CHECK ((target_kind IN ('change', 'claim')) = (target_id IS NOT NULL)),
  CHECK ((resolved_by IS NULL) = (resolved_at IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE message (
  article_id TEXT NOT NULL,
  thread_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES person (id),
  at INTEGER NOT NULL,
  date_raw TEXT CHECK (length(date_raw) <= 64),
  text TEXT NOT NULL CHECK (length(text) <= 20000),
  edited_at INTEGER,
  PRIMARY KEY (article_id, thread_id, position),
  UNIQUE (article_id, id),
  FOREIGN KEY (article_id, thread_id) REFERENCES thread (article_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
  article_id TEXT NOT NULL REFERENCES article (id),
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'document', 'data', 'recording', 'observation', 'outlet',
    'press-release', 'post')),
  -- For an unnamed source the agreed public description. The name is stored nowhere: there is no column for it.
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
  grade TEXT NOT NULL CHECK (grade IN ('A', 'B', 'C', 'D', 'E')),
  origin TEXT NOT NULL,
  locator TEXT NOT NULL,
  url TEXT NOT NULL,
  accessed_at INTEGER,
  medium TEXT NOT NULL,
  period TEXT NOT NULL,
  direct_knowledge INTEGER NOT NULL CHECK (direct_knowledge IN (0, 1)),
  on_record TEXT NOT NULL CHECK (on_record IN ('on-record', 'background', 'unnamed', 'off-record')),
  supplied_by TEXT REFERENCES person (id),
  attested_by TEXT REFERENCES person (id),
  attested_at INTEGER,
  attested_reason TEXT,
  created_by TEXT NOT NULL REFERENCES person (id),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (article_id, id),
  CHECK ((attested_by IS NULL) = (attested_at IS NULL) AND (attested_by IS NULL) = (attested_reason IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
  article_id TEXT NOT NULL REFERENCES article (id),
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('number', 'quotation', 'attribution', 'identity', 'date-place', 'event',
    'causal', 'allegation', 'opinion', 'motive', 'prediction', 'background')),
  risk TEXT NOT NULL CHECK (risk IN ('low', 'medium', 'high')),
  paraphrase TEXT NOT NULL CHECK (length(paraphrase) <= 2000),
  status TEXT NOT NULL CHECK (status IN ('found', 'needs-source', 'sourced', 'checking', 'verified',
    'verified-with-change', 'disputed', 'unverifiable', 'opinion-labelled', 'waived', 'cut')),
  quote TEXT NOT NULL CHECK (length(quote) <= 8000),
  verified_quote TEXT CHECK (length(verified_quote) <= 8000),
  verified_by TEXT REFERENCES person (id),
  verified_at INTEGER,
  details TEXT NOT NULL CHECK (json_valid(details)),
  created_by TEXT NOT NULL REFERENCES person (id),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (article_id, id),
  CHECK ((status IN ('verified', 'verified-with-change')) = (verified_by IS NOT NULL)),
  CHECK ((verified_by IS NULL) = (verified_at IS NULL) AND (verified_by IS NULL) = (verified_quote IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_source (
  article_id TEXT NOT NULL,
  claim_id TEXT NOT NULL,
  source_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  locator TEXT NOT NULL CHECK (length(locator) <= 300),
  note TEXT NOT NULL CHECK (length(note) <= 2000),
  PRIMARY KEY (article_id, claim_id, source_id),
  FOREIGN KEY (article_id, claim_id) REFERENCES claim (article_id, id),
  FOREIGN KEY (article_id, source_id) REFERENCES source (article_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sign_off (
  article_id TEXT NOT NULL REFERENCES article (id),
  seq INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  slot TEXT NOT NULL CHECK (slot IN ('desk', 'facts', 'copy', 'standards', 'legal', 'approval')),
  decision TEXT NOT NULL CHECK (decision IN ('approve', 'approve-with-conditions', 'return', 'hold', 'kill')),
  statement TEXT NOT NULL,
  conditions TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  typed_name TEXT NOT NULL,
  role TEXT NOT NULL,
  at INTEGER NOT NULL,
  utc_offset INTEGER NOT NULL,
  text_hash TEXT NOT NULL CHECK (length(text_hash) = 64),
  evidence_hash TEXT NOT NULL CHECK (length(evidence_hash) = 64),
  previous TEXT NOT NULL CHECK (length(previous) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  PRIMARY KEY (article_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER sign_off_gapless BEFORE INSERT ON sign_off
WHEN NEW.seq <> 1 + (SELECT coalesce(max(seq), 0) FROM sign_off WHERE article_id = NEW.article_id)
BEGIN SELECT RAISE(ABORT, 'sign-offs have no gaps'); END;
CREATE TRIGGER sign_off_kept BEFORE UPDATE ON sign_off
BEGIN SELECT RAISE(ABORT, 'sign-offs are append-only'); END;
CREATE TRIGGER sign_off_not_deleted BEFORE DELETE ON sign_off
BEGIN SELECT RAISE(ABORT, 'sign-offs are append-only'); END;

CREATE TABLE log_event (
  article_id TEXT NOT NULL REFERENCES article (id),
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  person_id TEXT REFERENCES person (id),
  kind TEXT NOT NULL,
  summary TEXT NOT NULL,
  previous TEXT NOT NULL CHECK (length(previous) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  PRIMARY KEY (article_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER log_event_gapless BEFORE INSERT ON log_event
WHEN NEW.seq <> 1 + (SELECT coalesce(max(seq), 0) FROM log_event WHERE article_id = NEW.article_id)
BEGIN SELECT RAISE(ABORT, 'the log has no gaps'); END;
CREATE TRIGGER log_event_kept BEFORE UPDATE ON log_event
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER log_event_not_deleted BEFORE DELETE ON log_event
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

-- What happened to the library itself.
CREATE TABLE library_event (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  person_id TEXT REFERENCES person (id),
  kind TEXT NOT NULL,
  summary TEXT NOT NULL
) STRICT;

CREATE TRIGGER library_event_kept BEFORE UPDATE ON library_event
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER library_event_not_deleted BEFORE DELETE ON library_event
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

-- Final texts only, never a comment: what is private must not be found by another reader.
CREATE VIRTUAL TABLE article_text USING fts5 (
  article_id UNINDEXED, slug, headline, body, tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO article_text (article_text, rank) VALUES ('secure-delete', 1);
`

export const first: Migration = { version: 10, name: 'first', sql }
