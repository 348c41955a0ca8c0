import type { Attrs, Node } from 'prosemirror-model'
import type { ChangeRef, ParagraphAttrs, ParagraphProperties } from './attributes.ts'
import { isBy } from './runs.ts'
import { isMarkDeleted, paragraphAttrs, propertiesOf, sameProperties } from './tracking-state.ts'

/** A ¶ of the tracked document; numbers are indexes of the paragraphs it closes. */
export type TrackedMark =
  | { readonly kind: 'retained'; readonly base: number; readonly edited: number }
  /** Kept though the edit took it away; `deletion` is null where it was deleted before. */
  | { readonly kind: 'deleted'; readonly base: number; readonly deletion: ChangeRef | null }
  | { readonly kind: 'inserted'; readonly edited: number; readonly insertion: ChangeRef }

type Member = {
  readonly edited: number
  /** Base paragraph it begins as, behind a deleted ¶. */ readonly base: number | null
}
export type PropertyContext = { readonly author: string; readonly styleId: () => string }

/** The paragraph whose properties are seen: the first whose ¶ stands, from this one on. */
function ownerOf(base: Node, index: number): Node {
  for (let at = index; at < base.childCount - 1; at++) {
    if (!isMarkDeleted(base.child(at))) return base.child(at)
  }
  return base.child(base.childCount - 1)
}

/**
 * The properties that a visible paragraph of the edited document is to have. ProseMirror lets the left attributes
 * win, which is right, unless they were copied whole from a paragraph whose ¶ is deleted: then its owner's are
 * meant. Copies are told by identity: a split or join hands the attribute object on, a set style makes a new one.
 */
function wantedProperties(
  base: Node,
  edited: Node,
  members: readonly Member[],
  sources: ReadonlyMap<Attrs, number>,
): ParagraphProperties | null {
  const first = members[0]
  if (!first) return null
  const source = sources.get(edited.child(first.edited).attrs)
  const own = paragraphAttrs(edited.child(first.edited))
  if (source === undefined) return propertiesOf(own)
  const styled = members.slice(1).find((member) => {
    const attrs = paragraphAttrs(edited.child(member.edited))
    if (member.base === null || sources.has(edited.child(member.edited).attrs)) return false
    return !sameProperties(attrs, paragraphAttrs(base.child(member.base)))
  })
  if (styled) return propertiesOf(paragraphAttrs(edited.child(styled.edited)))
  return propertiesOf(paragraphAttrs(ownerOf(base, source)))
}

/** One tracked change a paragraph: `before` stays that of the first author, the change is the last one's. */
function changeProperties(
  attrs: ParagraphAttrs,
  wanted: ParagraphProperties,
  linkedId: string | null,
  context: PropertyContext,
): ParagraphAttrs {
  if (sameProperties(attrs, wanted)) return attrs
  const change = attrs.paragraphChange
  if (!change && isBy(attrs.paragraphMark?.insertion, context.author)) return { ...attrs, ...wanted }
  const before = change?.before ?? propertiesOf(attrs)
  if (sameProperties(before, wanted)) return { ...attrs, ...wanted, paragraphChange: null }
  const id = linkedId ?? (isBy(change ?? undefined, context.author) && change ? change.id : context.styleId())
  return { ...attrs, ...wanted, paragraphChange: { id, author: context.author, before } }
}

/**
 * The attributes of each ¶ of the tracked document. `marks` must end at a ¶ that stands, and begin after one.
 * A ¶ that is deleted keeps its properties; its paragraph's are those of the next ¶ that stands, changed under
 * the id of the deletion or of the inserted ¶ before, so that one decision settles both.
 */
export function trackedAttrs(
  base: Node,
  edited: Node,
  marks: readonly TrackedMark[],
  sources: ReadonlyMap<Attrs, number>,
  context: PropertyContext,
): ParagraphAttrs[] {
  let members: Member[] = []
  let joinId: string | null = null
  let splitId: string | null = null
  let opensAs: number | null = null
  return marks.map((mark) => {
    if (mark.kind === 'deleted') {
      const attrs = paragraphAttrs(base.child(mark.base))
      if (!mark.deletion) return attrs
      joinId = mark.deletion.id
      return { ...attrs, paragraphMark: { ...attrs.paragraphMark, deletion: mark.deletion } }
    }
    members.push({ edited: mark.edited, base: opensAs })
    const isLast = mark.kind === 'retained' && mark.base === base.childCount - 1
    if (mark.kind === 'retained' && isMarkDeleted(base.child(mark.base)) && !isLast) {
      opensAs = mark.base + 1
      return paragraphAttrs(base.child(mark.base))
    }
    const wanted = wantedProperties(base, edited, members, sources)
    const linkedId = joinId ?? splitId
    members = []
    joinId = null
    opensAs = null
    splitId = mark.kind === 'inserted' ? mark.insertion.id : null
    if (mark.kind === 'inserted') {
      const properties = wanted ?? propertiesOf(paragraphAttrs(edited.child(mark.edited)))
      return { ...properties, paragraphMark: { insertion: mark.insertion }, paragraphChange: null }
    }
    const attrs = paragraphAttrs(base.child(mark.base))
    return wanted ? changeProperties(attrs, wanted, linkedId, context) : attrs
  })
}
