import { Fragment, Mark } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import type { ChangeRef, TableAttrs, Tracking } from '../attributes.ts'
import type { Clash, ConflictList } from './merge-conflicts.ts'
import { mergeLayout } from './merge-layout.ts'
import { mergeAnchors, mergeFormats } from './merge-marks.ts'
import { mergeProperties } from './merge-paragraph.ts'
import { compareWords, isSameRef, settle, settleRef } from './merge-refs.ts'
import type { ThreeWay } from './merge-refs.ts'
import type { Token } from './merge-tokens.ts'
import { schema } from '../schema.ts'
import { formatChangeOf, paragraphAttrs } from '../tracking-state.ts'

/** What becomes of one token of the base, or of one that both passes brought. */

export type Places = { readonly base: Token; readonly one: Token | null; readonly other: Token | null }

/** Merges what a node holds that has content of its own: a footnote, a table, a row, a cell. */
export type MergeContent = (nodes: ThreeWay<Node>) => Node

export type MergeContext = {
  readonly conflicts: ConflictList
  readonly mergeContent: MergeContent
  /** The last text nodes merged: the letters that follow are mostly of the same ones. */
  lastText: MergedText | null
}

type MergedText = {
  readonly nodes: ThreeWay<Node>
  readonly state: State
  readonly merged: Node
  readonly conflict: Clash | null
}

function refMark(name: 'insertion' | 'deletion', ref: ChangeRef | null): Mark[] {
  return ref ? [schema.mark(name, { id: ref.id, author: ref.author, move: ref.move ?? null })] : []
}

function trackingOf(insertion: ChangeRef | null, deletion: ChangeRef | null): Tracking | null {
  if (!insertion && !deletion) return null
  return { ...(insertion ? { insertion } : {}), ...(deletion ? { deletion } : {}) }
}

type State = Pick<Token, 'insertion' | 'deletion'>

/** `move` and author go with the id, so that whichever pass it is read from says the same. */
function mergeState(three: ThreeWay<State>): State {
  const side = (name: keyof State) =>
    settleRef({ base: three.base[name], one: three.one[name], other: three.other[name] })
  return { insertion: side('insertion'), deletion: side('deletion') }
}

function mergeMarks(
  nodes: ThreeWay<Node>,
  state: State,
): { readonly marks: readonly Mark[]; readonly conflict: Clash | null } {
  const marks = { base: nodes.base.marks, one: nodes.one.marks, other: nodes.other.marks }
  const { formatting, conflict } = mergeFormats(marks)
  const tracking = [...refMark('insertion', state.insertion), ...refMark('deletion', state.deletion)]
  return { marks: Mark.setFrom([...mergeAnchors(marks), ...tracking, ...formatting]), conflict }
}

function isMergeOf(text: MergedText, nodes: ThreeWay<Node>, state: State): boolean {
  const isSameText =
    text.nodes.base === nodes.base && text.nodes.one === nodes.one && text.nodes.other === nodes.other
  const isSameState =
    isSameRef(text.state.insertion, state.insertion) && isSameRef(text.state.deletion, state.deletion)
  return isSameText && isSameState
}

function mergeText(nodes: ThreeWay<Node>, state: State, token: Token, context: MergeContext): Node {
  let text = context.lastText
  if (!text || !isMergeOf(text, nodes, state)) {
    const { marks, conflict } = mergeMarks(nodes, state)
    text = { nodes, state, merged: nodes.base.mark(marks), conflict }
    context.lastText = text
  }
  if (text.conflict) context.conflicts.add(text.conflict.kind, text.conflict.ids, token)
  return text.merged
}

function mergeParagraph(three: ThreeWay<Token>, state: State, context: MergeContext): Node {
  const attrs = {
    base: paragraphAttrs(three.base.node),
    one: paragraphAttrs(three.one.node),
    other: paragraphAttrs(three.other.node),
  }
  const { properties, conflict } = mergeProperties(attrs)
  if (conflict) context.conflicts.add(conflict.kind, conflict.ids, three.base)
  const paragraphMark = trackingOf(state.insertion, state.deletion)
  return schema.nodes.para.create({ ...properties, paragraphMark })
}

/** Values that are not tracked (the size of a picture, the width of a column): of two changes one, always the same. */
function mergeAttrs({ base, one, other }: ThreeWay<Node>): Record<string, unknown> {
  const key = (value: unknown) => JSON.stringify(value)
  return Object.fromEntries(
    Object.keys(base.attrs).map((name) => {
      const values = {
        base: base.attrs[name] as unknown,
        one: one.attrs[name] as unknown,
        other: other.attrs[name] as unknown,
      }
      const settled = settle(values, (left, right) => key(left) === key(right))
      const isOne = compareWords(key(values.one), key(values.other)) <= 0
      return [name, settled === undefined ? (isOne ? values.one : values.other) : settled]
    }),
  )
}

function mergeNode(three: ThreeWay<Token>, state: State, context: MergeContext): Node {
  const { base, one, other } = three
  if (base.kind === 'paragraph') return mergeParagraph(three, state, context)
  const nodes = { base: base.node, one: one.node, other: other.node }
  if (base.kind === 'text') return mergeText(nodes, state, base, context)
  const content = base.node.isLeaf ? base.node : context.mergeContent(nodes)
  const { layout, conflict: layoutConflict } = mergeLayout({
    base: base.node.attrs,
    one: one.node.attrs,
    other: other.node.attrs,
  })
  if (layoutConflict) context.conflicts.add(layoutConflict.kind, layoutConflict.ids, base)
  const attrs = { ...mergeAttrs(nodes), ...layout }
  if (base.kind === 'atom') {
    const { marks, conflict } = mergeMarks(nodes, state)
    if (conflict) context.conflicts.add(conflict.kind, conflict.ids, base)
    return base.node.type.create(attrs, content.content, marks)
  }
  const tracking = base.kind === 'table' ? {} : { tracking: trackingOf(state.insertion, state.deletion) }
  return base.node.type.create({ ...attrs, ...tracking }, content.content)
}

/** Where it stands in both passes. */
export function mergeStanding(three: ThreeWay<Token>, context: MergeContext): Token {
  const { base, one, other } = three
  const state = mergeState(three)
  const isNew = (ref: ChangeRef | null): ref is ChangeRef => ref !== null && !isSameRef(ref, base.deletion)
  if (isNew(one.deletion) && isNew(other.deletion) && !isSameRef(one.deletion, other.deletion)) {
    context.conflicts.add('bothDeleted', [one.deletion.id, other.deletion.id], base)
  }
  noteFormatInDeleted(base, one, other, context)
  noteFormatInDeleted(base, other, one, context)
  return { ...base, ...state, node: mergeNode(three, state, context) }
}

/** The change of formatting, of properties or of layout that a pass made here; null for none. */
function newFormat(base: Token, token: Token): string | null {
  const idOf = ({ kind, node }: Token) => {
    if (kind === 'paragraph') return paragraphAttrs(node).paragraphChange?.id ?? null
    const { layoutChange } = node.attrs as Partial<TableAttrs>
    return layoutChange?.id ?? formatChangeOf(node.marks)?.id ?? null
  }
  const id = idOf(token)
  return id === idOf(base) ? null : id
}

function noteFormatInDeleted(base: Token, deleting: Token, formatting: Token, context: MergeContext): void {
  if (!deleting.deletion || isSameRef(deleting.deletion, base.deletion) || formatting.deletion) return
  const format = newFormat(base, formatting)
  if (format !== null && format !== deleting.deletion.id) {
    context.conflicts.add('changedInDeleted', [deleting.deletion.id, format], base)
  }
}

/** One pass has it no longer. It goes, unless the other decided what took it away the other way round. */
function mergeGone(base: Token, standing: Token, context: MergeContext): Token | null {
  const keptInsertion = base.insertion !== null && standing.insertion === null
  const keptDeletion = base.deletion !== null && !isSameRef(base.deletion, standing.deletion)
  const mayBeRejected = base.insertion !== null && !keptInsertion
  const mayBeAccepted = base.deletion !== null && !keptDeletion
  const isDecided = base.insertion !== null || base.deletion !== null
  if (isDecided && !mayBeRejected && !mayBeAccepted) {
    context.conflicts.add('decidedDifferently', [base.insertion?.id, base.deletion?.id], base)
    return mergeStanding({ base, one: base, other: { ...standing, ...pickState(base) } }, context)
  }
  const changed = newFormat(base, standing)
  if (changed !== null) {
    context.conflicts.add('changedInDeleted', [base.deletion?.id ?? base.insertion?.id, changed], base)
  } else if (standing.deletion && !isSameRef(standing.deletion, base.deletion)) {
    context.conflicts.add('bothDeleted', [base.insertion?.id, standing.deletion.id], base)
  }
  return null
}

function pickState({ insertion, deletion }: Token): State {
  return { insertion, deletion }
}

export function mergeToken({ base, one, other }: Places, context: MergeContext): Token | null {
  if (one && other) return mergeStanding({ base, one, other }, context)
  const standing = one ?? other
  return standing && mergeGone(base, standing, context)
}

/** What two nodes without a base have in common for certain: nothing, but for the ¶ that always stands. */
function emptied(node: Node): Node {
  const { lastChild } = node
  return node.copy(Fragment.from(lastChild?.isTextblock ? lastChild.copy(Fragment.empty) : null))
}

/** A token that both passes brought: there is no base to say which of them changed it, so both changes are kept. */
export function mergeShared(one: Token, other: Token, context: MergeContext): Token {
  const common = one.node.marks.filter((mark) => mark.isInSet(other.node.marks))
  const isOne = compareWords(JSON.stringify(one.node), JSON.stringify(other.node)) <= 0
  const first = isOne ? one : other
  const insertion = one.insertion && other.insertion ? first.insertion : null
  const base = {
    ...first,
    insertion,
    deletion: null,
    node:
      first.kind === 'paragraph' || first.node.isLeaf
        ? first.node.mark(common)
        : emptied(first.node).mark(common),
  }
  const standing = (token: Token) => ({ ...token, insertion })
  return mergeStanding({ base, one: standing(one), other: standing(other) }, context)
}
