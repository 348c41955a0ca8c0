import type { Database } from 'better-sqlite3'
import type { ArticleId, ChangeId, ClaimId, MessageId, PersonId, ThreadId } from '../../shared/model/ids.ts'
import type {
  EarlierText,
  Level,
  Message,
  Thread,
  ThreadAudience,
  ThreadTarget,
} from '../../shared/model/thread.ts'
import { createPlaces } from './last-places.ts'
import type { RowCaches } from './row-cache.ts'

type ThreadRow = {
  id: string
  target_kind: ThreadTarget['kind']
  target_id: string | null
  level: string
  audience: string
  assignee_id: string | null
  quote: string
  resolved_by: string | null
  resolved_at: number | null
}

type MessageRow = {
  thread_id: string
  id: string
  author_id: string
  at: number
  date_raw: string | null
  text: string
  edited_at: number | null
}

type RevisionRow = { message_id: string; text: string; until: number }

function toTarget(row: ThreadRow): ThreadTarget {
  if (row.target_kind === 'change') return { kind: 'change', changeId: row.target_id as ChangeId }
  if (row.target_kind === 'claim') return { kind: 'claim', claimId: row.target_id as ClaimId }
  return { kind: row.target_kind }
}

function targetId(target: ThreadTarget): string | null {
  if (target.kind === 'change') return target.changeId
  return target.kind === 'claim' ? target.claimId : null
}

function toMessage(row: MessageRow, earlier: readonly EarlierText[]): Message {
  return {
    id: row.id as MessageId,
    authorId: row.author_id as PersonId,
    at: row.at,
    dateRaw: row.date_raw,
    text: row.text,
    editedAt: row.edited_at,
    earlier,
  }
}

function toThread(row: ThreadRow, messages: readonly Message[]): Thread {
  return {
    id: row.id as ThreadId,
    target: toTarget(row),
    level: row.level as Level,
    audience: row.audience as ThreadAudience,
    assigneeId: row.assignee_id as PersonId | null,
    quote: row.quote,
    resolvedBy: row.resolved_by as PersonId | null,
    resolvedAt: row.resolved_at,
    messages,
  }
}

function beginOf({ messages: [first] }: Thread): number {
  return first?.at ?? 0
}

const INSERT = `
  INSERT INTO thread (article_id, id, position, target_kind, target_id, level, audience, assignee_id, quote,
    resolved_by, resolved_at)
  VALUES (:articleId, :id, :position,
    :targetKind, :targetId, :level, :audience, :assigneeId, :quote, :resolvedBy, :resolvedAt)`

const ADD_MESSAGE = `
  INSERT INTO message (article_id, thread_id, position, id, author_id, at, date_raw, text, edited_at)
  VALUES (:articleId, :threadId,
    (SELECT coalesce(max(position), 0) + 1 FROM message WHERE article_id = :articleId AND thread_id = :threadId),
    :id, :authorId, :at, :dateRaw, :text, :editedAt)`

/** Words that were told before are there already. */
const ADMIT_REVISION = `
  INSERT INTO message_revision (article_id, message_id, revision, text, until)
  SELECT :articleId, :id, (SELECT count(*) + 1 FROM message_revision WHERE article_id = :articleId AND message_id = :id),
    :text, :until
  WHERE NOT EXISTS (SELECT 1 FROM message_revision
    WHERE article_id = :articleId AND message_id = :id AND text = :text AND until = :until)`

/** Comments with their replies. */
export function createThreads(db: Database, caches: RowCaches) {
  const cache = caches.create<readonly Thread[]>()
  const all = db.prepare<[string], ThreadRow>('SELECT * FROM thread WHERE article_id = ?')
  const messages = db.prepare<[string], MessageRow>(
    'SELECT * FROM message WHERE article_id = ? ORDER BY thread_id, position',
  )
  const insert = db.prepare(INSERT)
  const last = db.prepare<[string], { last: number | null }>(
    'SELECT max(position) AS last FROM thread WHERE article_id = ?',
  )
  const nextPlace = createPlaces(caches, (articleId) => last.get(articleId)?.last ?? 0)
  const update = db.prepare(`
    UPDATE thread SET level = :level, audience = :audience, assignee_id = :assigneeId, quote = :quote, resolved_by = :resolvedBy,
      resolved_at = :resolvedAt
    WHERE article_id = :articleId AND id = :id`)
  const addMessage = db.prepare(ADD_MESSAGE)
  const revisions = db.prepare<[string], RevisionRow>(
    'SELECT message_id, text, until FROM message_revision WHERE article_id = ? ORDER BY message_id, until, revision',
  )
  const keepRevision = db.prepare(`
    INSERT INTO message_revision (article_id, message_id, revision, text, until)
    SELECT article_id, id, (SELECT count(*) + 1 FROM message_revision AS known
      WHERE known.article_id = message.article_id AND known.message_id = message.id), text, :editedAt
    FROM message WHERE article_id = :articleId AND id = :id`)
  const editMessage = db.prepare(
    'UPDATE message SET text = :text, edited_at = :editedAt WHERE article_id = :articleId AND id = :id',
  )

  const known = db.prepare<[string, string], { id: string }>(
    'SELECT id FROM message WHERE article_id = ? AND id = ?',
  )
  const admitRevision = db.prepare(ADMIT_REVISION)
  const admitWords = db.prepare(`
    UPDATE message SET text = :text, edited_at = :editedAt
    WHERE article_id = :articleId AND id = :id AND (text, edited_at) IS NOT (:text, :editedAt)`)
  const places = db.prepare<[string, string], { id: string; position: number }>(
    'SELECT id, position FROM message WHERE article_id = ? AND thread_id = ?',
  )
  const setPosition = db.prepare('UPDATE message SET position = ? WHERE article_id = ? AND id = ?')

  function read(articleId: ArticleId): readonly Thread[] {
    const byThread = Map.groupBy(messages.all(articleId), (row) => row.thread_id)
    const byMessage = Map.groupBy(revisions.all(articleId), (row) => row.message_id)
    const earlierOf = ({ id }: MessageRow) =>
      (byMessage.get(id) ?? []).map(({ text, until }) => ({ text, until }))
    return all
      .all(articleId)
      .map((row) =>
        toThread(
          row,
          (byThread.get(row.id) ?? []).map((said) => toMessage(said, earlierOf(said))),
        ),
      )
      .toSorted((a, b) => beginOf(a) - beginOf(b) || (a.id < b.id ? -1 : 1))
  }

  function add(articleId: ArticleId, threadId: ThreadId, message: Message): void {
    cache.forget(articleId)
    const { earlier: _, ...fields } = message
    addMessage.run({ ...fields, articleId, threadId })
  }

  return {
    /** In the order they were made, which is the same on every desk. */
    list: (articleId: ArticleId): readonly Thread[] => cache.get(articleId, () => read(articleId)),
    insert: (articleId: ArticleId, thread: Thread): void => {
      const { target, messages: said, ...fields } = thread
      cache.forget(articleId)
      insert.run({
        ...fields,
        articleId,
        position: nextPlace(articleId),
        targetKind: target.kind,
        targetId: targetId(target),
      })
      for (const message of said) add(articleId, thread.id, message)
    },
    /** Everything but its target and its messages. */
    update: (articleId: ArticleId, thread: Thread): void => {
      const { target: _, messages: _said, ...fields } = thread
      cache.forget(articleId)
      update.run({ ...fields, articleId })
    },
    addMessage: add,
    /** As another desk told it, with everything that its messages said before; the thread itself is there. */
    admitMessages: (articleId: ArticleId, { id: threadId, messages: told }: Thread): void => {
      cache.forget(articleId)
      for (const { earlier, ...message } of told) {
        if (!known.get(articleId, message.id)) addMessage.run({ ...message, articleId, threadId })
        for (const { text, until } of earlier) admitRevision.run({ articleId, id: message.id, text, until })
        admitWords.run({ articleId, id: message.id, text: message.text, editedAt: message.editedAt })
      }
      const standing = new Map(places.all(articleId, threadId).map(({ id, position }) => [id, position]))
      if (told.every(({ id }, place) => standing.get(id) === place + 1)) return
      // Twice, because two messages of a thread never have the same place.
      for (const first of [-told.length, 1]) {
        told.forEach(({ id }, place) => setPosition.run(first + place, articleId, id))
      }
    },
    /** What it said before is kept. */
    editMessage: (articleId: ArticleId, id: MessageId, text: string, editedAt: number): void => {
      cache.forget(articleId)
      keepRevision.run({ articleId, id, editedAt })
      editMessage.run({ articleId, id, text, editedAt })
    },
  }
}
