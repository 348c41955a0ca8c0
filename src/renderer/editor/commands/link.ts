import type { Mark, Node } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import { finalWords, wordAt } from '../../../shared/document/anchors.ts'
import { isSafeHref } from '../../../shared/document/attributes.ts'
import type { Range } from '../../../shared/document/index/document-index.ts'
import { schema } from '../../../shared/document/schema.ts'
import type { LinkPlace } from '../api.ts'

function linkOf(node: Node | null | undefined): Mark | undefined {
  return node ? schema.marks.link.isInSet(node.marks) : undefined
}

/** The whole of the link that a caret stands in. */
function linkAround({ selection }: EditorState): Range | null {
  const { $from } = selection
  const link = linkOf($from.nodeAfter) ?? linkOf($from.nodeBefore)
  if (!link) return null
  // The stretch of nodes with this link that touches the caret.
  let range: Range | null = null
  $from.parent.forEach((node, offset) => {
    if (!link.isInSet(node.marks)) return
    const from = $from.start() + offset
    const to = from + node.nodeSize
    if (range?.to === from) range = { from: range.from, to }
    else if (!range || range.to < $from.pos) range = { from, to }
  })
  return range
}

/** The selection; at a caret the link it stands in, else the word. */
function rangeOf(state: EditorState): Range | null {
  const { from, to, empty } = state.selection
  return empty ? (linkAround(state) ?? wordAt(state.doc, from)) : { from, to }
}

export function linkPlace(state: EditorState): LinkPlace | null {
  const range = rangeOf(state)
  const words = range ? finalWords(state.doc, range) : ''
  if (!range || words.trim() === '') return null
  let href = ''
  state.doc.nodesBetween(range.from, range.to, (node) => {
    if (href === '') href = String(linkOf(node)?.attrs['href'] ?? '')
  })
  return { words, href }
}

/** Lets the words lead there, or nowhere; null when there are no words, or the address is none that is let in. */
export function setLink(state: EditorState, href: string | null): Transaction | null {
  const range = rangeOf(state)
  if (!range || (href !== null && !isSafeHref(href))) return null
  const tr = state.tr.removeMark(range.from, range.to, schema.marks.link)
  if (href !== null) tr.addMark(range.from, range.to, schema.mark('link', { href }))
  return tr.docChanged ? tr.scrollIntoView() : null
}
