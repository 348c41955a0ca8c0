import type { Mark, Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import type { ChangeRef, ParagraphAttrs } from '../../src/shared/document/attributes.ts'
import { schema } from '../../src/shared/document/schema.ts'
import {
  carryOut,
  changeMarks,
  createRewrite,
  remove,
  setParagraphAttrs,
} from '../../src/shared/document/tracking/rewrite.ts'
import {
  deletionOf,
  formatChangeOf,
  insertionOf,
  isFormatting,
  paragraphAttrs,
  restoreMarks,
  restoreProperties,
} from '../../src/shared/document/tracking-state.ts'

type Verdict = 'accept' | 'reject'
type Decision = {
  readonly decides: (change: ChangeRef | null | undefined) => boolean
  readonly verdict: Verdict
}

/**
 * Text or a ¶ goes when its deletion is accepted or its insertion rejected; with both (of two authors) the
 * other one is then gone together with it.
 */
function isGone(
  insertion: ChangeRef | null | undefined,
  deletion: ChangeRef | null | undefined,
  { decides, verdict }: Decision,
): boolean {
  return verdict === 'accept' ? decides(deletion) : decides(insertion)
}

function settleMarks(marks: readonly Mark[], { decides, verdict }: Decision): readonly Mark[] {
  const change = formatChangeOf(marks)
  const settlesFormat = decides(change)
  const open = marks.filter((mark) => {
    if (mark.type === schema.marks.formatChange) return !settlesFormat
    if (mark.type === schema.marks.insertion) return !decides(insertionOf(marks))
    if (mark.type === schema.marks.deletion) return !decides(deletionOf(marks))
    return true
  })
  if (!change || !settlesFormat || verdict === 'accept') return open
  const bare = open.filter((mark) => !isFormatting(mark))
  return restoreMarks(change.before, bare)
}

function settleAttrs(attrs: ParagraphAttrs, { decides, verdict }: Decision): ParagraphAttrs {
  const { insertion, deletion } = attrs.paragraphMark ?? {}
  const open = {
    ...(insertion && !decides(insertion) ? { insertion } : {}),
    ...(deletion && !decides(deletion) ? { deletion } : {}),
  }
  const change = attrs.paragraphChange
  const settlesChange = decides(change)
  return {
    ...attrs,
    ...(change && settlesChange && verdict === 'reject' ? restoreProperties(change.before) : {}),
    paragraphMark: Object.keys(open).length > 0 ? open : null,
    paragraphChange: settlesChange ? null : change,
  }
}

/**
 * What decide() has to come to, in plain ProseMirror steps, each of which is known to map, invert and undo right:
 * slow, and so only here.
 */
export function decideStepWise(doc: Node, ids: ReadonlySet<string> | 'all', verdict: Verdict): Transform {
  const decision: Decision = {
    decides: (change) => change !== null && change !== undefined && (ids === 'all' || ids.has(change.id)),
    verdict,
  }
  const rewrite = createRewrite()
  const wanted: ParagraphAttrs[] = []
  doc.forEach((paragraph, start, index) => {
    paragraph.forEach((node, offset) => {
      const from = start + 1 + offset
      const to = from + node.nodeSize
      if (isGone(insertionOf(node.marks), deletionOf(node.marks), decision)) remove(rewrite, from, to)
      else changeMarks(rewrite, node, from, to, node.marks, settleMarks(node.marks, decision))
    })
    const attrs = paragraphAttrs(paragraph)
    const { insertion, deletion } = attrs.paragraphMark ?? {}
    const end = start + paragraph.nodeSize - 1
    if (index < doc.childCount - 1 && isGone(insertion, deletion, decision)) remove(rewrite, end, end + 2)
    else wanted.push(settleAttrs(attrs, decision))
  })
  const transform = new Transform(doc)
  carryOut(rewrite, transform, 0)
  setParagraphAttrs(transform, 0, { first: 0, width: 0 }, wanted)
  return transform
}
