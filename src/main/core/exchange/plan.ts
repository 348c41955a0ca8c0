import type { Brings, ConflictInWords, Relation } from '../../../shared/contract/packages.ts'
import type { Outcome } from '../../../shared/contract.ts'
import { parseDocument } from '../../../shared/document/stored-steps.ts'
import { conflictInWords } from '../../../shared/exchange/conflict-words.ts'
import { countBrings } from '../../../shared/exchange/count-brings.ts'
import { custodyConflict, custodyOf } from '../../../shared/exchange/custody.ts'
import type { PackagePerson, ReadPackage } from '../../../shared/exchange/package.ts'
import type { ReviewContent } from '../../../shared/exchange/review-content.ts'
import type { Conflict } from '../../../shared/model/conflict.ts'
import type { VersionId } from '../../../shared/model/ids.ts'
import type { Warning } from '../../../shared/model/review.ts'
import type { SavedVersion } from '../../../shared/model/version.ts'
import { readText } from '../article-text.ts'
import type { ArticleText } from '../article-text.ts'
import { hasSharedChange } from '../change-authors.ts'
import type { Context } from '../context.ts'
import { sha256 } from '../hash.ts'
import { done, fail } from '../outcome.ts'
import { mergeReceived } from './merge-received.ts'
import type { Brought } from './merge-received.ts'
import { newPeople } from './people.ts'
import { readReceived } from './received.ts'
import type { Received } from './received.ts'
import { refuseHere, refuseMerge } from './refuse-package.ts'
import { standingHere, versionOf } from './standing-here.ts'
import type { Here } from './standing-here.ts'
import { nothingSaid } from './write-content.ts'

/** What taking a package in would do: worked out without storing anything, for the preview and for accepting alike. */
export type Plan = {
  readonly relation: Relation
  readonly here: Here | null
  /** What stands here, as a version; null where nothing does. */
  readonly own: SavedVersion | null
  /** It has to be kept as that version first. */
  readonly keepsOwn: boolean
  readonly received: Received
  /** The review as it is afterwards. */
  readonly content: ReviewContent
  readonly head: VersionId
  /** Of the merge that is the head then; empty where it is not one. */
  readonly parents: readonly VersionId[]
  /** Versions that are not here yet. */
  readonly versions: readonly SavedVersion[]
  readonly people: readonly PackagePerson[]
  readonly brings: Brings
  /** New here, and to be settled. */
  readonly conflicts: readonly Conflict[]
  readonly inWords: readonly ConflictInWords[]
  readonly rightOffered: boolean
  readonly refusal: string | null
  readonly warnings: readonly Warning[]
}

const DAMAGED = 'This package could not be read: its text is damaged. Nothing was changed; ask for it again.'

const CONTRADICTS =
  'This package contradicts itself: its text holds changes under other names than its rows do. Nothing was changed.'

function relationOf(here: Here | null, brought: Brought | null, isNewer: boolean): Relation {
  if (isNewer) return 'read-only'
  if (!here || !brought) return 'new'
  if (brought.place === 'apart') return 'merged'
  return brought.place === 'behind' ? 'taken-over' : 'nothing-new'
}

/** A change belongs to one person, and the text says the same as the rows. */
function contradicts(content: ReviewContent, text: ArticleText): boolean {
  if (hasSharedChange(text.doc)) return true
  const authors = new Map<string, string>(content.changes.map(({ id, authorId }) => [id, authorId]))
  return text.index.changes.some(({ id, author }) => authors.get(id) !== author)
}

function withCustody(content: ReviewContent, here: Here | null, head: VersionId): ReviewContent {
  const conflict = custodyConflict(content.custody, content.article, head, sha256)
  if (!here || !conflict || content.conflicts.some(({ id }) => id === conflict.id)) return content
  return { ...content, conflicts: [...content.conflicts, conflict] }
}

function missingFiles({ store }: Context, { sources }: ReviewContent, files: ReadonlyMap<string, unknown>) {
  return sources.filter(({ file }) => file && !files.has(file.sha256) && !store.attachments.get(file.sha256))
}

/** The record of a file whose bytes did not come would be a promise that nobody keeps. */
function withoutFiles(content: ReviewContent, missing: readonly { readonly id: string }[]): ReviewContent {
  const ids = new Set(missing.map(({ id }) => id))
  const sources = content.sources.map((row) => (ids.has(row.id) ? { ...row, file: null } : row))
  return ids.size === 0 ? content : { ...content, sources }
}

type Looked = { readonly brought: Brought | null; readonly content: ReviewContent; readonly head: VersionId }

function look(context: Context, here: Here | null, own: SavedVersion | null, received: Received): Looked {
  if (!here || !own) return { brought: null, content: received.content, head: received.head }
  const brought = mergeReceived(context.store, here, own, received)
  return { brought, content: withCustody(brought.content, here, brought.head), head: brought.head }
}

/** The version that stands for what is here now: the head, or the one that it would be kept as. */
function ownVersion(context: Context, here: Here, from: string): SavedVersion {
  const { store, newId, now, actor } = context
  const head = here.isFrozen && here.head !== null ? store.versions.get(here.article.id, here.head) : null
  if (head) return head
  const name = `Before work of “${from || 'another desk'}” came in`
  const made = { id: newId() as VersionId, personId: actor().personId, at: now() }
  return versionOf(context, here, { ...made, kind: 'received', name })
}

function newBlobs({ store }: Context, { pictures, files }: ReadPackage['content']): number {
  const isNewPicture = (name: string) => store.pictures.get(name) === null
  const isNewFile = (name: string) => store.attachments.get(name) === null
  return [...pictures.keys()].filter(isNewPicture).length + [...files.keys()].filter(isNewFile).length
}

export function planAcceptance(context: Context, read: ReadPackage): Outcome<Plan> {
  const { store, library } = context
  const { content: packed, isNewer, ignored } = read
  const { manifest } = packed
  const parsed = parseDocument(packed.review.document)
  if (!parsed.ok) return fail('unreadable-file', DAMAGED)
  const text = readText(parsed.doc, 0)
  if (contradicts(packed.review, text)) return fail('unreadable-file', CONTRADICTS)
  const here = standingHere(context, manifest.articleId)
  const received = readReceived(packed, text, here)
  const own = here ? ownVersion(context, here, manifest.from.name) : null
  const looked = look(context, here, own, received)
  const gone = missingFiles(context, looked.content, packed.files)
  const content = withoutFiles(looked.content, gone)
  const relation = relationOf(here, looked.brought, isNewer)
  const known = new Set(store.versions.list(manifest.articleId).map(({ id }) => id))
  const brings = relation === 'nothing-new' ? nothingSaid(content) : content
  const before = here && relation !== 'nothing-new' ? here.content : nothingSaid(content)
  const versions = relation === 'nothing-new' ? [] : received.versions.filter(({ id }) => !known.has(id))
  const people = relation === 'nothing-new' ? [] : newPeople(store, packed.people, content)
  const settled = new Set(here?.content.conflicts.map(({ id }) => id))
  const conflicts = content.conflicts.filter(({ id, settledAt }) => !settled.has(id) && settledAt === null)
  const names = new Map<string, string>(
    [...store.people.list(), ...packed.people].map((one) => [one.id, one.name]),
  )
  const warnings = warningsOf(looked.brought, gone.length, ignored)
  const counted = { versions: versions.length, people: people.length }
  return done({
    relation,
    here,
    own,
    keepsOwn: here?.isFrozen === false,
    received,
    content,
    head: looked.head,
    parents: looked.brought?.parents ?? [],
    versions,
    people,
    brings: {
      ...countBrings(before, brings),
      ...counted,
      files: relation === 'nothing-new' ? 0 : newBlobs(context, packed),
    },
    conflicts: relation === 'nothing-new' ? [] : conflicts,
    inWords:
      relation === 'nothing-new'
        ? []
        : conflicts.map((one) => conflictInWords(one, (id) => names.get(id) ?? id)),
    rightOffered: !isNewer && custodyOf(content.custody, library.id).isOffered,
    refusal: here
      ? (refuseHere(here, packed, read) ?? (looked.brought ? refuseMerge(here, looked.brought) : null))
      : null,
    warnings,
  })
}

function warningsOf(brought: Brought | null, lost: number, ignored: readonly string[]): readonly Warning[] {
  const noBase =
    'No version that both desks have is kept whole, so what one of them took away cannot be told from what the other ' +
    'added: both stand.'
  return [
    ...(brought?.hasBase === false ? [{ code: 'no-base', message: noBase }] : []),
    ...(lost > 0
      ? [{ code: 'files-missing', message: `Files of ${lost} sources did not come with the package.` }]
      : []),
    ...ignored.map((message) => ({ code: 'newer', message })),
  ]
}
