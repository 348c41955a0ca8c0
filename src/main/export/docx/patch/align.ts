import { Fragment } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import { commonPairs } from '../../../../shared/document/compare/common-pairs.ts'
import { alignLines } from '../../../../shared/document/compare/compare-alignment.ts'
import { readLines } from '../../../../shared/document/compare/compare-lines.ts'
import { schema } from '../../../../shared/document/schema.ts'

/** A node of the review with the node of its file that it was made of. */
export type Match = { readonly source: Node; readonly isSame: boolean }
export type Said = { readonly node: Node; readonly words: string }

/**
 * Which of these nodes are, or were made of, which of those of the file, in one order: equal ones first, and between
 * them those with words in common. Nodes without words are made of one only where exactly as many stand on both sides.
 */
export function alignNodes(sources: readonly Said[], nodes: readonly Said[]): ReadonlyMap<Node, Match> {
  const matches = new Map<Node, Match>()
  const end = [sources.length, nodes.length] as const
  let at = 0
  let place = 0
  const pairs = commonPairs(sources, nodes, (one, other) => one.words === other.words)
  for (const [nextAt, nextPlace] of [...pairs, end]) {
    alignGap(sources.slice(at, nextAt), nodes.slice(place, nextPlace), matches)
    const [source, node] = [sources[nextAt], nodes[nextPlace]]
    if (source && node) matches.set(node.node, { source: source.node, isSame: true })
    at = nextAt + 1
    place = nextPlace + 1
  }
  return matches
}

function alignGap(sources: readonly Said[], nodes: readonly Said[], matches: Map<Node, Match>): void {
  if (sources.length === 0 || nodes.length === 0) return
  const isParallel =
    sources.length === nodes.length &&
    sources.every(({ node }, index) => node.type === nodes[index]?.node.type)
  const pairs = isParallel
    ? sources.map((_, index) => [index, index] as const)
    : alignLines(linesOf(sources), linesOf(nodes))
  for (const [at, place] of pairs) {
    const [source, node] = [sources[at], nodes[place]]
    if (source && node && source.node.type === node.node.type) {
      matches.set(node.node, { source: source.node, isSame: false })
    }
  }
}

/** Lines are read from a parent; these may have several. */
function linesOf(said: readonly Said[]) {
  return said.flatMap(({ node }) => readLines(schema.nodes.doc.create(null, Fragment.from(node)), 0))
}
