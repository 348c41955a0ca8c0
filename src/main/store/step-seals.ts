import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { canonicalJson } from '../../shared/rules/canonical-json.ts'
import type { ArticleId } from '../../shared/model/ids.ts'

export type StepRow = {
  readonly seq: number
  readonly author_id: string
  readonly at: number
  /** As JSON text. */
  readonly step: string
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Of the imported text, on which every step stands: the beginning of the chain. */
export function textDigest(doc: unknown): string {
  return sha256(canonicalJson(doc))
}

/** Of one step and, through the digest of the one before, of all that was there. `step`: parsed. */
export function stepDigest(previous: string, row: Omit<StepRow, 'step'>, step: unknown): string {
  return sha256(canonicalJson([previous, row.seq, row.author_id, row.at, step]))
}

/** The chain over the text of each article. Number 0 stands for the imported text. */
export function createStepSeals(db: Database) {
  const insert = db.prepare('INSERT INTO step_seal (article_id, seq, digest) VALUES (?, ?, ?)')
  const one = db.prepare<[string, number], { digest: string }>(
    'SELECT digest FROM step_seal WHERE article_id = ? AND seq = ?',
  )
  const last = db.prepare<[string], { seq: number; digest: string }>(
    'SELECT seq, digest FROM step_seal WHERE article_id = ? ORDER BY seq DESC LIMIT 1',
  )
  const all = db.prepare<[string], { seq: number; digest: string }>(
    'SELECT seq, digest FROM step_seal WHERE article_id = ? ORDER BY seq',
  )
  return {
    begin: (articleId: ArticleId, doc: unknown): void => {
      if (!one.get(articleId, 0)) insert.run(articleId, 0, textDigest(doc))
    },
    /** Does nothing where the chain was never begun: an article from before is sealed as a whole. */
    append: (articleId: ArticleId, row: Omit<StepRow, 'step'>, step: unknown): void => {
      const previous = one.get(articleId, row.seq - 1)
      if (previous) insert.run(articleId, row.seq, stepDigest(previous.digest, row, step))
    },
    /** The end of the chain. */
    last: (articleId: ArticleId): { readonly seq: number; readonly digest: string } | null =>
      last.get(articleId) ?? null,
    all: (articleId: ArticleId): ReadonlyMap<number, string> =>
      new Map(all.all(articleId).map(({ seq, digest }) => [seq, digest])),
  }
}
