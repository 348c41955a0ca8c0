import type { Node } from 'prosemirror-model'
import { afterEach, test, vi } from 'vitest'
import type { ChangeRef, RowAttrs } from '../../../../src/shared/document/attributes.ts'
import { isBy, stateOf } from '../../../../src/shared/document/tracking/runs.ts'
import { schema } from '../../../../src/shared/document/schema.ts'
import { isAnchor } from '../../../../src/shared/document/tracking-state.ts'
import { ARTICLE_PROPERTIES } from '../../../support/article-properties.ts'
import { expectCaught } from '../../../support/caught.ts'
import { TRACKING_PROPERTIES } from '../../../support/tracking-properties.ts'

/** As seeded-faults.test.ts, of the rules for tables, notes, moves and anchors. */

type Fault =
  | 'a deleted row is not marked'
  | 'a cell’s last ¶ is marked as deleted'
  | 'rows of a new table keep foreign tracking'
  | 'a withdrawn note takes another author’s words along'
  | 'the two sides of a move have different ids'
  | 'pasted text keeps its anchors'
  | 'an anchor reaches over to the next paragraph'
  | 'text before a ¶ runs on into a table'
  | 'an edit that reaches over the border of a cell is cut there'
  | 'a changed layout leaves no trace'
  | 'a changed layout of a table is not seen'
  | 'a rejected layout stays'
  | 'an undone decision leaves the layout decided'

const seeded = vi.hoisted((): { fault: Fault | null } => ({ fault: null }))

afterEach(() => {
  seeded.fault = null
})

vi.mock(import('../../../../src/shared/document/tracking/tracked-tables.ts'), async (original) => {
  const real = await original()
  /** Marks the last ¶ of each cell within, as the ¶ before it are. */
  const markLast = (node: Node, before: number, mark: (position: number) => void) => {
    node.forEach((child, offset, index) => {
      const isLast = node.type === schema.nodes.cell && index === node.childCount - 1
      if (isLast) mark(before + 1 + offset)
      else if (!child.isTextblock) markLast(child, before + 1 + offset, mark)
    })
  }
  const planDeleted: typeof real.planDeleted = (rewrite, node, before, deletion, author) => {
    const goes = real.planDeleted(rewrite, node, before, deletion, author)
    if (goes) return true
    if (seeded.fault === 'a deleted row is not marked') {
      const kept = rewrite.attributes.filter(
        ({ name, position }) => name !== 'tracking' || position !== before,
      )
      rewrite.attributes.splice(0, Infinity, ...kept)
    }
    if (seeded.fault === 'a cell’s last ¶ is marked as deleted') {
      const value = { deletion: deletion() }
      markLast(node, before, (position) => {
        rewrite.attributes.push({ position, name: 'paragraphMark', value })
      })
    }
    return false
  }
  const insertedCells: typeof real.insertedCells = (node, insertion, carried, isOuter) => {
    const fresh = real.insertedCells(node, insertion, carried, isOuter)
    if (seeded.fault !== 'rows of a new table keep foreign tracking' || node.type !== schema.nodes.table) {
      return fresh
    }
    const rows = fresh.children.map((row, index) => {
      const { tracking } = node.child(index).attrs as RowAttrs
      return tracking ? row.type.create({ tracking }, row.content) : row
    })
    return fresh.type.create(fresh.attrs, rows)
  }
  return { ...real, planDeleted, insertedCells }
})

vi.mock(import('../../../../src/shared/document/tracking/tracked-content.ts'), async (original) => {
  const real = await original()
  return {
    ...real,
    isWithdrawn: (run, context) => {
      const isSeeded = seeded.fault === 'a withdrawn note takes another author’s words along'
      const { insertion, deletion } = stateOf(run)
      const isOwnNote = run.node.type === schema.nodes.footnote && isBy(insertion, context.author)
      return real.isWithdrawn(run, context) || (isSeeded && isOwnNote && deletion === undefined)
    },
    insertionFor: (base, range, removed, context) => {
      const own = real.insertionFor(base, range, removed, context)
      const isSeeded = seeded.fault === 'the two sides of a move have different ids'
      if (!isSeeded || context.moveId === null || own.move !== own.id) return own
      const other: ChangeRef = { ...own, id: `${own.id}-to`, move: `${own.id}-to` }
      return other
    },
    insertedMarks: (node, insertion, anchors, carried) => {
      const isSeeded = seeded.fault === 'pasted text keeps its anchors'
      const more = isSeeded ? node.marks.filter((mark) => isAnchor(mark) && !mark.isInSet(anchors)) : []
      return real.insertedMarks(node, insertion, [...anchors, ...more], carried)
    },
  }
})

vi.mock(import('../../../../src/shared/document/tracking/anchor-inheritance.ts'), async (original) => {
  const real = await original()
  const inheritedAnchors: typeof real.inheritedAnchors = (flat, place, insertionId) => {
    const anchors = real.inheritedAnchors(flat, place, insertionId)
    if (seeded.fault !== 'an anchor reaches over to the next paragraph') return anchors
    const block = flat.blocks.find(({ from }) => from === place.from)
    const before = block ? flat.container.maybeChild(block.index - 1) : null
    const last = before?.isTextblock === true ? before.lastChild : null
    const more = last?.marks.filter((mark) => isAnchor(mark) && !mark.isInSet(anchors)) ?? []
    return [...anchors, ...more]
  }
  return { ...real, inheritedAnchors }
})

vi.mock(import('../../../../src/shared/document/decide/flat-text.ts'), async (original) => {
  const real = await original()
  /** The text comes to stand in the table’s first cell. */
  const runInto = (node: Node, text: readonly Node[]): Node => {
    const first = node.firstChild
    if (node.isTextblock)
      return node.copy(node.content.addToStart(schema.text(text.map((one) => one.textContent).join(''))))
    return first ? node.copy(node.content.replaceChild(0, runInto(first, text))) : node
  }
  const createFlatWriter: typeof real.createFlatWriter = () => {
    const writer = real.createFlatWriter()
    if (seeded.fault !== 'text before a ¶ runs on into a table') return writer
    let text: Node[] = []
    const flush = () => {
      for (const node of text.splice(0)) writer.inline(node)
    }
    return {
      inline: (node) => void text.push(node),
      block: (table) => {
        const words = text.filter((node) => node.isText)
        if (words.length === 0) flush()
        writer.block(words.length === 0 ? table : runInto(table, words))
        if (words.length > 0) text = []
      },
      paragraphMark: (paragraph) => (flush(), writer.paragraphMark(paragraph)),
      paragraph: (paragraph) => (flush(), writer.paragraph(paragraph)),
      newMark: (attrs) => (flush(), writer.newMark(attrs)),
      content: () => (flush(), writer.content()),
      slice: () => (flush(), writer.slice()),
    }
  }
  return { ...real, createFlatWriter }
})

vi.mock(import('../../../../src/shared/document/tracking/touched-units.ts'), async (original) => {
  const real = await original()
  const splitTouched: typeof real.splitTouched = (base, edited, touched) => {
    const split = real.splitTouched(base, edited, touched)
    if (seeded.fault !== 'an edit that reaches over the border of a cell is cut there') return split
    // What was touched as it was, and not whole units.
    return { ...split, own: touched.filter((range) => !split.inner.includes(range)) }
  }
  return { ...real, splitTouched }
})

vi.mock(import('../../../../src/shared/document/tracking/tracked-layout.ts'), async (original) => {
  const real = await original()
  const planLayout: typeof real.planLayout = (rewrite, base, edited, context) => {
    const isTable = base.node.type === schema.nodes.table
    if (seeded.fault === 'a changed layout of a table is not seen' && isTable) return
    const before = rewrite.attributes.length
    real.planLayout(rewrite, base, edited, context)
    if (seeded.fault !== 'a changed layout leaves no trace') return
    const planned = rewrite.attributes.splice(before)
    rewrite.attributes.push(...planned.filter(({ name }) => name === 'look'))
  }
  return { ...real, planLayout }
})

vi.mock(import('../../../../src/shared/document/decide/settled.ts'), async (original) => {
  const real = await original()
  const settleLayout: typeof real.settleLayout = (attrs, decision) => {
    const settled = real.settleLayout(attrs, decision)
    if (seeded.fault !== 'a rejected layout stays' || !('look' in settled)) return settled
    return { layoutChange: null }
  }
  return { ...real, settleLayout }
})

vi.mock(import('../../../../src/shared/document/decide/decide-walk.ts'), async (original) => {
  const real = await original()
  const stateNow: typeof real.stateNow = (node, piece) => {
    const state = real.stateNow(node, piece)
    if (seeded.fault !== 'an undone decision leaves the layout decided') return state
    return 'layoutChange' in state ? { ...state, layoutChange: null } : state
  }
  return { ...real, stateNow }
})

const PROPERTIES = { ...TRACKING_PROPERTIES, ...ARTICLE_PROPERTIES }

const CAUGHT_BY: Record<Fault, keyof typeof PROPERTIES> = {
  'a deleted row is not marked': 'accepting everything gives what the same edits do untracked',
  'a cell’s last ¶ is marked as deleted': 'every tracked document is valid and cuts no character in two',
  'rows of a new table keep foreign tracking':
    'pasted text brings no tracking of its own, and no anchor a second time',
  'a withdrawn note takes another author’s words along':
    'no edit really removes what another author or the original says',
  'the two sides of a move have different ids': 'a move is one change that has two sides',
  'pasted text keeps its anchors':
    'an anchor grows only where it stands, and over no paragraph that it did not touch',
  'an anchor reaches over to the next paragraph':
    'an anchor grows only where it stands, and over no paragraph that it did not touch',
  'text before a ¶ runs on into a table':
    'a decision comes to what is left of the units, and to a valid text',
  'an edit that reaches over the border of a cell is cut there':
    'an edit over the borders of cells, tables and notes is tracked whole',
  'a changed layout leaves no trace': 'rejecting everything gives the first document back',
  'a changed layout of a table is not seen': 'accepting everything gives what the same edits do untracked',
  'a rejected layout stays': 'a decision comes to what is left of the units, and to a valid text',
  'an undone decision leaves the layout decided':
    'the inverse gives the redline back, and its inverse the decision',
}

test.each(Object.entries(CAUGHT_BY) as [Fault, keyof typeof PROPERTIES][])('%s: caught', (fault, name) => {
  expectCaught(PROPERTIES[name], () => (seeded.fault = fault))
})
