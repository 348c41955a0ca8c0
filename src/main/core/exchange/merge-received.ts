import { asKnown } from '../../../shared/exchange/as-known.ts'
import type { MergeContext } from '../../../shared/exchange/conflict-rows.ts'
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
import { contentOfVersion, saidIn } from './read-content.ts'
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

type Merging = {
  readonly store: Store
  readonly here: Here
  readonly own: SavedVersion
  readonly received: Received
  readonly history: History
  readonly context: MergeContext
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

/** Over one version that both have: as the package tells it, where it does. */
function mergeOver(base: string, { store, here, own, received, context }: Merging): ReviewContent | null {
  const known = base === own.id ? here.content : contentOfVersion(store, here.article.id, base)
  const told = received.contentOf(base) ?? known
  if (!told) return null
  const isToldAll = !known || known === told || saidIn(known) === saidIn(told)
  // Nothing was done here since, and nothing was kept from them: what came is the review.
  if (isToldAll && base === own.id) return received.content
  const pair = { told, came: received.content }
  const read = isToldAll ? pair : asKnown(pair, here.content)
  return mergeReview(read.told, here.content, read.came, context).content
}

/** Where several are the last that both have, these are merged first. */
function mergeApart(bases: readonly string[], merging: Merging): ReviewContent | null {
  const { own, received, history } = merging
  const [base] = bases
  if (base === undefined) return null
  if (bases.length === 1) return mergeOver(base, merging)
  const merged = mergeVersions(own.id, received.head, history)
  return merged.kind === 'merged' ? merged.merged.content : null
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
  const heads = [own.id, received.head]
  const id = mergeIdOf(own.id, received.head, sha256)
  const [one, other] = [history.originOf(own.id), history.originOf(received.head)]
  const context = { mergeId: id, one, other, sha256 }
  const merging = { store, here, own, received, history, context }
  const isBehind = place === 'behind'
  const bases = isBehind ? [own.id] : commonAncestors(history.graph, own.id, received.head)
  const merged = mergeApart(bases, merging)
  return {
    place,
    content: merged ?? mergeReview(null, here.content, received.content, context).content,
    head: isBehind ? received.head : id,
    parents: isBehind ? [] : heads.toSorted(),
    hasBase: merged !== null,
  }
}
