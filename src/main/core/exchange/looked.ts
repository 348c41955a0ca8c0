import { custodyConflict } from '../../../shared/exchange/custody.ts'
import type { ReviewContent } from '../../../shared/exchange/review-content.ts'
import type { VersionId } from '../../../shared/model/ids.ts'
import type { SavedVersion } from '../../../shared/model/version.ts'
import type { ReviewContext } from '../context.ts'
import { sha256 } from '../hash.ts'
import { mergeReceived } from './merge-received.ts'
import type { Brought } from './merge-received.ts'
import { saidIn } from './read-content.ts'
import type { Received } from './received.ts'
import { versionOf } from './standing-here.ts'
import type { Here } from './standing-here.ts'

/** The review as it would be with what came, and what it was worked out from. */
export type Looked = {
  /** What stands here, as a version; null where nothing does. */
  readonly own: SavedVersion | null
  /** Null where nothing is here to merge with. */
  readonly brought: Brought | null
  readonly content: ReviewContent
  readonly head: VersionId
  /** Names what was said here then; empty where nothing was. */
  readonly of: string
}

/** The version that stands for what is here now: the head, or the one that it would be kept as. */
function ownVersion(
  { store, newId, now, actor, library }: ReviewContext,
  here: Here,
  from: string,
): SavedVersion {
  const head = here.isFrozen && here.head !== null ? store.versions.get(here.article.id, here.head) : null
  if (head) return head
  const name = `Before work of “${from || 'another desk'}” came in`
  const made = { id: newId() as VersionId, personId: actor().personId, at: now() }
  return versionOf({ library }, here, { ...made, kind: 'received', name })
}

function withCustody(content: ReviewContent, head: VersionId): ReviewContent {
  const conflict = custodyConflict(content.custody, content.article, head, sha256)
  if (!conflict || content.conflicts.some(({ id }) => id === conflict.id)) return content
  return { ...content, conflicts: [...content.conflicts, conflict] }
}

function nameOf({ head, isFrozen, content }: Here): string {
  return sha256(`${head ?? ''} ${String(isFrozen)} ${saidIn(content)}`)
}

/** `before`: what was found when somebody looked; a merge of the same things is not made twice. */
export function lookInto(
  context: ReviewContext,
  here: Here | null,
  received: Received,
  from: string,
  before: Looked | null,
): Looked {
  if (!here) return { own: null, brought: null, content: received.content, head: received.head, of: '' }
  const of = nameOf(here)
  if (before?.of === of) return before
  const own = ownVersion(context, here, from)
  const brought = mergeReceived(context.store, here, own, received)
  return { own, brought, content: withCustody(brought.content, brought.head), head: brought.head, of }
}
