import type { StoredAnchor } from '../model/anchor.ts'
import type { Dismissal } from '../model/check.ts'
import type { Conflict } from '../model/conflict.ts'
import type { Waiver } from '../model/waiver.ts'
import { DERIVED, KEPT, mergeRow, valueOf } from './merge-row.ts'
import type { RowMerging, RowRules } from './merge-row.ts'
import { compareJson, firstOf, rowsByKey, sameJson, settleJson } from './three-way.ts'
import type { ThreeWay } from './three-way.ts'

/** The smaller tables, and what they have in common. */

type Rows<Row> = ThreeWay<readonly Row[]>
type Sides<Row> = { readonly base: Row | null; readonly one: Row; readonly other: Row }

/** Rows that are changed, but never taken away: what one side does not have is new, or was kept from it. */
export function mergeRows<Row>(
  three: Rows<Row>,
  keyOf: (row: Row) => string,
  mergeOne: (rows: Sides<Row>) => Row,
): readonly Row[] {
  return rowsByKey(three, keyOf).flatMap(({ rows: { base, one, other } }) => {
    if (one && other) return [mergeOne({ base, one, other })]
    return one ?? other ?? base ?? []
  })
}

/** An end wins; of two, the first. */
export function mergeWaivers(three: Rows<Waiver>): readonly Waiver[] {
  const ended = ({ endedAt }: Waiver) => endedAt ?? Number.MAX_SAFE_INTEGER
  return mergeRows(
    three,
    (waiver) => waiver.id,
    ({ base, one, other }) => {
      const [first = one] = [one, other].toSorted((a, b) => ended(a) - ended(b) || compareJson(a, b))
      return { ...(base ?? first), endedBy: first.endedBy, endedAt: first.endedAt }
    },
  )
}

/** What was put back on one side, and left as it was at the other, is gone. */
export function mergeDismissals(three: Rows<Dismissal>): readonly Dismissal[] {
  return rowsByKey(three, (dismissal) => dismissal.key).flatMap(({ rows: { base, one, other } }) => {
    if (one && other) return [one, other].toSorted((a, b) => a.at - b.at || compareJson(a, b)).slice(0, 1)
    const left = one ?? other
    return left === null || (base !== null && sameJson(base, left)) ? [] : [left]
  })
}

export const ANCHOR_RULES: RowRules<StoredAnchor> = {
  fields: {
    mark: KEPT,
    id: KEPT,
    quotes: DERIVED,
    attachment: valueOf('place'),
    confirmedBy: valueOf('place'),
    confirmedAt: valueOf('place'),
  },
  units: { place: { words: 'place in the text', says: ({ attachment }) => attachment } },
}

export function anchorKeyOf({ mark, id }: Pick<StoredAnchor, 'mark' | 'id'>): string {
  return `${mark}/${id}`
}

export function mergeAnchorRows(three: Rows<StoredAnchor>, merging: RowMerging): readonly StoredAnchor[] {
  return mergeRows(three, anchorKeyOf, (rows) => {
    const words = rows.one.mark === 'claim' ? 'A claim' : 'A comment'
    return mergeRow(ANCHOR_RULES, rows, { table: 'anchor', id: anchorKeyOf(rows.one), words }, merging)
  })
}

type Settlement = Pick<Conflict, 'settledBy' | 'settledAt' | 'choice'>

function settlementOf({ settledBy, settledAt, choice }: Conflict): Settlement {
  return { settledBy, settledAt, choice }
}

/** Settled on one side, it is settled; on both, who did so first is named, and the field itself tells whether they agree. */
export function mergeConflictRows(three: Rows<Conflict>): readonly Conflict[] {
  const at = ({ settledAt }: Settlement) => settledAt ?? Number.MAX_SAFE_INTEGER
  return mergeRows(
    three,
    (conflict) => conflict.id,
    ({ base, one, other }) => {
      const sides = { base: base && settlementOf(base), one: settlementOf(one), other: settlementOf(other) }
      const settled = settleJson<Settlement | null>(sides)?.value
      const [first = sides.one] = [sides.one, sides.other].toSorted(
        (a, b) => at(a) - at(b) || compareJson(a, b),
      )
      return { ...firstOf({ ...one, ...UNSETTLED }, { ...other, ...UNSETTLED }), ...(settled ?? first) }
    },
  )
}

const UNSETTLED = { settledBy: null, settledAt: null, choice: null } as const
