import { mergeVersions } from '../../../shared/exchange/merge-base.ts'
import type { History } from '../../../shared/exchange/merge-base.ts'
import { mergeReview } from '../../../shared/exchange/merge-review.ts'
import { mergeIdOf } from '../../../shared/exchange/merge-ids.ts'
import type { ReviewContent } from '../../../shared/exchange/review-content.ts'
import { commonAncestors, relationOf } from '../../../shared/exchange/version-graph.ts'
import type { Relation as Place } from '../../../shared/exchange/version-graph.ts'
import type { VersionId } from '../../../shared/model/ids.ts'
import type { SavedVersion } from '../../../shared/model/version.ts'
import type { Store } from '../../store/open-store.ts'
import { sha256 } from '../hash.ts'
import type { Received } from './received.ts'
import { contentOfVersion } from './read-content.ts'
import { graphOf, originOf } from './standing-here.ts'
import type { Here } from './standing-here.ts'

export type Brought = {
  /** Where this desk stands, seen from the package. */
  readonly place: Place
  readonly content: ReviewContent
  /** The version that the work goes on from afterwards. */
  readonly head: VersionId
  /** The two that a merge was made from; empty where nothing was merged. */
  readonly parents: readonly VersionId[]
  /** False where no version in common is known well enough, and nothing can be told to be taken away. */
  readonly hasBase: boolean
}

/** What a version says is told by the package first: what it leaves out for its readers is not taken for taken away. */
function historyOf(store: Store, { article, content }: Here, own: SavedVersion, received: Received): History {
  const stored = store.versions.list(article.id)
  const all = new Map(
    [...received.versions, ...stored, own].map((version) => [version.id as string, version]),
  )
  return {
    graph: graphOf([...all.values()]),
    contentOf: (id) =>
      id === own.id ? content : (received.contentOf(id) ?? contentOfVersion(store, article.id, id)),
    originOf: (id) => originOf(all.get(id)),
    sha256,
  }
}

/**
 * One review out of what stands here and what came. `own`: the version that what stands here is, or would be kept as.
 * Nothing is stored.
 */
export function mergeReceived(store: Store, here: Here, own: SavedVersion, received: Received): Brought {
  const history = historyOf(store, here, own, received)
  const place = relationOf(history.graph, own.id, received.head)
  if (place === 'same' || place === 'ahead') {
    return { place, content: here.content, head: own.id, parents: [], hasBase: true }
  }
  const heads = [own.id, received.head] as const
  const id = mergeIdOf(...heads, sha256)
  const context = {
    mergeId: id,
    one: history.originOf(own.id),
    other: history.originOf(received.head),
    sha256,
  }
  if (place === 'behind') {
    const base = received.contentOf(own.id) ?? here.content
    const { content } = mergeReview(base, here.content, received.content, context)
    return { place, content, head: received.head, parents: [], hasBase: true }
  }
  const merged = mergeVersions(own.id, received.head, history)
  if (merged.kind === 'merged') {
    const hasBase = commonAncestors(history.graph, ...heads).length > 0
    return { place, content: merged.merged.content, head: id, parents: [...heads].toSorted(), hasBase }
  }
  const { content } = mergeReview(null, here.content, received.content, context)
  return { place, content, head: id, parents: [...heads].toSorted(), hasBase: false }
}
