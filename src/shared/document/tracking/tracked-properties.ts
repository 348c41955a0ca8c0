import type { Attrs, Node } from 'prosemirror-model'
import type { ChangeRef, ParagraphAttrs, ParagraphProperties } from '../attributes.ts'
import { isBy } from './runs.ts'
import { paragraphAttrs, propertiesOf, sameProperties, storeProperties } from '../tracking-state.ts'
import { ownerIndex } from '../visible-paragraph.ts'

/** A ¶ of the tracked document; numbers are indexes of the paragraphs it closes. */
export type TrackedMark =
  | { readonly kind: 'retained'; readonly base: number; readonly edited: number }
  /** Kept though the edit took it away; `deletion` is null where it was deleted before. */
  | { readonly kind: 'deleted'; readonly base: number; readonly deletion: ChangeRef | null }
  | { readonly kind: 'inserted'; readonly edited: number; readonly insertion: ChangeRef }

export type PropertyContext = {
  readonly author: string
  readonly styleId: () => string
  /** Which base paragraph an attribute object belongs to, for those near the edit. */
  readonly sources: ReadonlyMap<Attrs, number>
  /** Which base paragraph an edited one is, by its opening token; null when the edit brought it. */
  readonly origin: (edited: number) => number | null
}

/**
 * The base paragraph whose properties an edited one has taken over unchanged; null where it was given its own. A
 * split or a join hands the attribute object itself on, so that identity tells a copy from an equal choice.
 */
function copiedFrom(base: Node, edited: Node, index: number, context: PropertyContext): number | null {
  const { attrs } = edited.child(index)
  const source = context.sources.get(attrs)
  if (source !== undefined) return source
  const origin = context.origin(index)
  if (origin === null) return null
  const was = paragraphAttrs(base.child(origin))
  return sameProperties(paragraphAttrs(edited.child(index)), was) ? origin : null
}

/** Properties as the edit left them; those of the owner where they were copied from a paragraph whose ¶ is deleted. */
function readProperties(
  base: Node,
  edited: Node,
  index: number,
  context: PropertyContext,
): { readonly isGiven: boolean; readonly properties: ParagraphProperties } {
  const source = copiedFrom(base, edited, index, context)
  const paragraph = source === null ? edited.child(index) : base.child(ownerIndex(base, source))
  return { isGiven: source === null, properties: propertiesOf(paragraphAttrs(paragraph)) }
}

/**
 * The properties that a visible paragraph of the edited document is to have. The left ones win, as in ProseMirror,
 * unless the edit gave new ones to a later part only.
 */
function wantedProperties(
  base: Node,
  edited: Node,
  first: number,
  others: readonly number[],
  context: PropertyContext,
): ParagraphProperties {
  const left = readProperties(base, edited, first, context)
  if (left.isGiven) return left.properties
  const given = others.map((index) => readProperties(base, edited, index, context)).find((one) => one.isGiven)
  return (given ?? left).properties
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
  const before = change?.before ?? storeProperties(attrs)
  if (sameProperties(before, wanted)) return { ...attrs, ...wanted, paragraphChange: null }
  const ownId = change?.author === author ? change.id : null
  return { ...attrs, ...wanted, paragraphChange: { id: linkedId ?? ownId ?? styleId(), author, before } }
}

/**
 * The attributes of each ¶ of the tracked document. `marks` begin behind a ¶ that stands, and end at one that stands. A ¶ that is deleted keeps its properties; its paragraph's are those
 * of the next ¶ that stands, changed under the id of the deletion or of the inserted ¶ before, so that one decision
 * settles both.
 */
export function trackedAttrs(
  base: Node,
  edited: Node,
  marks: readonly TrackedMark[],
  context: PropertyContext,
): ParagraphAttrs[] {
  let members: number[] = []
  let joinId: string | null = null
  let splitId: string | null = null
  return marks.map((mark) => {
    if (mark.kind === 'deleted') {
      const attrs = paragraphAttrs(base.child(mark.base))
      if (!mark.deletion) return attrs
      joinId = mark.deletion.id
      return { ...attrs, paragraphMark: { ...attrs.paragraphMark, deletion: mark.deletion } }
    }
    if (mark.kind === 'retained' && ownerIndex(base, mark.base) !== mark.base) {
      members.push(mark.edited)
      return paragraphAttrs(base.child(mark.base))
    }
    const wanted = wantedProperties(
      base,
      edited,
      members[0] ?? mark.edited,
      [...members, mark.edited],
      context,
    )
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
