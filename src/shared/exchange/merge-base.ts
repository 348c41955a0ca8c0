import type { VersionId } from '../model/ids.ts'
import type { MergeContext, SideOrigin } from './conflict-rows.ts'
import { mergeIdOf } from './merge-ids.ts'
import type { Sha256 } from './merge-ids.ts'
import { mergeReview } from './merge-review.ts'
import type { MergedReview } from './merge-review.ts'
import type { ReviewContent } from './review-content.ts'
import { commonAncestors } from './version-graph.ts'
import type { VersionGraph } from './version-graph.ts'

/** What the merge of two saved versions is made from. */
export type History = {
  readonly graph: VersionGraph
  /** Null where only the text of the version was kept, or nothing of it. */
  contentOf(id: string): ReviewContent | null
  /** Of a version that one desk made; of a merge, nobody. */
  originOf(id: string): SideOrigin
  readonly sha256: Sha256
}

export type MergedVersions =
  | { readonly kind: 'merged'; readonly id: VersionId; readonly merged: MergedReview }
  /** The version whose content would be needed. */
  | { readonly kind: 'missing'; readonly versionId: string }

class MissingContent extends Error {
  readonly versionId: string
  constructor(versionId: string) {
    super(`The content of version ${versionId} is not known`)
    this.versionId = versionId
  }
}

type Node = { readonly id: string; readonly content: ReviewContent }

const NOBODY: SideOrigin = { origin: null, at: null }

function contextOf(one: string, other: string, history: History): MergeContext {
  const { sha256 } = history
  const mergeId = mergeIdOf(one, other, sha256)
  return { mergeId, one: history.originOf(one), other: history.originOf(other), sha256 }
}

function read(history: History, id: string): Node {
  const content = history.contentOf(id)
  if (!content) throw new MissingContent(id)
  return { id, content }
}

/** The history with one more version in it, which nobody saved. */
function withVirtual(history: History, node: Node, parents: readonly string[]): History {
  const graph = new Map(history.graph).set(node.id, parents)
  return {
    ...history,
    graph,
    contentOf: (id) => (id === node.id ? node.content : history.contentOf(id)),
    originOf: (id) => (id === node.id ? NOBODY : history.originOf(id)),
  }
}

/**
 * What two versions had in common last. Where that is several, because both desks have merged what they had sent each
 * other at the same time, these are merged first, over what they in turn had in common, as git's recursive strategy
 * does; conflicts between them were found by those who merged then, and stand in the two sides.
 */
function baseOf(one: string, other: string, history: History): Node | null {
  const [first, ...others] = commonAncestors(history.graph, one, other)
  if (first === undefined) return null
  let base = read(history, first)
  let known = history
  for (const id of others) {
    const next = read(known, id)
    const { content } = mergeNodes(base, next, known)
    const virtual = {
      id: `base of ${base.id} and ${id}`,
      content: { ...content, conflicts: commonConflicts(base, next) },
    }
    known = withVirtual(known, virtual, [base.id, id])
    base = virtual
  }
  return base
}

function commonConflicts(one: Node, other: Node): ReviewContent['conflicts'] {
  const ids = new Set(other.content.conflicts.map(({ id }) => id))
  return one.content.conflicts.filter(({ id }) => ids.has(id))
}

function mergeNodes(one: Node, other: Node, history: History): MergedReview {
  const base = baseOf(one.id, other.id, history)
  return mergeReview(base?.content ?? null, one.content, other.content, contextOf(one.id, other.id, history))
}

/** Merges two saved versions, neither of which was made from the other. */
export function mergeVersions(one: string, other: string, history: History): MergedVersions {
  try {
    const merged = mergeNodes(read(history, one), read(history, other), history)
    return { kind: 'merged', id: mergeIdOf(one, other, history.sha256), merged }
  } catch (error) {
    if (error instanceof MissingContent) return { kind: 'missing', versionId: error.versionId }
    throw error
  }
}
