import type { Attrs, Node } from 'prosemirror-model'
import type { ChangeRef, ParagraphAttrs, ParagraphProperties } from './attributes.ts'
import { isBy } from './runs.ts'
import { paragraphAttrs, propertiesOf, sameProperties } from './tracking-state.ts'
import { ownerIndex } from './visible-paragraph.ts'

/** A ¶ of the tracked document; numbers are indexes of the paragraphs it closes. */
export type TrackedMark =
  | { readonly kind: 'retained'; readonly base: number; readonly edited: number }
  /** Kept though the edit took it away; `deletion` is null where it was deleted before. */
  | { readonly kind: 'deleted'; readonly base: number; readonly deletion: ChangeRef | null }
  | { readonly kind: 'inserted'; readonly edited: number; readonly insertion: ChangeRef }

type Member = {
  readonly edited: number
  /** The base paragraph that it begins as; null when the edit began it. */
  readonly base: number | null
}
export type PropertyContext = {
  readonly author: string
  readonly styleId: () => string
  /** Which base paragraph an attribute object belongs to, for those near the edit. */
  readonly sources: ReadonlyMap<Attrs, number>
}

/**
 * The base paragraph whose properties an edited one has taken over unchanged; null where it was given its own. A
 * split or a join hands the attribute object itself on, so that identity tells a copy from an equal choice.
 */
function copiedFrom(base: Node, edited: Node, member: Member, context: PropertyContext): number | null {
  const { attrs } = edited.child(member.edited)
  const source = context.sources.get(attrs)
  if (source !== undefined) return source
  if (member.base === null) return null
  const begins = paragraphAttrs(base.child(member.base))
  return sameProperties(paragraphAttrs(edited.child(member.edited)), begins) ? member.base : null
}

/**
 * The properties that a visible paragraph of the edited document is to have. ProseMirror lets the left attributes
 * win, which is right, unless they were copied from a paragraph whose ¶ is deleted: then its owner's are meant.
 */
function wantedProperties(
  base: Node,
  edited: Node,
  first: Member,
  others: readonly Member[],
  context: PropertyContext,
): ParagraphProperties {
  const source = copiedFrom(base, edited, first, context)
  const styled = others.find((member) => copiedFrom(base, edited, member, context) === null)
  if (source !== null && styled === undefined) {
    return propertiesOf(paragraphAttrs(base.child(ownerIndex(base, source))))
  }
  const own = source === null ? first : (styled ?? first)
  return propertiesOf(paragraphAttrs(edited.child(own.edited)))
}

/** One tracked change a paragraph: `before` stays that of the first author, the change is the last one's. */
function changeProperties(
  attrs: ParagraphAttrs,
  wanted: ParagraphProperties,
  linkedId: string | null,
  { author, styleId }: PropertyContext,
): ParagraphAttrs {
  if (sameProperties(attrs, wanted)) return attrs
  const change = attrs.paragraphChange
  if (!change && isBy(attrs.paragraphMark?.insertion, author)) return { ...attrs, ...wanted }
  const before = change?.before ?? propertiesOf(attrs)
  if (sameProperties(before, wanted)) return { ...attrs, ...wanted, paragraphChange: null }
  const ownId = change?.author === author ? change.id : null
  return { ...attrs, ...wanted, paragraphChange: { id: linkedId ?? ownId ?? styleId(), author, before } }
}

/**
 * The attributes of each ¶ of the tracked document. `marks` begin behind a ¶ that stands, with the paragraph of
 * index `firstBase`, and end at one that stands. A ¶ that is deleted keeps its properties; its paragraph's are those
 * of the next ¶ that stands, changed under the id of the deletion or of the inserted ¶ before, so that one decision
 * settles both.
 */
export function trackedAttrs(
  base: Node,
  edited: Node,
  marks: readonly TrackedMark[],
  firstBase: number,
  context: PropertyContext,
): ParagraphAttrs[] {
  let members: Member[] = []
  let joinId: string | null = null
  let splitId: string | null = null
  let beginsAs: number | null = firstBase
  return marks.map((mark) => {
    if (mark.kind === 'deleted') {
      const attrs = paragraphAttrs(base.child(mark.base))
      if (!mark.deletion) return attrs
      joinId = mark.deletion.id
      return { ...attrs, paragraphMark: { ...attrs.paragraphMark, deletion: mark.deletion } }
    }
    const member = { edited: mark.edited, base: beginsAs }
    beginsAs = mark.kind === 'inserted' ? null : mark.base + 1
    if (mark.kind === 'retained' && ownerIndex(base, mark.base) !== mark.base) {
      members.push(member)
      return paragraphAttrs(base.child(mark.base))
    }
    const [first = member, ...others] = [...members, member]
    const wanted = wantedProperties(base, edited, first, others, context)
    const linkedId = joinId ?? splitId
    members = []
    joinId = null
    splitId = mark.kind === 'inserted' ? mark.insertion.id : null
    if (mark.kind === 'inserted') {
      return { ...wanted, paragraphMark: { insertion: mark.insertion }, paragraphChange: null }
    }
    return changeProperties(paragraphAttrs(base.child(mark.base)), wanted, linkedId, context)
  })
}
