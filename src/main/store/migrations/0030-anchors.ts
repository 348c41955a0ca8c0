import type { Migration } from './migration.ts'

/**
 * The last words of comments and claims that lost theirs, with what stood around them, so that they can be found
 * again; and which places are still to be checked. An anchor that never lost any of its words has no row.
 */
const sql = `
CREATE TABLE anchor (
  article_id TEXT NOT NULL REFERENCES article (id),
  mark TEXT NOT NULL CHECK (mark IN ('comment', 'claim')),
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  -- One quotation for each place, as src/shared/document/quotes/quote.ts describes it.
  quotes TEXT NOT NULL CHECK (json_valid(quotes)),
  attachment TEXT NOT NULL CHECK (attachment IN ('attached', 'check', 'detached')),
  confirmed_by TEXT REFERENCES person (id),
  confirmed_at INTEGER,
  PRIMARY KEY (article_id, mark, id),
  CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
  CHECK (confirmed_by IS NULL OR attachment = 'attached')
) STRICT, WITHOUT ROWID;
`

export const anchors: Migration = { version: 30, name: 'anchors', sql }
