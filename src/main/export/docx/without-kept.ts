import { Fragment } from 'prosemirror-model'
import type { Mark, Node } from 'prosemirror-model'
import type { ParagraphAttrs, StoredMark } from '../../../shared/document/attributes.ts'
import { schema } from '../../../shared/document/schema.ts'
import { isFormatting, sameProperties, storeMarks } from '../../../shared/document/tracking-state.ts'
import type { PreservedAttrs } from '../../../shared/document/word-attributes.ts'

/**
 * A text without what it only names of a Word file: for a file of its own, where nobody knows these names. What is kept
 * becomes the words that a reader saw of it; looks, and changes of looks alone, are left out. `things` counts the former.
 */
export function withoutKept(doc: Node): { readonly doc: Node; readonly things: number } {
  const counted = { things: 0 }
  return { doc: doc.copy(contentOf(doc, counted)), things: counted.things }
}

function contentOf(node: Node, counted: { things: number }): Fragment {
  return Fragment.fromArray(node.children.flatMap((child) => without(child, counted)))
}

function without(node: Node, counted: { things: number }): readonly Node[] {
  const marks = marksOf(node)
  if (node.isText) return [node.mark(marks)]
  if (node.type === schema.nodes.preserved) {
    counted.things += 1
    const text = (node.attrs as PreservedAttrs).text.replaceAll(/\s+/g, ' ')
    return text === '' ? [] : [schema.text(text, marks)]
  }
  return [node.type.create(attributesOf(node), contentOf(node, counted), marks)]
}

function marksOf(node: Node): readonly Mark[] {
  const known = node.marks.filter((mark) => mark.type !== schema.marks.look)
  const now = JSON.stringify(storeMarks(known.filter(isFormatting)))
  return known.flatMap((mark) => {
    if (mark.type !== schema.marks.formatChange) return [mark]
    const before = (mark.attrs['before'] as readonly StoredMark[]).filter(({ type }) => type !== 'look')
    return JSON.stringify(before) === now ? [] : [mark.type.create({ ...mark.attrs, before })]
  })
}

function attributesOf(node: Node): Node['attrs'] {
  const { attrs } = node
  if (attrs['look'] === undefined) return attrs
  if (attrs['layoutChange'] !== undefined) return { ...attrs, look: null, layoutChange: null }
  const { paragraphChange } = attrs as ParagraphAttrs
  const bare = { ...(attrs as ParagraphAttrs), look: null }
  if (!paragraphChange) return bare
  const { look: _, ...before } = paragraphChange.before
  const isChange = !sameProperties(before, bare)
  return { ...bare, paragraphChange: isChange ? { ...paragraphChange, before } : null }
}
