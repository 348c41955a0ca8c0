import { child, elements } from '../opc/xml.ts'
import type { XmlElement } from '../opc/xml.ts'
import type { Resolving } from './resolve-context.ts'
import { isSolid, isUnwrapped } from './resolve-left.ts'
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
  | { readonly kind: 'other'; readonly xml: string; readonly isTable: boolean }

/** Paragraphs that have been joined so far, and wait for the one whose ¶ stays. */
type Waiting = { readonly last: XmlElement; readonly content: string; readonly isSolid: boolean }

/** The inner XML of a body, a cell, a note, a text box or a content control of blocks. */
export function resolveBlocks(container: XmlElement, resolving: Resolving): string {
  const out: string[] = []
  let waiting: Waiting | null = null
  let endsInParagraph = false
  const flush = (isEnd: boolean): void => {
    if (!waiting) return
    const isKept = waiting.isSolid || (isEnd && isStory(container.name) && !endsInParagraph)
    out.push(isKept ? written(waiting, resolving) : waiting.content)
    endsInParagraph ||= isKept
    waiting = null
  }
  for (const block of blocksOf(elements(container), resolving)) {
    if (block.kind === 'loose') {
      if (waiting)
        waiting = { ...(waiting as Waiting), content: `${(waiting as Waiting).content}${block.xml}` }
      else out.push(block.xml)
    } else if (block.kind === 'other') {
      flush(!block.isTable)
      out.push(block.xml)
      if (block.isTable) endsInParagraph = false
    } else {
      const joined: Waiting = joinedTo(waiting, block.element, resolving)
      waiting = joined
      if (isMarkGone(block.element, resolving)) continue
      out.push(written(joined, resolving))
      waiting = null
      endsInParagraph = true
    }
  }
  flush(true)
  if (isStory(container.name) && !endsInParagraph && container.name !== 'w:body') {
    out.push(`<${prefixOf(resolving.text, container)}p/>`)
  }
  return out.join('')
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
    const xml = resolving.resolve(element, resolving)
    if (xml === '') return []
    if (isWithoutWidth(element.name)) return [{ kind: 'loose', xml }]
    return [{ kind: 'other', xml, isTable: element.name === 'w:tbl' }]
  })
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
