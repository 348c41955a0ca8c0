import type { Migration } from './migration.ts'

/**
 * What a desk of ten thousand articles needs to be listed, filtered and searched without reading them: an index
 * that answers by itself, the headline and slug without capitals and accents, and a full-text index of
 * which a search takes row numbers only. `fold` is given by database.ts.
 */
const sql = `
ALTER TABLE article ADD COLUMN folded TEXT NOT NULL DEFAULT '';
UPDATE article SET folded = fold(headline || ' ' || slug);
-- Row of the full-text index; null while it has none.
ALTER TABLE article ADD COLUMN text_row INTEGER;

-- All that the desk filters, counts and sorts by: its queries read this and nothing else.
CREATE INDEX article_on_desk ON article (desk, status, due, holder_id, locked, updated_at, text_row, open_changes,
  open_musts, open_claims, blockers, folded);
CREATE UNIQUE INDEX article_by_text_row ON article (text_row) WHERE text_row IS NOT NULL;
CREATE INDEX article_not_searched ON article (id) WHERE searched_seq <> head_seq;

-- Final texts only, never a comment: what is private must not be found by another reader.
CREATE VIRTUAL TABLE article_words USING fts5 (
  slug, headline, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
INSERT INTO article_words (article_words, rank) VALUES ('secure-delete', 1);
INSERT INTO article_words (rowid, slug, headline, body) SELECT rowid, slug, headline, body FROM article_text;
UPDATE article SET text_row = known.number
FROM (SELECT rowid AS number, article_id FROM article_text) AS known WHERE known.article_id = article.id;
DROP TABLE article_text;
ALTER TABLE article_words RENAME TO article_text;
`

export const deskList: Migration = { version: 65, name: 'desk-list', sql }
