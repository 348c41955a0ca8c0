import { Fragment, Mark } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import type { ChangeRef, Tracking } from '../attributes.ts'
import { blocksOf } from '../merge/merge-tokens.ts'
import type { Token } from '../merge/merge-tokens.ts'
import { schema } from '../schema.ts'
import { isAnchor, paragraphAttrs } from '../tracking-state.ts'
import { fitEnds } from './fit-ends.ts'
import { movedLines } from './moved-lines.ts'
import type { Moved } from './moved-lines.ts'
import { layoutOf } from './returned-formats.ts'
import type { Both } from './returned-formats.ts'
import type { Item } from './returned-items.ts'
import { slotsOf } from './returned-slots.ts'
import type { Sides, Slot } from './returned-slots.ts'
import { verdictsIn } from './returned-verdicts.ts'
import type { Verdicts } from './returned-verdicts.ts'
import { formatsOfNew, refMark, wovenAnchors, wovenFormats, wovenProperties } from './weave-marks.ts'
import type { WeavingMarks } from './weave-marks.ts'
import { nodeTracked } from './weave-nodes.ts'
import { createRuns } from './weave-runs.ts'

/**
 * A copy that was edited elsewhere, as a pass over the text that was sent: the text of the base with its own ids and
 * anchors, the changes of the copy as they are, what was decided there decided, and what was done without tracking as
 * tracked changes of one person. Rejecting all that is new gives what the decisions leave of the base; accepting all
 * gives the final text of the copy.
 */

export type Weaving = Sides & {
  /** Who did what was not tracked. */
  readonly author: string
  readonly newId: () => string
  readonly newComments: ReadonlySet<string>
  readonly ignoresFormats: boolean
  /** See `verdictsIn`. */
  readonly isLossy: boolean
}

export type Woven = Verdicts & {
  readonly doc: Node
  /** Changes that were not tracked. */
  readonly untracked: ReadonlySet<string>
}

type Context = WeavingMarks & Pick<Weaving, 'isLossy'> & { readonly moved: Moved }

function trackingOf(insertion: ChangeRef | null, deletion: ChangeRef | null): Tracking | null {
  if (!insertion && !deletion) return null
  return { ...(insertion ? { insertion } : {}), ...(deletion ? { deletion } : {}) }
}

type State = Pick<Token, 'insertion' | 'deletion'>

/** Of a deletion a part alone may have been taken back; what an insertion came to stands in either case. */
function stateOf({ base, copy }: Both, { verdictOn, isLossy }: Context): State {
  const stays = (ref: ChangeRef | null) => (ref && verdictOn(ref.id) === 'open' ? ref : null)
  const mayBeLost = isLossy && base.insertion !== null
  const isTakenBack = copy.deleted === null && !mayBeLost
  return {
    insertion: stays(base.insertion),
    deletion: base.deletion ? (isTakenBack ? null : stays(base.deletion)) : copy.deletion,
  }
}

/** Of rows and cells, by their place; of text by its marks. */
function withState(item: Item, node: Node, state: State): Token {
  return { kind: item.kind, text: item.text, node, ...state }
}

function endRuns({ runs }: Context): void {
  runs.end('insertion')
  runs.end('deletion')
}

function layoutAttrs({ base, copy }: Both, { verdictOn }: Context): object {
  const [was, is] = [layoutOf(base.node), layoutOf(copy.node)]
  if (!was || !is) return {}
  const { layoutChange } = was
  if (layoutChange) {
    const verdict = verdictOn(layoutChange.id)
    if (verdict === 'open') return {}
    return { layoutChange: null, look: verdict === 'rejected' ? layoutChange.before : was.look }
  }
  if (!is.layoutChange) return {}
  const { id, author } = is.layoutChange
  return { look: is.look, layoutChange: { id, author, before: was.look } }
}

function weaveBoth(slot: Both, context: Context): Token {
  const { base, within } = slot
  endRuns(context)
  const state = stateOf(slot, context)
  if (base.kind === 'paragraph') {
    const attrs = {
      ...wovenProperties(slot, context),
      paragraphMark: trackingOf(state.insertion, state.deletion),
    }
    return withState(base, schema.nodes.para.create(attrs), state)
  }
  const content = within ? contentOf(base.node, within, context) : base.node.content
  if (base.kind === 'text' || base.kind === 'atom') {
    const tracking = [...refMark('insertion', state.insertion), ...refMark('deletion', state.deletion)]
    const marks = Mark.setFrom([...wovenAnchors(slot, context), ...tracking, ...wovenFormats(slot, context)])
    const node = base.node.isText
      ? base.node.mark(marks)
      : base.node.type.create(base.node.attrs, content, marks)
    return withState(base, node, state)
  }
  const tracking = base.kind === 'table' ? {} : { tracking: trackingOf(state.insertion, state.deletion) }
  const attrs = { ...base.node.attrs, ...tracking, ...layoutAttrs(slot, context) }
  return withState(base, base.node.type.create(attrs, content), state)
}

/** Null where a decision took it away. */
function weaveGone(base: Item, context: Context): Token | null {
  const { runs, verdictOn } = context
  runs.end('format')
  const { insertion, deletion } = base
  const isRejected = insertion !== null && verdictOn(insertion.id) === 'rejected'
  const isAccepted = deletion !== null && verdictOn(deletion.id) === 'accepted'
  if (isRejected || isAccepted) return null
  runs.end('insertion')
  if (deletion) return base
  const gone = runs.ref('deletion')
  if (base.kind === 'paragraph') {
    const paragraphMark = trackingOf(insertion, gone)
    return withState(base, schema.nodes.para.create({ ...base.node.attrs, paragraphMark }), {
      insertion,
      deletion: gone,
    })
  }
  const node = nodeTracked(base.node, 'deletion', gone)
  return withState(base, node, { insertion, deletion: gone })
}

/** Anchors that hold what stands on both sides hold what is put between. */
type Around = readonly Mark[]

function weaveNew(slot: Extract<Slot, { kind: 'new' }>, around: Around, context: Context): Token {
  const { runs, moved } = context
  const { copy } = slot
  runs.end('format')
  const isTracked = copy.insertion !== null
  if (isTracked) runs.end('insertion')
  const insertion = copy.insertion ?? runs.ref('insertion')
  const state = { insertion, deletion: copy.deletion }
  if (copy.kind === 'paragraph') {
    const attrs = { ...paragraphAttrs(copy.node), paragraphMark: trackingOf(insertion, copy.deletion) }
    return withState(copy, schema.nodes.para.create(attrs), state)
  }
  if (copy.kind !== 'text' && copy.kind !== 'atom') {
    return withState(copy, isTracked ? copy.node : nodeTracked(copy.node, 'insertion', insertion), state)
  }
  const own = copy.node.marks.filter(isAnchor)
  const before = moved.before.get(slot)?.node.marks.filter(isAnchor) ?? []
  const anchors = [...own, ...[...around, ...before].filter((mark) => !mark.isInSet(own))]
  const tracking = [...refMark('insertion', insertion), ...refMark('deletion', copy.deletion)]
  const marks = Mark.setFrom([...anchors, ...tracking, ...formatsOfNew(copy.node.marks)])
  const node = copy.kind === 'text' || isTracked ? copy.node : nodeTracked(copy.node, 'insertion', insertion)
  return withState(copy, node.mark(marks), state)
}

function anchorsOf(slot: Slot | undefined): readonly Mark[] {
  if (!slot || slot.kind === 'new') return []
  const isInline = slot.base.kind === 'text' || slot.base.kind === 'atom'
  return isInline ? slot.base.node.marks.filter(isAnchor) : []
}

/** What holds the places on both sides of each new one. */
function aroundEach(slots: readonly Slot[]): ReadonlyMap<Slot, Around> {
  const around = new Map<Slot, Around>()
  let before: Slot | undefined
  let waiting: Slot[] = []
  for (const slot of slots) {
    if (slot.kind === 'new') {
      waiting.push(slot)
      continue
    }
    const common = waiting.length > 0 ? anchorsOf(before).filter((mark) => mark.isInSet(anchorsOf(slot))) : []
    for (const one of waiting) around.set(one, common)
    waiting = []
    before = slot
  }
  return around
}

function weaveSlots(slots: readonly Slot[], context: Context): Token[] {
  const tokens: Token[] = []
  const around = aroundEach(slots)
  for (const slot of slots) {
    if (slot.kind === 'new') tokens.push(weaveNew(slot, around.get(slot) ?? [], context))
    else if (slot.kind === 'unseen') tokens.push(slot.base)
    else {
      const token = slot.kind === 'both' ? weaveBoth(slot, context) : weaveGone(slot.base, context)
      if (token) tokens.push(token)
    }
  }
  // A table goes with its last row.
  return tokens.filter(({ kind, node }) => (kind !== 'table' && kind !== 'row') || node.childCount > 0)
}

function contentOf(node: Node, slots: readonly Slot[], context: Context): Fragment {
  const tokens = weaveSlots(slots, context)
  const isParent = node.type === schema.nodes.table || node.type === schema.nodes.row
  return isParent ? Fragment.fromArray(tokens.map((token) => token.node)) : blocksOf(tokens)
}

/** The ids of comments in the copy are those that they have here; so are the ids of authors. */
export function weave(base: Node, copy: Node, weaving: Weaving): Woven {
  const slots = slotsOf(base, fitEnds(base, copy), weaving)
  const moved = movedLines(slots)
  const verdicts = verdictsIn(slots, weaving, moved, weaving.isLossy)
  const runs = createRuns(weaving.author, weaving.newId)
  const context: Context = {
    verdictOn: (id) => verdicts.of.get(id) ?? 'open',
    runs,
    newComments: weaving.newComments,
    ignoresFormats: weaving.ignoresFormats,
    isLossy: weaving.isLossy,
    moved,
  }
  const doc = base.copy(contentOf(base, slots, context))
  doc.check()
  return { ...verdicts, doc, untracked: runs.made }
}
