import type { ArticleId, VersionId } from '../../../shared/model/ids.ts'
import type { SavedVersion } from '../../../shared/model/version.ts'
import type { Act } from '../act.ts'
import type { ReviewContext } from '../context.ts'
import { listEarlier } from '../versions.ts'
import { keepContent } from './keep-received.ts'
import { standingHere, versionOf } from './standing-here.ts'
import type { Here } from './standing-here.ts'

/** The saved version that a Word file is made from: when the file comes back, what both sides did is told from it. */
export type SentVersion = {
  readonly here: Here
  readonly version: SavedVersion
  /** It is kept once the file is made. */
  readonly isNew: boolean
}

/** Null for an article that is not here. Where the last version says all that stands here, none is added. */
export function versionToSend(
  context: ReviewContext,
  articleId: ArticleId,
  name: string,
): SentVersion | null {
  const { store, newId, actor, now } = context
  listEarlier(context, articleId)
  const here = standingHere(context, articleId)
  if (!here) return null
  const head = here.isFrozen && here.head !== null ? store.versions.get(articleId, here.head) : null
  if (head) return { here, version: head, isNew: false }
  const made = { id: newId() as VersionId, personId: actor().personId, at: now() }
  return { here, version: versionOf(context, here, { ...made, kind: 'hand-over', name }), isNew: true }
}

/** In the act that tells of the file. The work goes on from it, unless another version was kept meanwhile. */
export function keepSent({ store }: ReviewContext, act: Act, { here, version, isNew }: SentVersion): void {
  const { id } = act.article()
  if (!isNew) return
  keepContent({ store }, version, here.content)
  if (store.versions.head(id) === here.head) store.versions.setHead(id, version.id)
}
