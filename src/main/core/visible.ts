import type { Node } from 'prosemirror-model'
import { removeAnchor } from '../../shared/document/anchors.ts'
import type { AnchorRecord } from '../../shared/model/anchor.ts'
import type { Conflict } from '../../shared/model/conflict.ts'
import type { Consultation } from '../../shared/model/consultation.ts'
import type { ImportReport } from '../../shared/model/import-report.ts'
import type { Actor } from '../../shared/model/person.ts'
import type { Audience, ReviewState } from '../../shared/model/review.ts'
import type { Thread, ThreadAudience } from '../../shared/model/thread.ts'
import type { ArticleId } from '../../shared/model/ids.ts'
import type { Context } from './context.ts'

/**
 * Who may read what: the one place. Everything that leaves the core (states, files) goes through here, and whoever
 * names a private comment without the right is answered as if there were none. Inside, the whole review is looked
 * at: a private must blocks as any other does.
 */

/** What a reader may see: all that is for the desk, and in the legal role what is private to it as well. */
export type Clearance = ThreadAudience

export function clearanceOf({ role }: Actor): Clearance {
  return role === 'legal' ? 'legal' : 'desk'
}

/** A file for the legal reader holds what is private to it; no other does, whoever makes it. */
export function clearanceOfFile(audience: Audience): Clearance {
  return audience === 'legal' ? 'legal' : 'desk'
}

export function mayRead(clearance: Clearance, said: { readonly audience: ThreadAudience }): boolean {
  return said.audience === 'desk' || clearance === 'legal'
}

/** What the log says of every act on a private comment: everybody reads the log. */
export const PRIVATE_ACT = 'A private comment of legal.'

/** The comments that whoever is at the desk may know of. */
export function readableThreads({ store, actor }: Context, articleId: ArticleId): readonly Thread[] {
  const clearance = clearanceOf(actor())
  return store.threads.list(articleId).filter((thread) => mayRead(clearance, thread))
}

/** What a copy for legal brought tells of what is private to it. */
export function readableReports(
  { store, actor }: Pick<Context, 'store' | 'actor'>,
  articleId: ArticleId,
): readonly ImportReport[] {
  const clearance = clearanceOf(actor())
  const readable = store.importReports.list(articleId).filter((report) => mayRead(clearance, report))
  return readable.map(({ name, at, cameIn, warnings, brought }) => ({ name, at, cameIn, warnings, brought }))
}

export function findReadable(context: Context, articleId: ArticleId, id: string): Thread | null {
  return readableThreads(context, articleId).find((thread) => thread.id === id) ?? null
}

/** Others learn that legal was asked, by whom and when. */
function withoutAdvice(consultation: Consultation): Consultation {
  return { ...consultation, question: '', advice: '' }
}

/** What two desks said differently of something private is as private. */
export function withoutPrivateConflicts(
  conflicts: readonly Conflict[],
  isHidden: (id: string) => boolean,
): readonly Conflict[] {
  return conflicts.filter(({ what }) => !what.id.split(/[^\w-]+/).some(isHidden))
}

function ofOthers(hidden: ReadonlySet<string>, { mark, id }: AnchorRecord): boolean {
  return mark !== 'comment' || !hidden.has(id)
}

/** The state as this reader is told it; the same object where nothing is kept back. */
export function visibleState(state: ReviewState, clearance: Clearance): ReviewState {
  const isPrivate = (said: { readonly audience: ThreadAudience }) => !mayRead(clearance, said)
  const hidden = new Set<string>(state.threads.filter(isPrivate).map((thread) => thread.id))
  if (hidden.size === 0 && !state.consultations.some(isPrivate)) return state
  return {
    ...state,
    threads: state.threads.filter((thread) => !hidden.has(thread.id)),
    anchors: state.anchors.filter((anchor) => ofOthers(hidden, anchor)),
    consultations: state.consultations.map((one) => (isPrivate(one) ? withoutAdvice(one) : one)),
    conflicts: withoutPrivateConflicts(state.conflicts, (id) => hidden.has(id)),
  }
}

/**
 * The text without the places of comments that this reader may not see, for files. A window is given the whole text:
 * the marks tell an id and nothing else, and an editor without them would take them away wherever it rewrites words.
 */
export function visibleText(doc: Node, threads: readonly Thread[], clearance: Clearance): Node {
  return threads
    .filter((thread) => !mayRead(clearance, thread))
    .reduce((text, { id }) => removeAnchor(text, 'comment', id).doc, doc)
}
