import type { PdfDictionary, PdfValue } from '../../../src/main/pdf/objects.ts'
import { isDictionary, isReference } from '../../../src/main/pdf/objects.ts'
import { entry, follow, list, nameOf } from './read.ts'
import type { Finished } from './read.ts'

/** A finished file as the rules look at it: pages with their annotations, the structure, and the way back into it. */
export type Book = {
  readonly file: Finished
  readonly catalog: PdfDictionary | null
  readonly pages: readonly Page[]
  /** In the order in which they are read. */
  readonly elements: readonly Element[]
  /** The first place of each object that is an element. */
  readonly byNumber: ReadonlyMap<number, Element>
  /** Keys as they stand, in their order, whatever that is. */
  readonly parents: readonly (readonly [key: number, to: PdfValue])[]
  readonly parentOf: ReadonlyMap<number, PdfValue>
}

export type Page = {
  readonly number: number
  /** From 1. */
  readonly at: number
  readonly entries: PdfDictionary
  readonly annotations: readonly Annotation[]
}

export type Annotation = {
  /** 0 where it stands within the list itself. */
  readonly number: number
  readonly entries: PdfDictionary
  readonly kind: string
  /** For words: `Link 522 on page 3`. */
  readonly where: string
}

export type Element = {
  readonly number: number
  readonly entries: PdfDictionary
  /** After the role map. */
  readonly kind: string
  readonly parent: Element | null
  readonly kids: readonly PdfValue[]
  readonly where: string
}

export function openBook(file: Finished): Book {
  const root = follow(file, file.trailer.entries.get('Root'))
  const catalog = isDictionary(root) ? root : null
  const tree = entry(file, catalog, 'StructTreeRoot')
  const elements = elementsOf(file, tree)
  const byNumber = new Map<number, Element>()
  for (const element of elements) if (!byNumber.has(element.number)) byNumber.set(element.number, element)
  const parents = numbersOf(file, entry(file, tree, 'ParentTree'), 0)
  return {
    file,
    catalog,
    pages: pagesOf(file, entry(file, catalog, 'Pages')),
    elements,
    byNumber,
    parents,
    parentOf: new Map(parents),
  }
}

export function annotationsOf({ pages }: Book): readonly (Annotation & { readonly page: Page })[] {
  return pages.flatMap((page) => page.annotations.map((one) => ({ ...one, page })))
}

/** Deeper than anything that a typesetter writes; what nests further runs in a circle. */
const DEPTH = 200

function pagesOf(file: Finished, top: PdfValue): readonly Page[] {
  const pages: Page[] = []
  const walk = (value: PdfValue, depth: number): void => {
    const node = follow(file, value)
    if (!isDictionary(node) || depth > DEPTH) return
    if (node.entries.has('Kids')) {
      for (const kid of list(file, node.entries.get('Kids'))) walk(kid, depth + 1)
      return
    }
    const at = pages.length + 1
    const annotations = list(file, node.entries.get('Annots')).flatMap((one) => annotationOf(file, one, at))
    pages.push({ number: numberOf(value), at, entries: node, annotations })
  }
  walk(top, 0)
  return pages
}

function annotationOf(file: Finished, value: PdfValue, page: number): readonly Annotation[] {
  const entries = follow(file, value)
  if (!isDictionary(entries)) return []
  const kind = nameOf(follow(file, entries.entries.get('Subtype')))
  const number = numberOf(value)
  return [{ number, entries, kind, where: `${kind || 'annotation'} ${number} on page ${page}` }]
}

function numberOf(value: PdfValue): number {
  return isReference(value) ? value.number : 0
}

function elementsOf(file: Finished, tree: PdfValue): readonly Element[] {
  const elements: Element[] = []
  const roles = entry(file, tree, 'RoleMap')
  const role = (kind: string): string => nameOf(entry(file, roles, kind)) || kind
  const walk = (value: PdfValue, parent: Element | null, depth: number): void => {
    const entries = follow(file, value)
    if (!isDictionary(entries) || !entries.entries.has('S') || depth > DEPTH) return
    const kind = role(nameOf(follow(file, entries.entries.get('S'))))
    const number = numberOf(value)
    const kids = list(file, entries.entries.get('K'))
    const element = { number, entries, kind, parent, kids, where: `${kind} ${number}` }
    elements.push(element)
    for (const kid of kids) walk(kid, element, depth + 1)
  }
  for (const kid of list(file, entry(file, tree, 'K'))) walk(kid, null, 0)
  return elements
}

/** A number tree (ISO 32000-1, 7.9.7). */
function numbersOf(file: Finished, node: PdfValue, depth: number): readonly (readonly [number, PdfValue])[] {
  if (!isDictionary(node) || depth > DEPTH) return []
  const flat = list(file, node.entries.get('Nums'))
  const own = flat.flatMap((key, index) =>
    index % 2 === 0 ? [[Number(key), flat[index + 1] ?? null] as const] : [],
  )
  const below = list(file, node.entries.get('Kids')).flatMap((kid) =>
    numbersOf(file, follow(file, kid), depth + 1),
  )
  return [...own, ...below]
}
