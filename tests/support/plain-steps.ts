import { Slice } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import { ReplaceStep, Transform } from 'prosemirror-transform'
import type { DecideStep } from '../../src/shared/document/decide/decide-step.ts'

/**
 * The replacements of a decision as plain ProseMirror steps, from the last to the first: each is known to map every
 * position right. They make the same text, but for marks and for the attributes of paragraphs.
 */
export function plainReplacements(doc: Node, { pieces }: DecideStep): Transform {
  const transform = new Transform(doc)
  for (const piece of pieces.toReversed()) {
    if (piece.kind === 'replace') transform.step(new ReplaceStep(piece.from, piece.to, piece.slice))
    else if (piece.kind === 'nodes') {
      transform.step(new ReplaceStep(piece.from, piece.to, new Slice(piece.content, 0, 0)))
    }
  }
  return transform
}

/** All that a document says, with its tables and notes, but no marks and no attributes. */
export function bareText(node: Node): unknown {
  if (node.isText) return node.text
  const children: unknown[] = []
  for (const child of node.children.map(bareText)) {
    const last = children.at(-1)
    if (typeof child === 'string' && typeof last === 'string') children[children.length - 1] = last + child
    else children.push(child)
  }
  return [node.type.name, ...children]
}
