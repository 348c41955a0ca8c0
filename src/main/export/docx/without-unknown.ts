import { Fragment } from 'prosemirror-model'
import type { Mark, Node } from 'prosemirror-model'
import type { ParagraphAttrs, StoredMark } from '../../../shared/document/attributes.ts'
import { schema } from '../../../shared/document/schema.ts'
import { isFormatting, sameProperties, storeMarks } from '../../../shared/document/tracking-state.ts'
import type { Key, LayoutAttrs, PreservedAttrs } from '../../../shared/document/word-attributes.ts'

type Context = { readonly isKnown: (key: string) => boolean; things: number }

/**
 * A text without what it names of Word files that are not at hand. What was kept becomes the words that a reader saw of
 * it; looks, and changes of looks alone, are left out. `things` counts the former.
 */
export function withoutUnknown(
  doc: Node,
  isKnown: (key: string) => boolean,
): { readonly doc: Node; readonly things: number } {
  if (!namesAny(doc)) return { doc, things: 0 }
  const context: Context = { isKnown, things: 0 }
  return { doc: doc.copy(contentOf(doc, context)), things: context.things }
}

/** Whether there is anything of Word files in it, which in a text made here there is not. */
function namesAny(doc: Node): boolean {
  let found = false
  doc.descendants((node) => {
    const { look, layoutChange, paragraphChange } = node.attrs
    found ||= node.type === schema.nodes.preserved || Boolean(look ?? layoutChange ?? paragraphChange)
    found ||= node.marks.some(({ type }) => type === schema.marks.look || type === schema.marks.formatChange)
    return !found
  })
  return found
}

function contentOf(node: Node, context: Context): Fragment {
  return Fragment.fromArray(node.children.flatMap((child) => without(child, context)))
}

function without(node: Node, context: Context): readonly Node[] {
  const marks = marksOf(node, context)
  if (node.isText) return [node.mark(marks)]
  if (node.type === schema.nodes.preserved) {
    const { key, text: words } = node.attrs as PreservedAttrs
    if (context.isKnown(key)) return [node.mark(marks)]
    context.things += 1
    const text = words.replaceAll(/\s+/g, ' ')
    return text === '' ? [] : [schema.text(text, marks)]
  }
  return [node.type.create(attributesOf(node, context), contentOf(node, context), marks)]
}

function marksOf(node: Node, { isKnown }: Context): readonly Mark[] {
  const { look, formatChange } = schema.marks
  const known = node.marks.filter((mark) => mark.type !== look || isKnown(String(mark.attrs['key'])))
  const now = JSON.stringify(storeMarks(known.filter(isFormatting)))
  return known.flatMap((mark) => {
    if (mark.type !== formatChange) return [mark]
    const stored = mark.attrs['before'] as readonly StoredMark[]
    const before = stored.filter(({ type, attrs }) => type !== look.name || isKnown(String(attrs?.['key'])))
    if (before.length === stored.length && known.length === node.marks.length) return [mark]
    return JSON.stringify(before) === now ? [] : [mark.type.create({ ...mark.attrs, before })]
  })
}

function attributesOf(node: Node, { isKnown }: Context): Node['attrs'] {
  const { attrs } = node
  if (attrs['look'] === undefined) return attrs
  const keep = (key: Key | null | undefined): Key | null => (key && isKnown(key) ? key : null)
  if (attrs['layoutChange'] !== undefined) return withLayout(attrs as LayoutAttrs, keep)
  const { paragraphChange, look, ...others } = attrs as ParagraphAttrs
  const bare = { ...others, look: keep(look) }
  if (!paragraphChange) return { ...bare, paragraphChange }
  const { look: before, ...rest } = paragraphChange.before
  const lookBefore = keep(before)
  const told = lookBefore === null ? rest : { ...rest, look: lookBefore }
  const isAsItWas = bare.look === look && lookBefore === (before ?? null)
  const isChange = isAsItWas || !sameProperties(told, bare)
  return { ...bare, paragraphChange: isChange ? { ...paragraphChange, before: told } : null }
}

function withLayout(attrs: LayoutAttrs, keep: (key: Key | null) => Key | null): Node['attrs'] {
  const { look, layoutChange } = attrs
  const isWhole = keep(look) === look && keep(layoutChange?.before ?? null) === (layoutChange?.before ?? null)
  // Half a change of layout says nothing that could be decided.
  return isWhole ? attrs : { ...attrs, look: keep(look), layoutChange: null }
}
