import { isRecord } from '../assertions.ts'
import { mergeNoted, pickValue } from './merge-noted.ts'
import type { Noted } from './merge-noted.ts'
import type { Clash } from './merge-conflicts.ts'
import type { ThreeWay } from './merge-refs.ts'
import type { Key, LayoutAttrs } from '../word-attributes.ts'

export type MergedLayout = { readonly layout: Partial<LayoutAttrs>; readonly conflict: Clash | null }

function notedOf({ look, layoutChange }: LayoutAttrs): Noted<Key | null> {
  return { value: look, change: layoutChange }
}

function hasLayout(attrs: unknown): attrs is LayoutAttrs {
  return isRecord(attrs) && 'layoutChange' in attrs
}

/** The layout of a table, a row or a cell, and what it was; nothing of a node that has none. */
export function mergeLayout({ base, one, other }: ThreeWay<unknown>): MergedLayout {
  if (!hasLayout(base) || !hasLayout(one) || !hasLayout(other)) return { layout: {}, conflict: null }
  const three = { base: notedOf(base), one: notedOf(one), other: notedOf(other) }
  const { merged, conflict } = mergeNoted(three, {
    isSame: (left, right) => left === right,
    combine: pickValue,
    clash: 'bothSet',
  })
  return { layout: { look: merged.value, layoutChange: merged.change }, conflict }
}
