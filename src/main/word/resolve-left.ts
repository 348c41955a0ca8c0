import { child, elements } from '../opc/xml.ts'
import type { XmlElement } from '../opc/xml.ts'
import type { Resolving } from './resolve-context.ts'
import {
  fateOf,
  isCommentMark,
  isStory,
  isTrackedRange,
  isWithoutWidth,
  takesWrapper,
} from './resolve-names.ts'
import { goesBy } from './resolve-properties.ts'

/** What is left of an element once all changes are decided. */

/** Wrappers of runs that go with the last of them. */
const HOLLOW: ReadonlySet<string> = new Set([
  'w:hyperlink',
  'w:fldSimple',
  'w:smartTag',
  'w:customXml',
  'm:oMath',
  'm:oMathPara',
])

export function isUnwrapped(
  before: XmlElement | undefined,
  element: XmlElement,
  { side }: Resolving,
): boolean {
  const isWrapper = element.name === 'w:sdt' || element.name === 'w:customXml'
  return isWrapper && before !== undefined && takesWrapper(before.name, side)
}

/** Whether paragraphs or tables are among the children, be they wrapped in changes. */
export function holdsBlocks(element: XmlElement): boolean {
  if (isStory(element.name)) return true
  return elements(element).some(
    (one) =>
      one.name === 'w:p' || one.name === 'w:tbl' || (fateOf(one.name, 'accept') !== null && holdsBlocks(one)),
  )
}

/** Whether something that has a width is left of an element. */
export function isSolid(element: XmlElement, resolving: Resolving): boolean {
  const fate = fateOf(element.name, resolving.side)
  if (fate === 'goes' || isWithoutWidth(element.name) || isTrackedRange(element.name)) return false
  if (element.name === 'w:pPr') return false
  if (element.name === 'w:r') return !isTrackedRun(element, resolving) && isRunSolid(element, resolving)
  if (fate !== 'stays' && !HOLLOW.has(element.name)) return true
  return elements(element).some((inner) => isSolid(inner, resolving))
}

function isRunSolid(run: XmlElement, { side, comments }: Resolving): boolean {
  return elements(run).some(({ name }) => {
    if (name === 'w:rPr' || name === 'w:lastRenderedPageBreak') return false
    if (comments === 'drop' && isCommentMark(name)) return false
    return side === 'reject' || (name !== 'w:delText' && name !== 'w:delInstrText')
  })
}

/** A run that its own properties call inserted or deleted, or of which nothing is left. */
export function isTrackedRun(element: XmlElement, resolving: Resolving): boolean {
  if (element.name !== 'w:r' && element.name !== 'm:r') return false
  if (goesBy(child(element, 'w:rPr'), resolving)) return true
  const held = elements(element).filter((inner) => inner.name !== 'w:rPr')
  return element.name === 'w:r' && held.length > 0 && !isRunSolid(element, resolving)
}

export function isHollow(element: XmlElement, resolving: Resolving): boolean {
  if (!HOLLOW.has(element.name) || holdsBlocks(element)) return false
  return !isSolid(element, resolving)
}
