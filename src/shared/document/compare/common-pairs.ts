import { diffArrays } from 'diff'

/** An element of the one list and the equal one of the other, by their indexes. */
export type Pair = readonly [number, number]

type Same<T> = (one: T, other: T) => boolean

/** More differences than this in one stretch are not looked into: its two sides have next to nothing in common. */
const MOST_DIFFERENCES = 4000

function pairsBetween<T>(one: readonly T[], other: readonly T[], same: Same<T>): Pair[] {
  if (one.length === 0 || other.length === 0) return []
  const changes = diffArrays([...one], [...other], { comparator: same, maxEditLength: MOST_DIFFERENCES })
  const pairs: Pair[] = []
  let at = 0
  let otherAt = 0
  for (const { added, removed, count } of changes ?? []) {
    if (removed) at += count
    else if (added) otherAt += count
    else for (let step = 0; step < count; step++) pairs.push([at++, otherAt++])
  }
  return pairs
}

/** As many equal elements as the two lists have in the same order (Myers); those at both ends first. */
export function commonPairs<T>(one: readonly T[], other: readonly T[], same: Same<T>): Pair[] {
  const most = Math.min(one.length, other.length)
  const pairs: Pair[] = []
  const isSame = (index: number, otherIndex: number) => {
    const left = one[index]
    const right = other[otherIndex]
    return left !== undefined && right !== undefined && same(left, right)
  }
  let head = 0
  while (head < most && isSame(head, head)) pairs.push([head, head++])
  let tail = 0
  while (tail < most - head && isSame(one.length - 1 - tail, other.length - 1 - tail)) tail += 1
  const middle = pairsBetween(
    one.slice(head, one.length - tail),
    other.slice(head, other.length - tail),
    same,
  )
  for (const [left, right] of middle) pairs.push([left + head, right + head])
  for (let left = tail; left > 0; left--) pairs.push([one.length - left, other.length - left])
  return pairs
}
