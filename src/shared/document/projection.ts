import type { Node } from 'prosemirror-model'
import { forEachParagraph } from './paragraphs.ts'
import { schema } from './schema.ts'
import { settleBlocks } from './decide/settled-nodes.ts'
import type { Decision } from './decide/settled.ts'

/** `original`: every open change rejected. `final`: every open change accepted. */
export type Reading = 'original' | 'final'

const ALL: Record<Reading, Decision> = {
  original: { decides: () => true, verdict: 'reject' },
  final: { decides: () => true, verdict: 'accept' },
}

/**
 * One reading of the text: no tracking left in it, anchors kept. The same as deciding every change, without a step
 * that could be undone.
 */
export function project(doc: Node, reading: Reading): Node {
  return doc.copy(settleBlocks(doc.children, ALL[reading]))
}

/** What stands in plain text for a picture, and for the reference to a note: U+FFFC, as Unicode has it for objects. */
export const OBJECT = '\uFFFC'

/** A hard break is "\n". What a note says is not part of the text of its paragraph. */
export function paragraphText(paragraph: Node): string {
  let text = ''
  for (const node of paragraph.children) {
    if (node.isText) text += node.text ?? ''
    else text += node.type === schema.nodes.hardBreak ? '\n' : OBJECT
  }
  return text
}

/** The text of each paragraph, in reading order: those of cells one after the other, those of notes after their reference. */
export function paragraphTexts(doc: Node): string[] {
  const texts: string[] = []
  forEachParagraph(doc, ({ paragraph }) => void texts.push(paragraphText(paragraph)))
  return texts
}
