import type { Mark, Node } from 'prosemirror-model'
import { FORMATTING_MARKS } from './attributes.ts'
import type {
  ChangeRef,
  ListAttr,
  ParagraphAttrs,
  ParagraphProperties,
  StoredMark,
  StoredProperties,
} from './attributes.ts'
import { schema } from './schema.ts'

/** Typed readings of the tracking state that marks and paragraph attributes hold. */

export type FormatChange = ChangeRef & { readonly before: readonly StoredMark[] }

function refOf(marks: readonly Mark[], name: 'insertion' | 'deletion'): ChangeRef | null {
  const mark = marks.find((candidate) => candidate.type === schema.marks[name])
  if (!mark) return null
  const { id, author, move } = mark.attrs as ChangeRef & { readonly move: string | null }
  return move === null ? { id, author } : { id, author, move }
}

export function insertionOf(marks: readonly Mark[]): ChangeRef | null {
  return refOf(marks, 'insertion')
}

export function deletionOf(marks: readonly Mark[]): ChangeRef | null {
  return refOf(marks, 'deletion')
}

export function formatChangeOf(marks: readonly Mark[]): FormatChange | null {
  const mark = schema.marks.formatChange.isInSet(marks)
  return mark ? (mark.attrs as FormatChange) : null
}

const FORMATTING: ReadonlySet<string> = new Set(FORMATTING_MARKS)

export function isFormatting(mark: Mark): boolean {
  return FORMATTING.has(mark.type.name)
}

/** Comments and claims: marks that hold on to text, and change nothing of it. */
export function isAnchor(mark: Mark): boolean {
  return mark.type === schema.marks.comment || mark.type === schema.marks.claim
}

export function storeMarks(marks: readonly Mark[]): StoredMark[] {
  return marks.map(({ type, attrs }) =>
    Object.keys(attrs).length > 0 ? { type: type.name, attrs: { ...attrs } } : { type: type.name },
  )
}

/** The stored formatting, put onto marks that hold none. */
export function restoreMarks(stored: readonly StoredMark[], onto: readonly Mark[]): readonly Mark[] {
  let marks = onto
  for (const { type, attrs } of stored) marks = schema.mark(type, attrs ?? null).addToSet(marks)
  return marks
}

export function paragraphAttrs(paragraph: Node): ParagraphAttrs {
  return paragraph.attrs as ParagraphAttrs
}

export function propertiesOf(attrs: ParagraphProperties): ParagraphProperties {
  return { style: attrs.style, list: attrs.list, align: attrs.align, look: attrs.look }
}

/** Properties as a change of them remembers them. */
export function storeProperties({ style, list, align, look }: ParagraphProperties): StoredProperties {
  return look === null ? { style, list, align } : { style, list, align, look }
}

export function restoreProperties({ look, ...others }: StoredProperties): ParagraphProperties {
  return { ...others, look: look ?? null }
}

function sameList(one: ListAttr | null, other: ListAttr | null): boolean {
  if (one === null || other === null) return one === other
  return one.kind === other.kind && one.level === other.level && one.start === other.start
}

type AnyProperties = ParagraphProperties | StoredProperties

export function sameProperties(one: AnyProperties, other: AnyProperties): boolean {
  const isSame = one.style === other.style && one.align === other.align && sameList(one.list, other.list)
  return isSame && (one.look ?? null) === (other.look ?? null)
}

/** True when this paragraph's ¶ is deleted, so that its text runs on into the next paragraph. */
export function isMarkDeleted(paragraph: Node): boolean {
  return paragraphAttrs(paragraph).paragraphMark?.deletion !== undefined
}
