import type { Brings, ConflictInWords, Relation } from '../../../shared/contract/packages.ts'
import type { Outcome } from '../../../shared/contract.ts'
import { parseDocument } from '../../../shared/document/stored-steps.ts'
import { conflictInWords } from '../../../shared/exchange/conflict-words.ts'
import { countBrings } from '../../../shared/exchange/count-brings.ts'
import { custodyOf } from '../../../shared/exchange/custody.ts'
import type { PackagePerson, ReadPackage } from '../../../shared/exchange/package.ts'
import type { ReviewContent } from '../../../shared/exchange/review-content.ts'
import type { Conflict } from '../../../shared/model/conflict.ts'
import type { Warning } from '../../../shared/model/review.ts'
import type { SavedVersion } from '../../../shared/model/version.ts'
import { readText } from '../article-text.ts'
import type { ArticleText } from '../article-text.ts'
import { hasSharedChange } from '../change-authors.ts'
import type { ReviewContext } from '../context.ts'
import { done, fail } from '../outcome.ts'
import { clearanceOf, mayRead, withoutPrivateConflicts } from '../visible.ts'
import { missingFiles, newBlobs, withoutFiles } from './blobs.ts'
import { lookInto } from './looked.ts'
import type { Looked } from './looked.ts'
import type { Brought } from './merge-received.ts'
import { namedOtherwise, newPeople } from './people.ts'
import { readReceived } from './received.ts'
import type { Received } from './received.ts'
import { refuseHere, refuseMerge } from './refuse-package.ts'
import { standingHere } from './standing-here.ts'
import type { Here } from './standing-here.ts'
import { nothingSaid } from './write-content.ts'

/** What taking a package in would do: worked out without storing anything, for the preview and for accepting alike. */
export type Plan = {
  readonly relation: Relation
  readonly here: Here | null
  readonly received: Received
  readonly looked: Looked
  /** The review as it is afterwards. */
  readonly content: ReviewContent
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

type New = Pick<Plan, 'versions' | 'people' | 'brings' | 'conflicts' | 'inWords'>

function nothing(content: ReviewContent): New {
  const none = nothingSaid(content)
  const brings = { ...countBrings(none, none), versions: 0, people: 0, files: 0 }
  return { versions: [], people: [], brings, conflicts: [], inWords: [] }
}

/** What the library does not have yet. */
function whatIsNew(
  { store, actor }: ReviewContext,
  here: Here | null,
  { content: packed }: ReadPackage,
  received: Received,
  content: ReviewContent,
): New {
  const known = new Set(store.versions.list(content.article.id).map(({ id }) => id))
  const versions = received.versions.filter(({ id }) => !known.has(id))
  const people = newPeople(store, packed.people, content)
  const open = new Set(here?.content.conflicts.map(({ id }) => id))
  const conflicts = content.conflicts.filter(({ id, settledAt }) => !open.has(id) && settledAt === null)
  const clearance = clearanceOf(actor())
  const hidden = new Set<string>(
    content.threads.filter((thread) => !mayRead(clearance, thread)).map(({ id }) => id),
  )
  const told = withoutPrivateConflicts(conflicts, (id) => hidden.has(id))
  const named = [...store.people.list(), ...packed.people]
  const names = new Map<string, string>(named.map(({ id, name }) => [id, name]))
  const counted = { versions: versions.length, people: people.length, files: newBlobs(store, packed) }
  return {
    versions,
    people,
    brings: { ...countBrings(here?.content ?? nothingSaid(content), content), ...counted },
    conflicts,
    inWords: told.map((one) => conflictInWords(one, (id) => names.get(id) ?? id)),
  }
}

/** `before`: what was found when somebody looked. */
export function planAcceptance(
  context: ReviewContext,
  read: ReadPackage,
  before: Looked | null = null,
): Outcome<Plan> {
  const { store, library } = context
  const { content: packed, isNewer, ignored } = read
  const { manifest, review } = packed
  const parsed = parseDocument(review.document)
  if (!parsed.ok) return fail('unreadable-file', DAMAGED)
  const text = readText(parsed.doc, 0)
  if (contradicts(review, text)) return fail('unreadable-file', CONTRADICTS)
  const here = standingHere(context, manifest.articleId)
  const received = readReceived(packed, text, here)
  const looked = lookInto(context, here, received, manifest.from.name, before)
  const { brought } = looked
  const gone = missingFiles(store, looked.content, packed.files)
  const content = withoutFiles(looked.content, gone)
  const relation = relationOf(here, brought, isNewer)
  const isNew = relation !== 'nothing-new'
  return done({
    relation,
    here,
    received,
    looked,
    content,
    ...(isNew ? whatIsNew(context, here, read, received, content) : nothing(content)),
    rightOffered: !isNewer && custodyOf(content.custody, library.id).isOffered,
    refusal:
      here && (refuseHere(here, packed, read) ?? (brought && refuseMerge(here, brought, received.content))),
    warnings: [
      ...warningsOf(brought, gone.length, ignored),
      ...namesWarnings(namedOtherwise(store, packed.people)),
    ],
  })
}

const NO_BASE =
  'No version that both desks have is kept whole, so what one of them took away cannot be told from what the other ' +
  'added: both stand.'

function warningsOf(brought: Brought | null, lost: number, ignored: readonly string[]): readonly Warning[] {
  const files = `Files of ${lost} sources did not come with the package.`
  return [
    ...(brought?.hasBase === false ? [{ code: 'no-base', message: NO_BASE }] : []),
    ...(lost > 0 ? [{ code: 'files-missing', message: files }] : []),
    ...ignored.map((message) => ({ code: 'newer', message })),
  ]
}

function namesWarnings(names: ReturnType<typeof namedOtherwise>): readonly Warning[] {
  return names.map(({ there, here }) => ({
    code: 'named-otherwise',
    message: `Whom they call “${there}” is “${here}” here, and is shown by that name.`,
  }))
}
