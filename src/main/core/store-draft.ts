import { z } from 'zod'
import type { Outcome, Result } from '../../shared/contract.ts'
import { parseDocument } from '../../shared/document/stored-steps.ts'
import type { ArticleId } from '../../shared/model/ids.ts'
import type { ImportedDraft } from '../../shared/model/interchange.ts'
import { person } from '../../shared/model/person.ts'
import { thread } from '../../shared/model/thread.ts'
import type { Thread } from '../../shared/model/thread.ts'
import { count } from '../../shared/rules/words.ts'
import type { StoredArticle } from '../store/articles.ts'
import { stateOf } from './act.ts'
import { readText } from './article-text.ts'
import type { ArticleText } from './article-text.ts'
import { whatCameIn } from './came-in.ts'
import { groupsOf, openRow } from './change-rows.ts'
import type { ReviewContext } from './context.ts'
import type { Beside } from './copied/copy-acts.ts'
import { derivedOf } from './derived.ts'
import { firstQuote } from './first-quote.ts'
import { done, fail } from './outcome.ts'
import { isWordFile, keepOriginal } from './originals.ts'
import type { NamedFile } from './platform.ts'
import { openRecord } from './record.ts'
import { importName, keepVersion } from './versions.ts'

type Imported = Result<'articles.import'>

/** What is put on the desk. */
type Read = { readonly file: NamedFile; readonly draft: ImportedDraft; readonly beside: Beside }

function newArticle(id: ArticleId, at: number, name: string, text: ArticleText): StoredArticle {
  return {
    id,
    // Left empty on purpose: a slug is the desk's to give, and its absence blocks (B9).
    slug: '',
    headline: text.index.headline.slice(0, 500),
    desk: '',
    status: 'draft',
    due: null,
    holderId: null,
    authorId: null,
    version: 1,
    headSeq: 0,
    locked: false,
    aside: null,
    legalHold: null,
    correction: null,
    editRight: 'here',
    rightWith: '',
    readOnly: '',
    importedFrom: name,
    createdAt: at,
    updatedAt: at,
  }
}

/** Word does not keep who resolved a comment; whoever spoke last in it is the nearest that the file tells. */
function resolvedBySomebody(thread: Thread): Thread {
  if (thread.resolvedAt === null || thread.resolvedBy !== null) return thread
  return { ...thread, resolvedBy: thread.messages.at(-1)?.authorId ?? null }
}

function storeRows(
  context: ReviewContext,
  article: StoredArticle,
  text: ArticleText,
  draft: ImportedDraft,
): void {
  const { store, now } = context
  store.articles.insert(article)
  const came = new Map(draft.changes.map((change) => [change.id, change]))
  const groupOf = groupsOf(text.index.changes)
  for (const entry of text.index.changes) {
    const change = came.get(entry.id)
    const origin = {
      createdAt: change?.at ?? now(),
      dateRaw: change?.dateRaw ?? null,
      groupId: groupOf(entry),
    }
    store.changes.save(article.id, openRow(entry, origin))
  }
  for (const one of draft.threads) {
    const quote = firstQuote(text, 'comment', one.id) || one.quote.slice(0, 4000)
    store.threads.insert(article.id, { ...resolvedBySomebody(one), quote })
  }
}

/** People the file speaks of whom nobody here knows: such a file contradicts itself. */
function strangers(context: ReviewContext, text: ArticleText, draft: ImportedDraft): boolean {
  const known = new Set<string>(context.store.people.list().map((one) => one.id))
  const authors = [
    ...text.index.changes.map((change) => change.author),
    ...draft.threads.flatMap((one) => one.messages.map((message) => message.authorId)),
  ]
  return authors.some((author) => !known.has(author))
}

const cameWith = z.object({ people: z.array(person), threads: z.array(thread) })

/** A draft as a new article, in one transaction. */
export function storeDraft(
  context: ReviewContext,
  id: ArticleId,
  { file, draft, beside }: Read,
): Outcome<Imported> {
  const { name } = file
  const parsed = parseDocument(draft.doc)
  if (!parsed.ok) return fail('unreadable-file', `“${name}” could not be read: ${parsed.message}`)
  // A file may say anything; what is too long or out of shape stops here, not at the tables.
  if (!cameWith.safeParse(draft).success) {
    return fail('unreadable-file', `“${name}” has comments or names that are too long. Nothing was imported.`)
  }
  const { store, documents, actor, now } = context
  const text = readText(parsed.doc, 0)
  const article = { ...newArticle(id, now(), name, text), ...beside }
  const stored = store.transaction((): Outcome<Imported> => {
    const record = openRecord(context, article.id)
    for (const [blob, picture] of draft.images ?? []) store.pictures.put(blob, picture, now())
    for (const one of draft.people) {
      if (!store.people.get(one.id)) store.people.save({ ...one, outside: true, roles: [], deskRoles: [] })
    }
    if (strangers(context, text, draft)) {
      return fail('unreadable-file', `“${name}” names authors that it does not list. Nothing was imported.`)
    }
    storeRows(context, article, text, draft)
    const came = { cause: 'import', audience: 'desk', at: now() } as const
    if (isWordFile(file)) keepOriginal(store, article.id, file, came)
    documents.begin(article.id, text)
    const standing = { at: now(), actor: actor(), article: () => article, text: () => text }
    keepVersion(context, standing, { kind: 'import', name: importName(name) })
    const summary = `Imported “${name}”: ${count(text.index.words, 'word', 'words')}.`
    record.say({ at: now(), personId: actor().personId, kind: 'article.import', summary })
    store.articles.saveDerived(article.id, derivedOf(stateOf(context, article, text), text.index))
    record.close()
    const { warnings } = draft
    const cameIn = whatCameIn(text, draft.threads)
    const report = { name, at: now(), cameIn, warnings, brought: null, audience: 'desk' } as const
    store.importReports.append(article.id, report)
    return done({ articleId: article.id, name, cameIn, warnings })
  })
  if (!stored.ok) return stored
  context.platform.emit('articles.changed', {})
  if (draft.people.length > 0) context.platform.emit('session.changed', {})
  return stored
}
