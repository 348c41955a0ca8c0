import { Slice } from 'prosemirror-model'
import type { Mark, Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import type { ParagraphAttrs } from './attributes.ts'
import { addAttributes, addMarkChange, addReplacement } from './decide-pieces.ts'
import type { Piece } from './decide-pieces.ts'
import { DecideStep } from './decide-step.ts'
import { schema } from './schema.ts'
import { formatChangeOf, isFormatting, paragraphAttrs, restoreMarks } from './tracking-state.ts'

export type Verdict = 'accept' | 'reject'
type Decision = { readonly decides: (id: string) => boolean; readonly verdict: Verdict }

const { insertion, deletion, formatChange } = schema.marks

/** The marks of the changes that are decided here. */
function decidedMarks(marks: readonly Mark[], { decides }: Decision): readonly Mark[] {
  return marks.filter((mark) => {
    const isChange = mark.type === insertion || mark.type === deletion || mark.type === formatChange
    return isChange && decides(String(mark.attrs['id']))
  })
}

function settleMarks(
  marks: readonly Mark[],
  decided: readonly Mark[],
  { verdict }: Decision,
): readonly Mark[] {
  const open = marks.filter((mark) => !decided.includes(mark))
  const change = verdict === 'reject' ? formatChangeOf(decided) : null
  if (!change) return open
  const bare = open.filter((mark) => !isFormatting(mark))
  return restoreMarks(change.before, bare)
}

/**
 * Text or a ¶ goes when its deletion is accepted or its insertion rejected; with both (of two authors) the
 * other one is then gone together with it.
 */
function decideInline(pieces: Piece[], node: Node, from: number, decision: Decision): void {
  const decided = decidedMarks(node.marks, decision)
  if (decided.length === 0) return
  const to = from + node.nodeSize
  const going = decision.verdict === 'accept' ? deletion : insertion
  if (decided.some((mark) => mark.type === going)) addReplacement(pieces, from, to, Slice.empty)
  else addMarkChange(pieces, from, to, node.marks, settleMarks(node.marks, decided, decision))
}

function isMarkGone({ paragraphMark }: ParagraphAttrs, { decides, verdict }: Decision): boolean {
  const change = verdict === 'accept' ? paragraphMark?.deletion : paragraphMark?.insertion
  return change !== undefined && decides(change.id)
}

/** What deciding changes of the attributes of a ¶ that stands. */
function settleAttrs(attrs: ParagraphAttrs, { decides, verdict }: Decision): Partial<ParagraphAttrs> {
  const { paragraphMark: mark, paragraphChange: change } = attrs
  const open = Object.entries(mark ?? {}).filter(([, { id }]) => !decides(id))
  const isMarkSettled = open.length < Object.keys(mark ?? {}).length
  const isChangeSettled = change !== null && decides(change.id)
  return {
    ...(isChangeSettled && verdict === 'reject' ? change.before : {}),
    ...(isMarkSettled ? { paragraphMark: open.length > 0 ? Object.fromEntries(open) : null } : {}),
    ...(isChangeSettled ? { paragraphChange: null } : {}),
  }
}

/**
 * Accepts or rejects tracked changes, by id. Accepting a deletion or rejecting an insertion really removes the
 * text; a ¶ so removed joins two paragraphs, and the properties of the second stay (as in Word). The last ¶
 * always stands. Every other change stays open under its id. One step; none where there is nothing to decide.
 */
export function decide(doc: Node, ids: ReadonlySet<string> | 'all', verdict: Verdict): Transform {
  const decision: Decision = { decides: (id) => ids === 'all' || ids.has(id), verdict }
  const pieces: Piece[] = []
  doc.forEach((paragraph, start, index) => {
    paragraph.forEach((node, offset) => decideInline(pieces, node, start + 1 + offset, decision))
    const attrs = paragraphAttrs(paragraph)
    const end = start + paragraph.nodeSize - 1
    if (index < doc.childCount - 1 && isMarkGone(attrs, decision)) {
      addReplacement(pieces, end, end + 2, Slice.empty)
    } else if (attrs.paragraphMark || attrs.paragraphChange) {
      addAttributes(pieces, end, settleAttrs(attrs, decision))
    }
  })
  const transform = new Transform(doc)
  if (pieces.length > 0) transform.step(new DecideStep(pieces))
  return transform
}
