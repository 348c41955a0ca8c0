import type { Node } from 'prosemirror-model'
import { sentenceStarts } from '../../shared/document/sentences.ts'
import type { ParagraphStyle } from '../../shared/document/attributes.ts'

/** Finding places in a document by what stands there, for acts without a caret. */

export type Place = { readonly from: number; readonly to: number; readonly text: string }
export type Paragraph = { readonly node: Node; /** Position before it. */ readonly at: number }

export function paragraphsOf(doc: Node, style: ParagraphStyle): readonly Paragraph[] {
  const found: Paragraph[] = []
  doc.forEach((node, at) => {
    if (node.attrs['style'] === style) found.push({ node, at })
  })
  return found
}

/** Sentences of a paragraph without the space that follows them; hard breaks count as one character. */
export function sentencesOf(node: Node, at: number): readonly Place[] {
  const text = node.textBetween(0, node.content.size, undefined, '\n')
  const starts = sentenceStarts(text)
  return starts.map((start, index) => {
    const words = text.slice(start, starts[index + 1]).trimEnd()
    return { from: at + 1 + start, to: at + 1 + start + words.length, text: words }
  })
}

/** First match of a pattern in a paragraph. */
export function rangeOf(node: Node, at: number, pattern: RegExp): Place | null {
  const match = pattern.exec(node.textBetween(0, node.content.size, undefined, '\n'))
  if (match === null) return null
  const from = at + 1 + match.index
  return { from, to: from + match[0].length, text: match[0] }
}
