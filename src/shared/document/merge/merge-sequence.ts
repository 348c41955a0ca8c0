import { Mark } from 'prosemirror-model'
import { alignPass } from './merge-alignment.ts'
import { alignRest } from './merge-insertions.ts'
import { changedAlike, matchAlike } from './merge-alike.ts'
import { mergeGap } from './merge-gap.ts'
import { NOTHING_DISPLACED, findDisplaced } from './merge-displaced.ts'
import type { Displaced } from './merge-displaced.ts'
import type { BothStates, Brought } from './merge-gap.ts'
import type { ThreeWay } from './merge-refs.ts'
import { slotsOf } from './merge-slots.ts'
import { mergeShared, mergeToken } from './merge-token.ts'
import type { MergeContext } from './merge-token.ts'
import type { OpenChanges, Token } from './merge-tokens.ts'
import { isAnchor } from '../tracking-state.ts'

export type SequenceContext = MergeContext & {
  readonly one: OpenChanges
  readonly other: OpenChanges
  readonly states: BothStates | null
}

type Pass = {
  readonly tokens: readonly Token[]
  /** The place of each token of the base. */
  readonly places: Int32Array
  readonly displaced: Displaced
}

function tokenAt(pass: Pass, index: number): Token | null {
  const place = pass.places[index] ?? -1
  return pass.tokens[place >= 0 ? place : (pass.displaced.places.get(index) ?? -1)] ?? null
}

/** The change by which a pass deleted, or has removed, what stands on both sides of a gap; null for none. */
function deletionAround(base: readonly Token[], index: number, pass: Pass): string | null {
  const removal = (at: number) => {
    const [was, now] = [base[at], tokenAt(pass, at)]
    if (!was) return null
    if (!now) return was.deletion?.id ?? was.insertion?.id ?? null
    return now.deletion && now.deletion.id !== was.deletion?.id ? now.deletion.id : null
  }
  const id = removal(index - 1)
  return id === removal(index) ? id : null
}

/** Comments and claims that a pass put over both sides of a gap reach over what the other one brought into it. */
function anchorsOver(base: readonly Token[], index: number, pass: Pass): readonly Mark[] {
  const [before, after] = [tokenAt(pass, index - 1), tokenAt(pass, index)]
  const was = base[index - 1]
  if (!before || !after || !was) return []
  return before.node.marks.filter(
    (mark) => isAnchor(mark) && mark.isInSet(after.node.marks) && !mark.isInSet(was.node.marks),
  )
}

function withAnchors(token: Token, anchors: readonly Mark[]): Token {
  if (anchors.length === 0 || (token.kind !== 'text' && token.kind !== 'atom')) return token
  const marks = [...token.node.marks, ...anchors.filter((mark) => !mark.isInSet(token.node.marks))]
  return { ...token, node: token.node.mark(Mark.setFrom(marks)) }
}

/** What a pass has done on both sides of a gap. */
type Around = { readonly anchors: readonly Mark[]; readonly deletion: string | null }

function aroundGap(base: readonly Token[], index: number, pass: Pass): Around {
  return { anchors: anchorsOver(base, index, pass), deletion: deletionAround(base, index, pass) }
}

function placeBrought(
  brought: Brought,
  around: { readonly one: Around; readonly other: Around },
  context: SequenceContext,
): Token {
  if (brought.kind === 'both') return mergeShared(brought.one, brought.other, context)
  const { anchors, deletion } = brought.kind === 'one' ? around.other : around.one
  const { token } = brought
  if (deletion !== null && token.insertion && token.insertion.id !== deletion) {
    context.conflicts.add('changedInDeleted', [deletion, token.insertion.id], token)
  }
  return withAnchors(token, anchors)
}

function isUntouched(base: Token, token: Token | null): boolean {
  if (!token) return false
  if (token.node === base.node) return true
  if (base.kind === 'text') return Mark.sameSet(base.node.marks, token.node.marks)
  return base.kind === 'paragraph'
    ? base.node.hasMarkup(token.node.type, token.node.attrs)
    : base.node.eq(token.node)
}

/** A table goes with its last row. */
function isEmptied({ kind, node }: Token): boolean {
  return (kind === 'table' || kind === 'row') && node.childCount === 0
}

/** Both passes, with the places in them of what the base holds. */
function readPasses(
  three: ThreeWay<readonly Token[]>,
  context: SequenceContext,
): { readonly one: Pass; readonly other: Pass } {
  const { base } = three
  const read = (tokens: readonly Token[], changes: OpenChanges): Pass => ({
    tokens,
    places: alignPass(base, tokens, changes),
    displaced: NOTHING_DISPLACED,
  })
  const one = read(three.one, context.one)
  const other = read(three.other, context.other)
  const alike = changedAlike(base, three.one, three.other)
  matchAlike(base, three.one, alike, { one: one.places, other: other.places })
  alignRest(base, three.one, context.one, one.places)
  alignRest(base, three.other, context.other, other.places)
  const isAsItWas = (pass: Pass) => (index: number) => {
    const token = base[index]
    return token !== undefined && isUntouched(token, tokenAt(pass, index))
  }
  const [left, right] = [isAsItWas(one), isAsItWas(other)]
  return {
    one: { ...one, displaced: findDisplaced(base, { ...one, states: context.one.states }, other, right) },
    other: {
      ...other,
      displaced: findDisplaced(base, { ...other, states: context.other.states }, one, left),
    },
  }
}

/** Merges the children of one container, table or row. */
export function mergeSequence(three: ThreeWay<readonly Token[]>, context: SequenceContext): Token[] {
  const { base } = three
  const { one, other } = readPasses(three, context)
  const open = { one: context.one.pass, other: context.other.pass, states: context.states }
  const slots = slotsOf(one, other, open)
  const merged: Token[] = []
  for (let index = 0; index <= base.length; index++) {
    const left = slots.one.get(index) ?? []
    const right = slots.other.get(index) ?? []
    if (left.length > 0 || right.length > 0) {
      const gap = { before: base[index - 1] ?? null, after: base[index] ?? null }
      const around = { one: aroundGap(base, index, one), other: aroundGap(base, index, other) }
      for (const brought of mergeGap(left, right, gap, open))
        merged.push(placeBrought(brought, around, context))
    }
    const token = base[index]
    if (!token) continue
    const places = { base: token, one: tokenAt(one, index), other: tokenAt(other, index) }
    if (isUntouched(token, places.one) && isUntouched(token, places.other)) merged.push(token)
    else {
      const result = mergeToken(places, context)
      if (result && !isEmptied(result)) merged.push(result)
    }
  }
  return merged
}
