import { Mark } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import type { LayoutAttrs } from '../word-attributes.ts'
import {
  formatChangeOf,
  isFormatting,
  paragraphAttrs,
  restoreMarks,
  restoreProperties,
  sameProperties,
} from '../tracking-state.ts'
import type { FormatChange } from '../tracking-state.ts'
import type { ListAttr, ParagraphChange, ParagraphProperties, StoredProperties } from '../attributes.ts'
import { schema } from '../schema.ts'
import type { Slot } from './returned-slots.ts'

/** What letters and paragraphs look like, as far as two files can be compared by it. */

export type Both = Extract<Slot, { readonly kind: 'both' }>

/** Fonts and colours are named by the XML of one file, which another program writes otherwise. */
export function isComparable(mark: Mark): boolean {
  return isFormatting(mark) && mark.type !== schema.marks.look
}

export function comparable(marks: readonly Mark[]): readonly Mark[] {
  return Mark.setFrom(marks.filter(isComparable))
}

export function looksOf(marks: readonly Mark[]): readonly Mark[] {
  return marks.filter((mark) => mark.type === schema.marks.look)
}

/** What rejecting the change would leave. */
export function formatBefore(change: FormatChange): readonly Mark[] {
  return comparable(restoreMarks(change.before, []))
}

export function formatsOf(node: Node): {
  readonly plain: readonly Mark[]
  readonly change: FormatChange | null
} {
  return { plain: comparable(node.marks), change: formatChangeOf(node.marks) }
}

/** The head of an article is found anew in every file that is read, and put into its own styles. */
const HEAD = new Set<ParagraphProperties['style']>(['headline', 'standfirst', 'byline'])

/** Where a list begins to count is written in many ways. */
function listIn(base: ListAttr | null, copy: ListAttr | null): ListAttr | null {
  return base && copy && base.kind === copy.kind && base.level === copy.level ? base : copy
}

/** The list as a file can hold it: the head is never an item of one, and bullets do not count. */
function listInFile({ style, list }: Pick<ParagraphProperties, 'style' | 'list'>): ListAttr | null {
  if (!list || HEAD.has(style)) return null
  return list.kind === 'bullet' ? { kind: list.kind, level: list.level } : list
}

/** Whether a file can show this change: it can hold what was and what is, and they differ. */
export function showsInFile(was: StoredProperties, is: ParagraphProperties): boolean {
  return !sameProperties(
    { ...restoreProperties(was), list: listInFile(was) },
    { ...is, list: listInFile(is) },
  )
}

/** The same of letters: that a link was set or taken away is no change of format in a file. */
export function showsFormatInFile(was: readonly Mark[], is: readonly Mark[]): boolean {
  const without = (marks: readonly Mark[]) => marks.filter(({ type }) => type !== schema.marks.link)
  return !Mark.sameSet(without(was), without(is))
}

/** The properties of the copy as far as they say something of the base. */
export function propertiesIn(base: ParagraphProperties, copy: ParagraphProperties): ParagraphProperties {
  const { look } = base
  const isHead = HEAD.has(base.style) || HEAD.has(copy.style)
  return {
    style: isHead ? base.style : copy.style,
    list: isHead ? base.list : listIn(base.list, copy.list),
    align: copy.align,
    look,
  }
}

export function sameButLook(
  one: ParagraphProperties | StoredProperties,
  other: ParagraphProperties | StoredProperties,
): boolean {
  return sameProperties({ ...one, look: null }, { ...other, look: null })
}

export function paragraphChangeOf(node: Node): ParagraphChange | null {
  return node.isTextblock ? paragraphAttrs(node).paragraphChange : null
}

export function layoutOf(node: Node): LayoutAttrs | null {
  return 'layoutChange' in node.attrs ? (node.attrs as LayoutAttrs) : null
}
