import type { ReviewPart } from '../../../word/custom-part.ts'
import { REVIEW_NAMESPACE } from '../../../word/custom-part.ts'
import { without } from '../../../word/without.ts'
import { customParts, reviewPart } from '../sign-off/custom-parts.ts'
import type { WordContent } from '../content.ts'
import type { Numbers } from '../numbers.ts'
import { addPartType, dropPartType } from './content-types.ts'
import type { Parts } from './parts.ts'
import { relationsPart } from './relations.ts'
import type { PatchRelations } from './relations.ts'

const CUSTOM = /^customXml\/item(\d+)\.xml$/i

/** Says in the file of which review it is a copy, in the place of what it said of that before. */
export function writeReviewPart(
  content: WordContent,
  messages: ReviewPart['messages'],
  numbers: Numbers,
  parts: Parts,
  fromMain: PatchRelations,
): void {
  if (content.copyOf === undefined) return
  const ours = parts.names().filter((name) => CUSTOM.test(name) && isOurs(parts.text(name) ?? ''))
  for (const name of ours) drop(name, parts, fromMain)
  if (!content.copyOf) return
  forgetSaver(parts)
  const taken = parts.names().map((name) => Number(CUSTOM.exec(name)?.[1] ?? 0))
  const review = reviewPart(content.copyOf, numbers.ofChanges(), messages)
  const custom = customParts(review, Math.max(0, ...taken) + 1)
  for (const part of custom.parts) parts.setBytes(part.name, part.data)
  addPartType(parts, custom.override.name, custom.override.type)
  fromMain.toPart(custom.relation.type, custom.parts[0]?.name ?? '')
}

/** Whoever saved the file before the review did not save this one: edits in what comes back are not theirs. */
function forgetSaver(parts: Parts): void {
  const name = parts.names().find((one) => /^docProps\/core\.xml$/i.test(one))
  if (name !== undefined) parts.setText(name, without(parts.text(name) ?? '', ['lastModifiedBy']))
}

function isOurs(text: string): boolean {
  return text.includes(`"${REVIEW_NAMESPACE}"`)
}

function drop(name: string, parts: Parts, fromMain: PatchRelations): void {
  const number = CUSTOM.exec(name)?.[1] ?? ''
  for (const one of [name, `customXml/itemProps${number}.xml`, relationsPart(name)]) {
    parts.remove(one)
    dropPartType(parts, one)
  }
  fromMain.dropTo(name)
}
