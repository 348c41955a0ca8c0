import { Fragment } from 'prosemirror-model'
import type { Attrs, Mark, Node } from 'prosemirror-model'
import type {
  ChangeRef,
  ParagraphAttrs,
  StoredMark,
  TableAttrs,
  Tracking,
} from '../../src/shared/document/attributes.ts'
import { schema } from '../../src/shared/document/schema.ts'

/**
 * What decide() has to come to, told as plainly as it can be: content is a run of letters and atoms, ¶ and tables;
 * those that go are left out, and the rest is put together. Shares no line with the product, and makes no steps.
 */
export type UnitDecision = {
  readonly decides: (id: string) => boolean
  readonly verdict: 'accept' | 'reject'
}
type State = { readonly insertion: ChangeRef | null; readonly deletion: ChangeRef | null }

function stateOf(tracking: Tracking | null): State {
  return { insertion: tracking?.insertion ?? null, deletion: tracking?.deletion ?? null }
}

function stateOfMarks(marks: readonly Mark[]): State {
  const refOf = (name: string) =>
    (marks.find((mark) => mark.type.name === name)?.attrs ?? null) as ChangeRef | null
  return { insertion: refOf('insertion'), deletion: refOf('deletion') }
}

function isGone({ insertion, deletion }: State, { decides, verdict }: UnitDecision): boolean {
  if (verdict === 'accept') return deletion !== null && decides(deletion.id)
  return (
    insertion !== null && [insertion.id, insertion.move].some((id) => typeof id === 'string' && decides(id))
  )
}

function leftOf(ref: ChangeRef | null, { decides }: UnitDecision): ChangeRef | null {
  if (!ref || decides(ref.id)) return null
  return typeof ref.move === 'string' && !decides(ref.move) ? ref : { id: ref.id, author: ref.author }
}

function leftState(state: State, decision: UnitDecision): Tracking | null {
  const insertion = leftOf(state.insertion, decision)
  const deletion = leftOf(state.deletion, decision)
  if (!insertion && !deletion) return null
  return { ...(insertion ? { insertion } : {}), ...(deletion ? { deletion } : {}) }
}

const FORMATTING = [
  'link',
  'strong',
  'em',
  'underline',
  'strike',
  'superscript',
  'subscript',
  'smallCaps',
  'caps',
  'highlight',
  'look',
]

function leftMarks(node: Node, decision: UnitDecision): readonly Mark[] {
  const left = leftState(stateOfMarks(node.marks), decision)
  const change = node.marks.find((mark) => mark.type.name === 'formatChange')
  const isSettled = change !== undefined && decision.decides(String(change.attrs['id']))
  const isRestored = isSettled && decision.verdict === 'reject'
  let marks = node.marks.filter(
    ({ type: { name } }) =>
      !['insertion', 'deletion'].includes(name) &&
      !(name === 'formatChange' && isSettled) &&
      !(FORMATTING.includes(name) && isRestored),
  )
  const stored = isRestored ? (change.attrs['before'] as readonly StoredMark[]) : []
  const wanted = [
    ...stored.map(({ type, attrs }) => schema.mark(type, attrs ?? null)),
    ...Object.entries(left ?? {}).map(([name, ref]) => schema.mark(name, ref as Attrs)),
  ]
  for (const mark of wanted) marks = [...mark.addToSet(marks)]
  return marks
}

function leftInline(node: Node, decision: UnitDecision): Node {
  const content = node.childCount > 0 ? contentOf(node, decision) : node.content
  return node.isText
    ? node.mark(leftMarks(node, decision))
    : node.copy(content).mark(leftMarks(node, decision))
}

function leftParagraph(attrs: ParagraphAttrs, decision: UnitDecision): ParagraphAttrs {
  const change = attrs.paragraphChange
  const isSettled = change !== null && decision.decides(change.id)
  return {
    ...attrs,
    ...(isSettled && decision.verdict === 'reject' ? { look: null, ...change.before } : {}),
    paragraphMark: leftState(stateOf(attrs.paragraphMark), decision),
    paragraphChange: isSettled ? null : change,
  }
}

/** A table without the rows and cells that go, and that without the last of their kind; null for nothing left. */
function leftPart(part: Node, decision: UnitDecision): Node | null {
  const { tracking } = part.attrs as { readonly tracking?: Tracking | null }
  if (tracking && isGone(stateOf(tracking), decision)) return null
  const content =
    part.type.name === 'cell'
      ? contentOf(part, decision)
      : Fragment.fromArray(part.children.flatMap((child) => leftPart(child, decision) ?? []))
  if (content.childCount === 0) return null
  const { layoutChange } = part.attrs as TableAttrs
  const isSettled = layoutChange !== null && decision.decides(layoutChange.id)
  const attrs = {
    ...part.attrs,
    ...(tracking ? { tracking: leftState(stateOf(tracking), decision) } : {}),
    ...(isSettled && decision.verdict === 'reject' ? { look: layoutChange.before } : {}),
    ...(isSettled ? { layoutChange: null } : {}),
  }
  return part.type.create(attrs, content)
}

/** The content of a document, a cell or a note, decided. */
export function contentOf(container: Node, decision: UnitDecision): Fragment {
  const blocks: Node[] = []
  let text: Node[] = []
  container.forEach((block, _offset, index) => {
    if (block.type.name === 'table') {
      const left = leftPart(block, decision)
      if (left) blocks.push(left)
      return
    }
    const letters = block.children.filter((node) => !isGone(stateOfMarks(node.marks), decision))
    text.push(...letters.map((node) => leftInline(node, decision)))
    const attrs = block.attrs as ParagraphAttrs
    const isLast = index === container.childCount - 1
    if (!isLast && isGone(stateOf(attrs.paragraphMark), decision)) return
    blocks.push(schema.nodes.para.create(leftParagraph(attrs, decision), Fragment.fromArray(text)))
    text = []
  })
  return Fragment.fromArray(blocks)
}
