import { schema } from '../../../shared/document/schema.ts'
import type { PreservedKind } from '../../../shared/document/word-attributes.ts'
import { count } from '../../../shared/rules/words.ts'
import type { XmlElement } from '../../opc/xml.ts'
import type { Around, Reading } from './context.ts'
import { place } from './inline.ts'
import type { Inline } from './inline.ts'
import { sliceWithout } from './kept-slice.ts'
import { lookWithin } from './kept-text.ts'
import type { Within } from './kept-text.ts'
import type { Payload } from './payloads.ts'

/** Something of the file that stands in the text as a whole, in its own words. */
export type Kept = {
  readonly kind: PreservedKind
  readonly text: string
  readonly xml: string
  readonly place: Payload['place']
  readonly within: Within
}

/** `read`: what of it is not kept, because the text of the review says it. */
export function keptElement(
  element: XmlElement,
  as: Pick<Kept, 'kind' | 'text' | 'place'>,
  reading: Reading,
  read: readonly XmlElement[] = [],
): Kept {
  const { comments, changes } = lookWithin(element)
  const within = { comments, changes: changes - read.length }
  return { ...as, xml: sliceWithout(reading.text, element, read), within }
}

function inChips(changes: number): string {
  const stand = count(changes, 'tracked change stands', 'tracked changes stand')
  return `${stand} within locked chips, and not in the list of changes. Accept or reject ${changes === 1 ? 'it' : 'them'} in Word.`
}

/** Puts it into the line; comments within are on all of it. `properties`: the w:rPr of the run that holds it. */
export function placeKept(
  kept: Kept,
  properties: XmlElement | undefined,
  around: Around,
  inline: Inline,
  reading: Reading,
): void {
  const { kind, text, xml, within } = kept
  const { comments, changes } = within
  reading.warnings.add('kept-change', inChips, changes)
  const key = reading.payloads.keep({ xml, place: kept.place, part: reading.part, comments })
  for (const id of comments) reading.anchors.start(id)
  place(
    (marks) => [schema.nodes.preserved.create({ key, kind, text }, null, [...marks])],
    properties,
    around,
    inline,
    reading,
  )
  for (const id of comments) reading.anchors.end(id)
}
