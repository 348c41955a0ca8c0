import type { ParagraphAttrs, ParagraphChange, ParagraphProperties } from '../attributes.ts'
import type { Clash } from './merge-conflicts.ts'
import { mergeNoted, pickValue } from './merge-noted.ts'
import type { Noted } from './merge-noted.ts'
import type { ThreeWay } from './merge-refs.ts'
import { propertiesOf, restoreProperties, sameProperties, storeProperties } from '../tracking-state.ts'

/** Properties of a paragraph with the note of what they were. */
type Properties = ParagraphProperties & { readonly paragraphChange: ParagraphChange | null }

function notedOf(attrs: ParagraphAttrs): Noted<ParagraphProperties> {
  const { paragraphChange: change } = attrs
  return {
    value: propertiesOf(attrs),
    change: change && { ...change, before: restoreProperties(change.before) },
  }
}

/** Each property as a value by itself. */
function mergeValues(three: ThreeWay<ParagraphProperties>, isOneFirst: boolean | null): ParagraphProperties {
  const pick = <T>(of: (properties: ParagraphProperties) => T): T =>
    pickValue({ base: of(three.base), one: of(three.one), other: of(three.other) }, isOneFirst)
  return {
    style: pick(({ style }) => style),
    list: pick(({ list }) => list),
    align: pick(({ align }) => align),
    look: pick(({ look }) => look),
  }
}

export type MergedProperties = {
  readonly properties: Properties
  /** Where both passes made a change, or decided one differently. */
  readonly conflict: Clash | null
}

/** Style, list, alignment and look, and what they were, each as a value changed by one pass or by both. */
export function mergeProperties({ base, one, other }: ThreeWay<ParagraphAttrs>): MergedProperties {
  const three = { base: notedOf(base), one: notedOf(one), other: notedOf(other) }
  const { merged, conflict } = mergeNoted(three, {
    isSame: sameProperties,
    combine: mergeValues,
    clash: 'bothSet',
  })
  const { value, change } = merged
  const paragraphChange = change && { ...change, before: storeProperties(change.before) }
  return { properties: { ...value, paragraphChange }, conflict }
}
