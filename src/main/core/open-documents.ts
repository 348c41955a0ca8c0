import { readSnapshot, replaySteps } from '../../shared/document/stored-steps.ts'
import { SCHEMA_VERSION } from '../../shared/document/schema.ts'
import { storedForm } from '../../shared/document/stored-form.ts'
import type { ArticleId } from '../../shared/model/ids.ts'
import type { SnapshotReason } from '../store/documents.ts'
import type { Store } from '../store/open-store.ts'
import { readText } from './article-text.ts'
import type { ArticleText } from './article-text.ts'

/** How many documents stay in memory; the one used longest ago goes first. */
const KEPT = 8
/** Steps after which opening would take noticeably longer without a new snapshot. */
const STEPS_PER_SNAPSHOT = 500

/** What is stored of an article's text does not come to a document. */
export class DamagedTextError extends Error {}

/** Rebuilds the document from the newest whole snapshot and the steps after it. Throws a DamagedTextError. */
export function rebuildText(store: Store, articleId: ArticleId): ArticleText {
  const stored = store.documents.read(articleId)
  if (!stored) throw new DamagedTextError(`Article ${articleId} has no readable snapshot`)
  const parsed = readSnapshot(JSON.parse(stored.json))
  if (!parsed.ok)
    throw new DamagedTextError(`The snapshot of article ${articleId} is not a document: ${parsed.message}`)
  const replayed = replaySteps(parsed.doc, stored.steps)
  if (!replayed.ok)
    throw new DamagedTextError(`The steps of article ${articleId} do not apply: ${replayed.message}`)
  return readText(replayed.doc, stored.headSeq)
}

/** Documents in memory, each at the head of its article. Only what is committed may be kept here. */
export function createOpenDocuments(store: Store, now: () => number) {
  const texts = new Map<ArticleId, ArticleText>()

  function keep(articleId: ArticleId, text: ArticleText): void {
    texts.delete(articleId)
    texts.set(articleId, text)
    const oldest = texts.keys().next().value
    if (texts.size > KEPT && oldest !== undefined) texts.delete(oldest)
  }

  function load(articleId: ArticleId, headSeq: number): ArticleText {
    const known = texts.get(articleId)
    const text = known?.seq === headSeq ? known : rebuildText(store, articleId)
    if (text.seq !== headSeq) throw new Error(`Article ${articleId} rebuilds to ${text.seq}, not ${headSeq}`)
    keep(articleId, text)
    return text
  }

  function write(articleId: ArticleId, text: ArticleText, reason: SnapshotReason): void {
    const json = JSON.stringify(storedForm(text.doc))
    const { seq } = text
    store.documents.saveSnapshot(articleId, { seq, reason, schemaVersion: SCHEMA_VERSION, json, at: now() })
  }

  /** Inside a transaction. What is stored must rebuild to what is in memory, or nothing is committed. */
  function snapshot(articleId: ArticleId, text: ArticleText, reason: 'automatic' | 'approval'): void {
    const rebuilt = rebuildText(store, articleId)
    if (rebuilt.seq !== text.seq || !rebuilt.doc.eq(text.doc)) {
      throw new Error(`The stored steps of article ${articleId} do not rebuild its document at ${text.seq}`)
    }
    write(articleId, text, reason)
  }

  return {
    load,
    keep,
    /** After another text was stored than one that was made here. */
    forget: (articleId: ArticleId): void => void texts.delete(articleId),
    /** Inside a transaction: the first text of an article, on which every step stands. */
    begin: (articleId: ArticleId, text: ArticleText): void => write(articleId, text, 'import'),
    snapshot,
    /** Inside a transaction, after steps were stored. */
    snapshotWhenDue: (articleId: ArticleId, text: ArticleText): void => {
      const behind = text.seq - store.documents.lastSnapshotSeq(articleId)
      if (behind >= STEPS_PER_SNAPSHOT) snapshot(articleId, text, 'automatic')
    },
    /** Inside a transaction, before closing: the next opening has nothing to replay. */
    snapshotAll: (): void => {
      for (const [articleId, text] of texts) {
        if (text.seq > store.documents.lastSnapshotSeq(articleId)) snapshot(articleId, text, 'automatic')
      }
    },
  }
}

export type OpenDocuments = ReturnType<typeof createOpenDocuments>
