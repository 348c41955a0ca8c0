import { child, elements, sliceOf } from '../opc/xml.ts'
import type { XmlElement } from '../opc/xml.ts'
import { resolveBlocks } from './resolve-blocks.ts'
import { startResolving } from './resolve-context.ts'
import type { ResolveOptions, Resolving } from './resolve-context.ts'
import { holdsBlocks, isHollow, isTrackedRun, isUnwrapped } from './resolve-left.ts'
import { changeOf, fateOf, isCommentMark, isTracked } from './resolve-names.ts'
import { goesBy, resolveProperties } from './resolve-properties.ts'
import { frameOf, renamed } from './resolve-raw.ts'
import { resolveTable } from './resolve-tables.ts'

/**
 * A part of a Word file (the text, a header, the notes…) with all its tracked changes accepted or rejected, and
 * otherwise as it was written. `text` is what `xmlText` gives, `root` what was parsed of it.
 */
export function resolvePart(text: string, root: XmlElement, options: ResolveOptions): string {
  const resolving = startResolving(text, root, options, resolveElement)
  if (!resolving.touched.has(root)) return text
  return `${text.slice(0, root.start)}${resolveElement(root, resolving)}${text.slice(root.end)}`
}

/** An element as it is once all changes are decided; empty where it goes. */
function resolveElement(element: XmlElement, resolving: Resolving): string {
  const { text, side } = resolving
  if (!resolving.touched.has(element)) return sliceOf(text, element)
  if (element.name === 'w:tbl') return resolveTable(element, resolving)
  if (changeOf(element.name) !== undefined) return resolveProperties(element, resolving)
  if (element.name === 'w:delText') return side === 'reject' ? renamed(text, element, 't') : ''
  if (element.name === 'w:delInstrText') return side === 'reject' ? renamed(text, element, 'instrText') : ''
  const fate = fateOf(element.name, side)
  if (fate === 'stays') return resolveChildren(element, resolving)
  if (fate === 'goes' || isTracked(element.name)) return ''
  if (resolving.comments === 'drop' && isCommentMark(element.name)) return ''
  if (isTrackedRun(element, resolving)) return ''
  if (isHollow(element, resolving)) return resolveChildren(element, resolving)
  if (isStructureGone(element, resolving)) return argumentsOf(element, resolving)
  const { open, close } = frameOf(text, element)
  const inner = holdsBlocks(element) ? resolveBlocks(element, resolving) : resolveChildren(element, resolving)
  return `${open}${inner}${close}`
}

/** The children one after the other, where wrappers stay but for those whose own beginning goes. */
function resolveChildren(parent: XmlElement, resolving: Resolving): string {
  const inner = elements(parent)
  return inner
    .map((element, index) =>
      isUnwrapped(inner[index - 1], element, resolving)
        ? resolveChildren(child(element, 'w:sdtContent') ?? element, resolving)
        : resolveElement(element, resolving),
    )
    .join('')
}

/** A fraction, a root and the like whose own sign is tracked: what it is made of is decided by itself. */
function isStructureGone(element: XmlElement, resolving: Resolving): boolean {
  if (!element.name.startsWith('m:')) return false
  const properties = elements(element).find(
    (inner) => /^m:\w+Pr$/.test(inner.name) && inner.name !== 'm:ctrlPr',
  )
  const control = child(properties, 'm:ctrlPr')
  return goesBy(control, resolving) || goesBy(child(control, 'w:rPr'), resolving)
}

function argumentsOf(element: XmlElement, resolving: Resolving): string {
  return elements(element)
    .filter((inner) => !/^m:\w+Pr$/.test(inner.name))
    .map((inner) => resolveChildren(inner, resolving))
    .join('')
}
