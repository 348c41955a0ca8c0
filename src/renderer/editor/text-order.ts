import type { PlacedIndex } from '../../shared/document/index/document-index.ts'
import { rangesOf } from '../../shared/document/index/index-places.ts'
import type { Target, TextOrder } from './api.ts'

/** Changes, comments and claims in one order, as they begin in the text; of two that begin alike the shorter is last. */
export function textOrder(index: PlacedIndex, targets: readonly Target[], head: number): TextOrder {
  const placed = targets.flatMap((target) => {
    const ranges = rangesOf(index, target.kind, target.id)
    const [first] = ranges
    return first === undefined ? [] : [{ target, ranges, from: first.from, to: first.to }]
  })
  placed.sort((one, other) => one.from - other.from || other.to - one.to)
  const holdsCaret = ({ ranges }: (typeof placed)[number]) =>
    ranges.some(({ from, to }) => from <= head && head <= to)
  return {
    targets: placed.map(({ target }) => target),
    atCaret: placed.filter(holdsCaret).map(({ target }) => target),
    passed: placed.filter(({ from }) => from <= head).length,
  }
}
