import type { CreateRule, Listener, PartInfo } from '../rule.ts'
import { within, valueOf } from '../walk.ts'
import type { Frame } from '../walk.ts'

type Side = 'from' | 'to'
type Open = { readonly id: string; readonly cell: Frame | null }

const CELL = new Set(['w:tc'])
const NOTHING: ReadonlySet<string> = new Set()

/** Moved text: one range with a name on each side, in one story, that holds whole cells or nothing of them. */
export const createMoves: CreateRule = (report) => {
  let open: Record<Side, Open[]> = { from: [], to: [] }
  let names: Record<Side, Set<string>> = { from: new Set(), to: new Set() }
  const start =
    (side: Side): Listener =>
    (frame, part) => {
      const name = valueOf(frame, 'w:name') ?? ''
      if (name === '') report('move-range', part, `${frame.name} without a name`)
      if (names[side].has(name)) report('move-range', part, `${frame.name} ${name} twice`)
      if (open[side].length > 0) report('move-cell', part, `${frame.name} in another`)
      names[side].add(name)
      open[side].push({ id: valueOf(frame, 'w:id') ?? '', cell: within(frame, CELL, NOTHING) })
    }
  const end =
    (side: Side): Listener =>
    (frame, part) => {
      const id = valueOf(frame, 'w:id') ?? ''
      const begun = open[side].find((one) => one.id === id)
      if (!begun) report('move-range', part, `${frame.name} ${id} without a beginning`)
      else if (begun.cell !== within(frame, CELL, NOTHING)) report('move-cell', part, `${frame.name} ${id}`)
      open[side] = open[side].filter((one) => one !== begun)
    }
  const moved =
    (side: Side): Listener =>
    (frame, part) => {
      if (frame.parent?.name !== 'w:rPr' && open[side].length === 0) {
        report('move-range', part, `${frame.name} ${valueOf(frame, 'w:id') ?? ''} outside of one`)
      }
    }
  const endPart = (part: PartInfo): void => {
    for (const { id } of [...open.from, ...open.to]) report('move-range', part, `${id} without an end`)
    for (const name of names.from.symmetricDifference(names.to)) report('move-pair', part, name)
  }
  return {
    startPart: () => {
      open = { from: [], to: [] }
      names = { from: new Set(), to: new Set() }
    },
    open: {
      'w:moveFromRangeStart': start('from'),
      'w:moveToRangeStart': start('to'),
      'w:moveFrom': moved('from'),
      'w:moveTo': moved('to'),
      'w:moveFromRangeEnd': end('from'),
      'w:moveToRangeEnd': end('to'),
    },
    endPart,
  }
}
