import { child, elements, sliceOf } from '../opc/xml.ts'
import type { XmlElement } from '../opc/xml.ts'
import type { Resolving } from './resolve-context.ts'
import { holdsBlocks, isSolid, isUnwrapped } from './resolve-left.ts'
import { fateOf, isStory, isWithoutWidth } from './resolve-names.ts'
import { goesBy, resolveProperties } from './resolve-properties.ts'
import { frameOf, prefixOf } from './resolve-raw.ts'

/**
 * Paragraphs whose ¶ goes run on into the next paragraph of the same container and take its properties, for it is
 * the ¶ that bears them. A table, or anything else that is no paragraph, stops the join.
 */

type Block =
  | { readonly kind: 'paragraph'; readonly element: XmlElement }
  /** May stand within a paragraph and between two. */
  | { readonly kind: 'loose'; readonly xml: string }
  /** The beginning and the end of a content control around blocks: a join reaches through it. */
  | { readonly kind: 'open'; readonly xml: string }
  | { readonly kind: 'close'; readonly xml: string }
  | { readonly kind: 'other'; readonly xml: string; readonly isTable: boolean }

/** Paragraphs that have been joined so far, and wait for the one whose ¶ stays. */
type Waiting = { readonly last: XmlElement; readonly content: string; readonly isSolid: boolean }

/** The inner XML of a body, a cell, a note, a text box or a content control of blocks. */
export function resolveBlocks(container: XmlElement, resolving: Resolving): string {
  const joining: Joining = { out: [], opened: [], waiting: null, endsInParagraph: false }
  for (const block of blocksOf(elements(container), resolving)) take(block, joining, resolving)
  const needs = isStory(container.name)
  flush(joining, needs && !joining.endsInParagraph, resolving)
  if (needs && !joining.endsInParagraph && container.name !== 'w:body') {
    joining.out.push(`<${prefixOf(resolving.text, container)}p/>`)
  }
  return joining.out.join('')
}

type Joining = {
  readonly out: string[]
  /** How much had been written before each content control that is open. */
  readonly opened: number[]
  waiting: Waiting | null
  endsInParagraph: boolean
}

function take(block: Block, joining: Joining, resolving: Resolving): void {
  const { out, opened } = joining
  switch (block.kind) {
    case 'loose':
      if (joining.waiting) {
        joining.waiting = { ...joining.waiting, content: joining.waiting.content + block.xml }
      } else out.push(block.xml)
      return
    case 'open':
      opened.push(out.length)
      out.push(block.xml)
      return
    case 'close': {
      // Of which all that it held has run on into what follows, it goes.
      const at = opened.pop()
      if (joining.waiting && at === out.length - 1) out.pop()
      else out.push(block.xml)
      return
    }
    case 'other':
      flush(joining, false, resolving)
      out.push(block.xml)
      if (block.isTable) joining.endsInParagraph = false
      return
    case 'paragraph': {
      if (!joining.waiting && !resolving.touched.has(block.element)) {
        out.push(sliceOf(resolving.text, block.element))
        joining.endsInParagraph = true
        return
      }
      const joined = joinedTo(joining.waiting, block.element, resolving)
      joining.waiting = joined
      if (isMarkGone(block.element, resolving)) return
      out.push(written(joined, resolving))
      joining.waiting = null
      joining.endsInParagraph = true
    }
  }
}

/** What waits finds no paragraph to run on into. */
function flush(joining: Joining, isNeeded: boolean, resolving: Resolving): void {
  const { waiting } = joining
  if (!waiting) return
  const isKept = waiting.isSolid || isNeeded
  joining.out.push(isKept ? written(waiting, resolving) : waiting.content)
  joining.endsInParagraph ||= isKept
  joining.waiting = null
}

/** Changes that wrap whole blocks are opened or dropped, so that their paragraphs can be joined with others. */
function blocksOf(children: readonly XmlElement[], resolving: Resolving): readonly Block[] {
  return children.flatMap((element, index): readonly Block[] => {
    const fate = fateOf(element.name, resolving.side)
    if (fate === 'goes') return []
    if (fate === 'stays') return blocksOf(elements(element), resolving)
    if (isUnwrapped(children[index - 1], element, resolving)) {
      return blocksOf(elements(child(element, 'w:sdtContent') ?? element), resolving)
    }
    if (element.name === 'w:p') return [{ kind: 'paragraph', element }]
    const wrapped = wrappedBlocks(element, resolving)
    if (wrapped) return wrapped
    const xml = resolving.resolve(element, resolving)
    if (xml === '') return []
    if (isWithoutWidth(element.name)) return [{ kind: 'loose', xml }]
    return [{ kind: 'other', xml, isTable: element.name === 'w:tbl' }]
  })
}

/** A content control with its blocks; null for anything else. */
function wrappedBlocks(element: XmlElement, resolving: Resolving): readonly Block[] | null {
  const holder = element.name === 'w:sdt' ? child(element, 'w:sdtContent') : element
  if (!holder || !['w:sdt', 'w:customXml'].includes(element.name) || !holdsBlocks(holder)) return null
  const head = elements(element === holder ? undefined : element).filter((one) => one !== holder)
  const properties = elements(holder).filter((one) => one.name === 'w:customXmlPr')
  const [outer, inner] = [element, holder].map((one) => frameOf(resolving.text, one))
  if (!outer || !inner) return null
  const slices = [...head, ...properties].map((one) => resolving.resolve(one, resolving)).join('')
  const isOne = element === holder
  const content = elements(holder).filter((one) => !properties.includes(one))
  return [
    { kind: 'open', xml: `${outer.open}${slices}${isOne ? '' : inner.open}` },
    ...blocksOf(content, resolving),
    { kind: 'close', xml: `${isOne ? '' : inner.close}${outer.close}` },
  ]
}

function isMarkGone(paragraph: XmlElement, resolving: Resolving): boolean {
  return goesBy(child(child(paragraph, 'w:pPr'), 'w:rPr'), resolving)
}

function joinedTo(waiting: Waiting | null, paragraph: XmlElement, resolving: Resolving): Waiting {
  const content = contentOf(paragraph, resolving)
  const solid = elements(paragraph).some((inner) => isSolid(inner, resolving))
  return waiting
    ? { last: paragraph, content: `${waiting.content}${content}`, isSolid: waiting.isSolid || solid }
    : { last: paragraph, content, isSolid: solid }
}

function contentOf(paragraph: XmlElement, resolving: Resolving): string {
  const inner = elements(paragraph)
  return inner
    .map((element, index) => {
      if (element.name === 'w:pPr') return ''
      return isUnwrapped(inner[index - 1], element, resolving)
        ? contentOf(child(element, 'w:sdtContent') ?? element, resolving)
        : resolving.resolve(element, resolving)
    })
    .join('')
}

/** A paragraph with the properties of the last of those that were joined. */
function written({ last, content }: Waiting, resolving: Resolving): string {
  const properties = child(last, 'w:pPr')
  const { open, close } = frameOf(resolving.text, last)
  return `${open}${properties ? resolveProperties(properties, resolving) : ''}${content}${close}`
}
