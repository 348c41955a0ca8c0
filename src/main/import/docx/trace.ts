import type { Node } from 'prosemirror-model'
import type { XmlElement } from '../../opc/xml.ts'

/**
 * Which element of the file each paragraph and table came from, and how far the text of its paragraph had come
 * at each element within. Followed only where a file is read in order to be written again.
 */
export type Trace = {
  readonly blocks: Map<Node, XmlElement>
  /** Positions in the paragraph that holds it, before and after the element. */
  readonly inline: Map<XmlElement, readonly [from: number, to: number]>
  /** Blocks of our own sign-off page: they became nothing, and are made anew where they are wanted. */
  readonly leftOut: XmlElement[]
}

export function createTrace(): Trace {
  return { blocks: new Map(), inline: new Map(), leftOut: [] }
}
