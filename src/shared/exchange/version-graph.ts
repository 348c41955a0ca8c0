import { compareWords } from '../document/merge/merge-refs.ts'

/** The saved versions of one article by their ids, each with the versions it was made from; parents may be unknown. */
export type VersionGraph = ReadonlyMap<string, readonly string[]>

/** The version itself and all that it came from. */
export function ancestorsOf(graph: VersionGraph, id: string): ReadonlySet<string> {
  const found = new Set<string>()
  const open = [id]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue
    found.add(next)
    open.push(...(graph.get(next) ?? []))
  }
  return found
}

/**
 * The last versions that two heads have in common: those of which no other common one was made. One as a rule; several
 * where both desks have merged what they sent each other at the same time; none for texts of different origin. Sorted.
 */
export function commonAncestors(graph: VersionGraph, one: string, other: string): readonly string[] {
  const ofOther = ancestorsOf(graph, other)
  const common = [...ancestorsOf(graph, one)].filter((id) => ofOther.has(id) && graph.has(id))
  const older = new Set<string>()
  for (const id of common) {
    if (older.has(id)) continue
    for (const before of ancestorsOf(graph, id)) if (before !== id) older.add(before)
  }
  return common.filter((id) => !older.has(id)).toSorted(compareWords)
}

/** `ahead`: `one` was made from `other`, and perhaps more; `behind`: the other way round. */
export type Relation = 'same' | 'ahead' | 'behind' | 'apart'

export function relationOf(graph: VersionGraph, one: string, other: string): Relation {
  if (one === other) return 'same'
  if (ancestorsOf(graph, one).has(other)) return 'ahead'
  return ancestorsOf(graph, other).has(one) ? 'behind' : 'apart'
}
