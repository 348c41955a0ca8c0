import { DOMParser } from 'prosemirror-model'
import { schema } from '../../../shared/document/schema.ts'

/** HTML that an editor like ours wrote: its structure stays, and of its attributes those that the text is read from. */

const DROPPED = 'script, style, template, noscript, iframe, object, embed, svg, math, del'

const KEPT = new Set([
  'data-pm-slice',
  'data-style',
  'data-list',
  'data-align',
  'data-blob',
  'data-colwidth',
  'data-footnote',
  'data-preserved',
  'data-kind',
  'data-text',
  'data-small-caps',
  'data-caps',
  'data-colour',
  'data-look',
  'alt',
  'width',
  'height',
  'colspan',
  'rowspan',
  'href',
])

/** Null where it only claims to be ours: its values are out of shape, and no document can be made of them. */
export function cleanOwnHtml(body: HTMLElement): string | null {
  for (const element of body.querySelectorAll(DROPPED)) element.remove()
  for (const element of body.querySelectorAll('*')) {
    for (const name of element.getAttributeNames()) if (!KEPT.has(name)) element.removeAttribute(name)
  }
  try {
    DOMParser.fromSchema(schema).parseSlice(body)
  } catch {
    return null
  }
  return body.innerHTML
}
