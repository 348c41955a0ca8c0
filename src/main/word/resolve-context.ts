import type { XmlElement } from '../opc/xml.ts'
import { elements } from '../opc/xml.ts'
import { isCommentMark, isTracked } from './resolve-names.ts'
import type { Side } from './resolve-names.ts'

export type ResolveOptions = {
  readonly side: Side
  /** Whether the places of comments stay in the text. */
  readonly comments: 'keep' | 'drop'
}

/** What deciding one part needs at hand. */
export type Resolving = ResolveOptions & {
  /** The part as it is written. */
  readonly text: string
  /** Elements within which something is tracked; all others are kept as they are written. */
  readonly touched: ReadonlySet<XmlElement>
  /** An element as it is once all changes are decided; empty where it goes. */
  readonly resolve: (element: XmlElement, resolving: Resolving) => string
}

export function startResolving(
  text: string,
  root: XmlElement,
  options: ResolveOptions,
  resolve: Resolving['resolve'],
): Resolving {
  const touched = new Set<XmlElement>()
  const look = (element: XmlElement): boolean => {
    let isTouched = isTracked(element.name) || (options.comments === 'drop' && isCommentMark(element.name))
    for (const inner of elements(element)) if (look(inner)) isTouched = true
    if (isTouched) touched.add(element)
    return isTouched
  }
  look(root)
  return { ...options, text, touched, resolve }
}
