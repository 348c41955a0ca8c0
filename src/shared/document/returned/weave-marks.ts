import { Mark } from 'prosemirror-model'
import type { ChangeRef, ParagraphChange } from '../attributes.ts'
import { schema } from '../schema.ts'
import {
  isAnchor,
  paragraphAttrs,
  propertiesOf,
  restoreProperties,
  storeMarks,
  storeProperties,
} from '../tracking-state.ts'
import type { FormatChange } from '../tracking-state.ts'
import {
  comparable,
  formatBefore,
  formatsOf,
  looksOf,
  paragraphChangeOf,
  propertiesIn,
  sameButLook,
} from './returned-formats.ts'
import type { Both } from './returned-formats.ts'
import type { Verdict } from './returned-verdicts.ts'
import type { Runs } from './weave-runs.ts'

export type WeavingMarks = {
  readonly verdictOn: (id: string) => Verdict
  readonly runs: Runs
  /** Comments that the copy brings. */
  readonly newComments: ReadonlySet<string>
  /** Formatting that differs without a tracked change is their program's, and not theirs. */
  readonly ignoresFormats: boolean
}

export function refMark(name: 'insertion' | 'deletion', ref: ChangeRef | null): readonly Mark[] {
  return ref ? [schema.mark(name, { id: ref.id, author: ref.author, move: ref.move ?? null })] : []
}

function changeMark(change: FormatChange | null): readonly Mark[] {
  return change
    ? [schema.mark('formatChange', { id: change.id, author: change.author, before: change.before })]
    : []
}

/** Formatting with the note of what it was. The look stays that of the base. */
export function wovenFormats({ base, copy }: Both, context: WeavingMarks): readonly Mark[] {
  const [was, is] = [formatsOf(base.node), formatsOf(copy.node)]
  const look = looksOf(base.node.marks)
  if (was.change) {
    const verdict = context.verdictOn(was.change.id)
    if (verdict === 'open') return [...was.plain, ...look, ...changeMark(was.change)]
    return verdict === 'accepted' ? [...was.plain, ...look] : [...formatBefore(was.change), ...look]
  }
  const before = storeMarks([...was.plain, ...look])
  // What it was is said by the base: the copy may also differ without a trace, and rejecting has to give the base.
  if (is.change && !Mark.sameSet(was.plain, is.plain)) {
    return [...is.plain, ...look, ...changeMark({ id: is.change.id, author: is.change.author, before })]
  }
  if (context.ignoresFormats || Mark.sameSet(was.plain, is.plain)) {
    context.runs.end('format')
    return [...was.plain, ...look]
  }
  const ref = context.runs.ref('format', JSON.stringify([before, storeMarks(is.plain)]))
  return [...is.plain, ...look, ...changeMark({ ...ref, before })]
}

/** Anchors of the base, and comments that are new. */
export function wovenAnchors({ base, copy }: Both, { newComments }: WeavingMarks): readonly Mark[] {
  const kept = base.node.marks.filter(isAnchor)
  const brought = copy.node.marks.filter(
    (mark) => mark.type === schema.marks.comment && newComments.has(String(mark.attrs['id'])),
  )
  return [...kept, ...brought.filter((mark) => !mark.isInSet(kept))]
}

/** The formatting of what only the copy has: there is no look of the base to keep. */
export function formatsOfNew(marks: readonly Mark[]): readonly Mark[] {
  const change = marks.filter((mark) => mark.type === schema.marks.formatChange)
  return [...comparable(marks), ...looksOf(marks), ...change]
}

export type WovenProperties = Omit<ReturnType<typeof paragraphAttrs>, 'paragraphMark'>

export function wovenProperties({ base, copy }: Both, context: WeavingMarks): WovenProperties {
  const was = propertiesOf(paragraphAttrs(base.node))
  const change = paragraphChangeOf(base.node)
  if (change) {
    const verdict = context.verdictOn(change.id)
    if (verdict === 'open') return { ...was, paragraphChange: change }
    return { ...(verdict === 'accepted' ? was : restoreProperties(change.before)), paragraphChange: null }
  }
  const is = propertiesIn(was, paragraphAttrs(copy.node))
  const theirs = paragraphChangeOf(copy.node)
  const before = storeProperties(was)
  if (theirs && !sameButLook(was, is)) {
    return { ...is, paragraphChange: { id: theirs.id, author: theirs.author, before } }
  }
  if (context.ignoresFormats || sameButLook(was, is)) return { ...was, paragraphChange: null }
  context.runs.end('paragraph')
  const ref: ParagraphChange = { ...context.runs.ref('paragraph'), before }
  return { ...is, paragraphChange: ref }
}
