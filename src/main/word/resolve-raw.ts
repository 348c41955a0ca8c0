import { sliceOf } from '../opc/xml.ts'
import type { XmlElement } from '../opc/xml.ts'

/** The tags of an element as its file writes them; one that closed itself gets an end. */
export type Frame = { readonly open: string; readonly close: string }

const START_TAG = /<([^\s/>]+)(?:"[^"]*"|'[^']*'|[^"'>])*>/y

/** `text`: of the whole part, as `xmlText` gives it. */
export function frameOf(text: string, element: XmlElement): Frame {
  START_TAG.lastIndex = element.start
  const found = START_TAG.exec(text)
  const [tag = '', name = ''] = found ?? []
  const open = tag.endsWith('/>') ? `${tag.slice(0, -2)}>` : tag
  return { open, close: `</${name}>` }
}

/** The prefix of an element's name as the file writes it, with its colon; empty for none. */
export function prefixOf(text: string, element: XmlElement): string {
  const found = /^<([^\s/>:]+:)?/.exec(text.slice(element.start, element.start + 64))
  return found?.[1] ?? ''
}

/** The same element under another name of the same namespace. */
export function renamed(text: string, element: XmlElement, name: string): string {
  const slice = sliceOf(text, element)
  const prefix = prefixOf(text, element)
  return slice.replace(/^<[^\s/>]+/, `<${prefix}${name}`).replace(/<\/[^<>]+>$/, `</${prefix}${name}>`)
}
