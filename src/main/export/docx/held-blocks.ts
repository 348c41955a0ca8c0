import { Fragment } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import type { ChangeRef, ParagraphMark } from '../../../shared/document/attributes.ts'
import { isContainer } from '../../../shared/document/containers.ts'
import { schema } from '../../../shared/document/schema.ts'
import { deletionOf, insertionOf } from '../../../shared/document/tracking-state.ts'
import type { PreservedAttrs } from '../../../shared/document/word-attributes.ts'

type Context = { readonly isBlock: (key: string) => boolean; lost: number }

/**
 * Kept things that stand beside paragraphs. A table within a table is tracked by its rows, and takes the paragraph that
 * it stands in here along, for a file has none there; a file that was put in (w:altChunk) cannot be tracked. `lost`:
 * how many of those were.
 */
export function heldBlockChips(
  doc: Node,
  isBlock: (key: string) => boolean,
): { readonly doc: Node; readonly lost: number } {
  const context: Context = { isBlock, lost: 0 }
  return hasChip(doc, context) ? { doc: held(doc, context), lost: context.lost } : { doc, lost: 0 }
}

/** The same for a copy of one reading: a file that goes in it is taken out, for there is no mark that would do so. */
export function decidedBlockChips(
  doc: Node,
  isBlock: (key: string) => boolean,
  going: 'insertion' | 'deletion',
): Node {
  const context: Context = { isBlock, lost: 0 }
  const stays = (node: Node): boolean =>
    !isChip(node, context) || isTable(node) || !schema.marks[going].isInSet(node.marks)
  const without = (node: Node): Node =>
    node.isText ? node : node.copy(Fragment.fromArray(node.children.filter(stays).map(without)))
  return hasChip(doc, context) ? held(without(doc), context) : doc
}

function hasChip(doc: Node, context: Context): boolean {
  let found = false
  doc.descendants((node) => {
    found ||= isChip(node, context)
    return !found
  })
  return found
}

function isTable(chip: Node): boolean {
  return (chip.attrs as PreservedAttrs).kind === 'table'
}

function isChip(node: Node, { isBlock }: Context): boolean {
  return node.type === schema.nodes.preserved && isBlock((node.attrs as PreservedAttrs).key)
}

function held(node: Node, context: Context): Node {
  if (node.isText) return node
  if (isChip(node, context)) return heldChip(node, context)
  const content = node.children.map((child) => held(child, context))
  const last = content.length - 1
  const blocks = isContainer(node)
    ? content.map((block, index) => (index < last && isAlone(block, context) ? withItsMark(block) : block))
    : content
  return node.copy(Fragment.fromArray(blocks))
}

function heldChip(chip: Node, context: Context): Node {
  const { insertion, deletion } = schema.marks
  const others = chip.marks.filter(({ type }) => type !== insertion && type !== deletion)
  if (others.length === chip.marks.length) return chip
  if (!isTable(chip)) {
    context.lost += 1
    return chip.mark(others)
  }
  // A row knows no move.
  const plain = chip.marks.map((mark) =>
    others.includes(mark) ? mark : mark.type.create({ ...mark.attrs, move: null }),
  )
  return chip.mark(plain)
}

function isAlone(block: Node, context: Context): boolean {
  return block.isTextblock && block.childCount > 0 && block.children.every((node) => isChip(node, context))
}

function withItsMark(paragraph: Node): Node {
  const insertion = common(paragraph.children.map(({ marks }) => insertionOf(marks)))
  const deletion = common(paragraph.children.map(({ marks }) => deletionOf(marks)))
  const mark: ParagraphMark = { ...(insertion ? { insertion } : {}), ...(deletion ? { deletion } : {}) }
  const paragraphMark = insertion || deletion ? mark : null
  return paragraph.type.create({ ...paragraph.attrs, paragraphMark }, paragraph.content)
}

function common(refs: readonly (ChangeRef | null)[]): ChangeRef | null {
  const [first = null] = refs
  return refs.every((ref) => ref?.id === first?.id) ? first : null
}
