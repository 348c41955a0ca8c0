/** A base whose elements stand in a later list in the same order; those that are optional may be missing there. */
export type OptionalMatch = {
  readonly baseLength: number
  readonly length: number
  readonly same: (base: number, other: number) => boolean
  readonly isOptional: (base: number) => boolean
  /** Whether an optional element is rather missing than there, where both can be. */
  readonly prefersGone: (base: number) => boolean
  /** Told of each choice; the last one holds. */
  readonly chose: (base: number, isGone: boolean) => void
}

/** Choices tried before the search is given up. */
const MOST_CHOICES = 2_000_000

/**
 * The place of each base element in the other list, -1 for none; null when there is no way to place all of them.
 * Depth first with a memory of what has failed, so that each pair of places is tried once at most.
 */
export function matchWithOptional(task: OptionalMatch): Int32Array | null {
  const { baseLength, length, same, isOptional } = task
  const needed = new Int32Array(baseLength + 1)
  for (let at = baseLength - 1; at >= 0; at--) needed[at] = (needed[at + 1] ?? 0) + (isOptional(at) ? 0 : 1)
  const result = new Int32Array(baseLength)
  const open: { readonly at: number; readonly other: number; readonly isGone: boolean }[] = []
  const tried = new Set<number>()
  let at = 0
  let other = 0

  const take = (isGone: boolean) => {
    if (isOptional(at)) task.chose(at, isGone)
    result[at++] = isGone ? -1 : other++
  }
  /** One element further; false where nothing fits. */
  const goOn = (): boolean => {
    if (length - other > baseLength - at || length - other < (needed[at] ?? 0)) return false
    const fits = other < length && same(at, other)
    if (!isOptional(at)) {
      if (fits) take(false)
      return fits
    }
    const key = at * (length + 1) + other
    if (tried.has(key)) return false
    tried.add(key)
    const isGone = !fits || task.prefersGone(at)
    if (fits) open.push({ at, other, isGone: !isGone })
    take(isGone)
    return true
  }

  while (at < baseLength || other < length) {
    if (at < baseLength && goOn()) continue
    const last = open.pop()
    if (!last || tried.size > MOST_CHOICES) return null
    at = last.at
    other = last.other
    take(last.isGone)
  }
  return result
}
