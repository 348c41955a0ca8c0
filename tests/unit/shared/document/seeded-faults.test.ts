import { Fragment } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { afterEach, test, vi } from 'vitest'
import { indexDocument } from '../../../../src/shared/document/index/document-index.ts'
import { runsBetween, stateBefore, stateOf } from '../../../../src/shared/document/tracking/runs.ts'
import { isAnchor, paragraphAttrs } from '../../../../src/shared/document/tracking-state.ts'
import { ARTICLE_PROPERTIES } from '../../../support/article-properties.ts'
import { expectCaught } from '../../../support/caught.ts'
import { DECIDE_PROPERTIES } from '../../../support/decide-properties.ts'
import { TRACKING_PROPERTIES } from '../../../support/tracking-properties.ts'

/**
 * Proof that the properties have teeth: each fault is put into one module of the engine, and the property that is
 * there for it has to fail. A fault that passes says that a property is too weak.
 */

type Fault =
  | 'the last text that an edit brought is dropped'
  | 'inserted text is not marked as such'
  | 'the inserted text of another author is really removed'
  | 'typing beside the insertion of another author goes on under its id'
  | 'a join keeps the properties of the second paragraph'
  | 'a character of two code units is cut in two'
  | 'formatting loses the comment that it meets'
  | 'rejecting forgets the paragraph properties of before'
  | 'one change too many is decided'
  | 'undo of a decision forgets the ¶ that went'
  | 'text put into moved text outlives the move'
  | 'what was put into a move that is accepted stays bound to it'
  | 'text before a table that stays goes with its ¶'
  | 'a table goes as soon as one of its rows does'
  | 'a row keeps the state that was decided'
  | 'undo of a decision forgets the rows that went'
  | 'a picture that goes is still there in the final text'
  | 'the list of changes forgets one of a paragraph'

const seeded = vi.hoisted((): { fault: Fault | null } => ({ fault: null }))

afterEach(() => {
  seeded.fault = null
})

vi.mock(import('../../../../src/shared/document/tracking/tracker.ts'), async (original) => {
  const real = await original()
  const trackChanges: typeof real.trackChanges = (base, edit, context) => {
    const tracked = real.trackChanges(base, edit, context)
    if (seeded.fault !== 'the last text that an edit brought is dropped') return tracked
    const brings = tracked.transform.steps.map((step) => {
      let grows = false
      step.getMap().forEach((fromOld, toOld, fromNew, toNew) => (grows ||= toNew - fromNew > toOld - fromOld))
      return grows
    })
    const dropped = brings.indexOf(true)
    const transform = new Transform(base)
    tracked.transform.steps.forEach((step, index) => index !== dropped && transform.maybeStep(step))
    return { ...tracked, transform }
  }
  return { ...real, trackChanges }
})

vi.mock(import('../../../../src/shared/document/tracking/tracked-content.ts'), async (original) => {
  const real = await original()
  return {
    ...real,
    insertedMarks: (node, insertion, anchors, carried) => {
      const marks = real.insertedMarks(node, insertion, anchors, carried)
      const isSeeded = seeded.fault === 'inserted text is not marked as such'
      return isSeeded ? marks.filter((mark) => mark.type.name !== 'insertion') : marks
    },
    isWithdrawn: (run, context) => {
      const isSeeded = seeded.fault === 'the inserted text of another author is really removed'
      return real.isWithdrawn(run, context) || (isSeeded && stateOf(run).insertion !== undefined)
    },
    insertionFor: (base, range, removed, context) => {
      const isSeeded = seeded.fault === 'typing beside the insertion of another author goes on under its id'
      const before = isSeeded ? stateBefore(base, range.fromA).insertion : undefined
      const own = real.insertionFor(base, range, removed, context)
      return before ? { ...own, id: before.id } : own
    },
    retainedMarks: (before, after, context) => {
      const marks = real.retainedMarks(before, after, context)
      const isSeeded = seeded.fault === 'formatting loses the comment that it meets' && marks !== before
      return isSeeded ? marks.filter((mark) => !isAnchor(mark)) : marks
    },
  }
})

vi.mock(import('../../../../src/shared/document/tracking/tracked-properties.ts'), async (original) => {
  const real = await original()
  const trackedAttrs: typeof real.trackedAttrs = (base, edited, marks, context) => {
    const attrs = real.trackedAttrs(base, edited, marks, context)
    if (seeded.fault !== 'a join keeps the properties of the second paragraph') return attrs
    return attrs.map((wanted, index) => {
      const mark = marks[index]
      const isJoined = marks[index - 1]?.kind === 'deleted' && mark?.kind === 'retained'
      return isJoined ? paragraphAttrs(base.child(mark.base)) : wanted
    })
  }
  return { ...real, trackedAttrs }
})

vi.mock(import('../../../../src/shared/document/tracking/changed-ranges.ts'), async (original) => {
  const real = await original()
  const changedRanges: typeof real.changedRanges = (base, edited, touched) => {
    const ranges = real.changedRanges(base, edited, touched)
    if (seeded.fault !== 'a character of two code units is cut in two') return ranges
    return ranges.map((range) => {
      const { fromA, fromB } = range
      if (fromA === range.toA || fromB === range.toB) return range
      const letter = runsBetween(base, fromA, fromA + 1)[0]?.text ?? ''
      const isCommon = letter === runsBetween(edited, fromB, fromB + 1)[0]?.text
      return isCommon && !letter.isWellFormed() ? { ...range, fromA: fromA + 1, fromB: fromB + 1 } : range
    })
  }
  return { ...real, changedRanges }
})

vi.mock(import('../../../../src/shared/document/decide/decide-pieces.ts'), async (original) => {
  const real = await original()
  const addAttributes: typeof real.addAttributes = (pieces, at, attrs) => {
    const isSeeded = seeded.fault === 'rejecting forgets the paragraph properties of before'
    const kept = Object.entries(attrs).filter(([name]) => name.startsWith('paragraph'))
    real.addAttributes(pieces, at, isSeeded ? Object.fromEntries(kept) : attrs)
  }
  const addNodeAttributes: typeof real.addNodeAttributes = (pieces, at, attrs) => {
    if (seeded.fault !== 'a row keeps the state that was decided') real.addNodeAttributes(pieces, at, attrs)
  }
  const addNodes: typeof real.addNodes = (pieces, from, to, content) => {
    const isSeeded = seeded.fault === 'undo of a decision forgets the rows that went'
    real.addNodes(pieces, from, to, isSeeded ? Fragment.empty : content)
  }
  return { ...real, addAttributes, addNodeAttributes, addNodes }
})

vi.mock(import('../../../../src/shared/document/decide/settled.ts'), async (original) => {
  const real = await original()
  return {
    ...real,
    areMarksGoing: (marks, decision) => {
      const isSeeded = seeded.fault === 'text put into moved text outlives the move'
      const bound = marks.find((mark) => typeof mark.attrs['move'] === 'string')
      const isFree = isSeeded && bound && !decision.decides(String(bound.attrs['id']))
      return !isFree && real.areMarksGoing(marks, decision)
    },
    settleMarks: (marks, decision) => {
      const isSeeded = seeded.fault === 'what was put into a move that is accepted stays bound to it'
      const isDecided = marks.some((mark) => decision.decides(String(mark.attrs['id'])))
      return isSeeded && !isDecided ? marks : real.settleMarks(marks, decision)
    },
  }
})

vi.mock(import('../../../../src/shared/document/decide/settled-nodes.ts'), async (original) => {
  const real = await original()
  return {
    ...real,
    isEmptied: (paragraph, decision) => {
      const isSeeded = seeded.fault === 'text before a table that stays goes with its ¶'
      return isSeeded || real.isEmptied(paragraph, decision)
    },
    isTableGoing: (table, decision) => {
      const isSeeded = seeded.fault === 'a table goes as soon as one of its rows does'
      if (!isSeeded) return real.isTableGoing(table, decision)
      return table.children.some((row) => real.isRowGoing(row, decision))
    },
    settleBlocks: (blocks, decision) => {
      const isSeeded = seeded.fault === 'a picture that goes is still there in the final text'
      const settled = real.settleBlocks(blocks, decision)
      const pictures = blocks[0]?.children.filter((node) => node.type.name === 'image') ?? []
      const first = settled.firstChild
      if (!isSeeded || !first?.isTextblock || pictures.length === 0) return settled
      return settled.replaceChild(0, first.copy(first.content.append(Fragment.from(pictures[0]))))
    },
  }
})

vi.mock(import('../../../../src/shared/document/decide/decide.ts'), async (original) => {
  const real = await original()
  const decide: typeof real.decide = (doc, ids, verdict) => {
    if (seeded.fault !== 'one change too many is decided' || ids === 'all') {
      return real.decide(doc, ids, verdict)
    }
    const other = indexDocument(doc).changes.find((change) => !ids.has(change.id))
    return real.decide(doc, new Set([...ids, ...(other ? [other.id] : [])]), verdict)
  }
  return { ...real, decide }
})

vi.mock(import('../../../../src/shared/document/decide/flat-text.ts'), async (original) => {
  const real = await original()
  const readSlice: typeof real.readSlice = (slice, sink) => {
    const isSeeded = seeded.fault === 'undo of a decision forgets the ¶ that went'
    real.readSlice(slice, isSeeded ? { ...sink, paragraphMark: () => undefined } : sink)
  }
  return { ...real, readSlice }
})

vi.mock(import('../../../../src/shared/document/index/block-summary.ts'), async (original) => {
  const real = await original()
  const summaryOf: typeof real.summaryOf = (paragraph) => {
    const summary = real.summaryOf(paragraph)
    const isSeeded = seeded.fault === 'the list of changes forgets one of a paragraph'
    return isSeeded ? { ...summary, changes: summary.changes.slice(1) } : summary
  }
  return { ...real, summaryOf }
})

const PROPERTIES = { ...TRACKING_PROPERTIES, ...DECIDE_PROPERTIES, ...ARTICLE_PROPERTIES }
const CAUGHT_BY: Record<Fault, keyof typeof PROPERTIES> = {
  'the last text that an edit brought is dropped':
    'accepting everything gives what the same edits do untracked',
  'inserted text is not marked as such': 'rejecting everything gives the first document back',
  'the inserted text of another author is really removed':
    'no edit really removes what another author or the original says',
  'typing beside the insertion of another author goes on under its id':
    'every change is of one author, and nobody changes in the name of another',
  'a join keeps the properties of the second paragraph':
    'accepting everything gives what the same edits do untracked',
  'a character of two code units is cut in two':
    'every tracked document is valid and cuts no character in two',
  'formatting loses the comment that it meets': 'anchors survive every edit that is rejected',
  'rejecting forgets the paragraph properties of before':
    'rejecting everything gives the first document back',
  'one change too many is decided':
    'one step of a decision comes to the same text as one step for each change',
  'undo of a decision forgets the ¶ that went':
    'the inverse of a decision gives the redline back, and its inverse the decision',
  'text put into moved text outlives the move':
    'a decision comes to what is left of the units, and to a valid text',
  'what was put into a move that is accepted stays bound to it':
    'a decision comes to what is left of the units, and to a valid text',
  'text before a table that stays goes with its ¶':
    'a decision comes to what is left of the units, and to a valid text',
  'a table goes as soon as one of its rows does':
    'a decision comes to what is left of the units, and to a valid text',
  'a row keeps the state that was decided':
    'deciding some changes and then others is the same as deciding all of them at once',
  'undo of a decision forgets the rows that went':
    'the inverse gives the redline back, and its inverse the decision',
  'a picture that goes is still there in the final text':
    'the original and the final text are those of deciding everything',
  'the list of changes forgets one of a paragraph':
    'the index holds every id that the document holds, with all of its text',
}

test.each(Object.entries(CAUGHT_BY) as [Fault, keyof typeof PROPERTIES][])('%s: caught', (fault, name) => {
  expectCaught(PROPERTIES[name], () => (seeded.fault = fault))
})
