import { costOfBeginning, costOfGone, costOfNew, scoreOf } from './align-score.ts'
import type { Item } from './returned-items.ts'

/** A token of the base and the one of the copy that it is, by their indexes. */
export type Pair = readonly [number, number]

/** What a reading may end in: a pair, a token that is gone, or a new one. Gone ones come before new ones. */
const PAIR = 0
const GONE = 1
const NEW = 2

/** One value for each token of the copy, and one before the first. */
type Line = { readonly pair: Float64Array; readonly gone: Float64Array; readonly fresh: Float64Array }

function lineOf(length: number): Line {
  const fill = () => new Float64Array(length).fill(Number.NEGATIVE_INFINITY)
  return { pair: fill(), gone: fill(), fresh: fill() }
}

function valueOf(values: Float64Array, index: number): number {
  return values[index] ?? Number.NEGATIVE_INFINITY
}

/** Which of three is the greatest, the first of equals. */
function greatest(pair: number, gone: number, fresh: number): number {
  if (pair >= gone && pair >= fresh) return PAIR
  return gone >= fresh ? GONE : NEW
}

/** What the best readings up to each place end in, and what came before that: two bits for each end. */
type Trace = { readonly steps: Uint8Array; readonly width: number }

function fillLine(
  left: Item | undefined,
  copy: readonly Item[],
  before: Line,
  now: Line,
  steps: Uint8Array,
): void {
  const beginGone = left ? costOfBeginning(left) : 0
  const costGone = left ? costOfGone(left) : 0
  for (let index = 0; index <= copy.length; index++) {
    const right = copy[index - 1]
    let step = 0
    if (left && right) {
      const pair = valueOf(before.pair, index - 1)
      const gone = valueOf(before.gone, index - 1)
      const fresh = valueOf(before.fresh, index - 1)
      now.pair[index] = Math.max(pair, gone, fresh) + scoreOf(left, right)
      step |= greatest(pair, gone, fresh)
    }
    if (left) {
      const [begun, goes] = [valueOf(before.pair, index) - beginGone, valueOf(before.gone, index)]
      now.gone[index] = Math.max(begun, goes) - costGone
      step |= (begun >= goes ? PAIR : GONE) << 2
    }
    if (right) {
      const begin = costOfBeginning(right)
      const pair = valueOf(now.pair, index - 1) - begin
      const gone = valueOf(now.gone, index - 1) - begin
      const fresh = valueOf(now.fresh, index - 1)
      now.fresh[index] = Math.max(pair, gone, fresh) - costOfNew(right)
      step |= greatest(pair, gone, fresh) << 4
    }
    steps[index] = step
  }
}

function follow({ steps, width }: Trace, rows: number, end: number): Pair[] {
  const pairs: Pair[] = []
  let [row, column, state] = [rows, width - 1, end]
  while (row > 0 || column > 0) {
    const step = steps[row * width + column] ?? 0
    if (state === PAIR) {
      pairs.push([row - 1, column - 1])
      state = step & 3
      row -= 1
      column -= 1
    } else if (state === GONE) {
      state = (step >> 2) & 3
      row -= 1
    } else {
      state = (step >> 4) & 3
      column -= 1
    }
  }
  return pairs.toReversed()
}

/**
 * The best reading of how one short stretch became the other (Gotoh's alignment with affine gaps). Takes the product of
 * both lengths in time, and a byte of memory for each.
 */
export function alignStretch(base: readonly Item[], copy: readonly Item[]): readonly Pair[] {
  if (base.length === 0 || copy.length === 0) return []
  const width = copy.length + 1
  const steps = new Uint8Array((base.length + 1) * width)
  let before = lineOf(width)
  let now = lineOf(width)
  now.pair[0] = 0
  for (let row = 0; row <= base.length; row++) {
    if (row > 0) {
      ;[before, now] = [now, before]
      now.pair.fill(Number.NEGATIVE_INFINITY)
      now.gone.fill(Number.NEGATIVE_INFINITY)
      now.fresh.fill(Number.NEGATIVE_INFINITY)
    }
    fillLine(base[row - 1], copy, before, now, steps.subarray(row * width, (row + 1) * width))
  }
  const last = width - 1
  const end = greatest(valueOf(now.pair, last), valueOf(now.gone, last), valueOf(now.fresh, last))
  return follow({ steps, width }, base.length, end)
}
