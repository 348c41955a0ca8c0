import { PARAGRAPH } from '../around.ts'
import type { CreateRule } from '../rule.ts'
import { listenTo } from '../rule.ts'
import { CHANGES, MOVE_STARTS } from '../tracked.ts'
import { valueOf, within } from '../walk.ts'
import type { Frame } from '../walk.ts'

const DELETION = new Set(['w:del'])
const INSERTION = new Set(['w:ins'])

/** What the runs inside of a change must be, and who made it. */
export const createChanges: CreateRule = (report) => {
  const plain = (deleted: string) => (frame: Frame, part: Parameters<typeof report>[1]) => {
    if (within(frame, DELETION, PARAGRAPH)) report('tracked-text', part, `${frame.name}, not ${deleted}`)
  }
  const deleted = (frame: Frame, part: Parameters<typeof report>[1]): void => {
    if (!within(frame, DELETION, PARAGRAPH)) report('tracked-text', part, `${frame.name} outside of w:del`)
  }
  const signed = (frame: Frame, part: Parameters<typeof report>[1]): void => {
    if ((valueOf(frame, 'w:author') ?? '').trim() === '') report('change-author', part, frame.name)
  }
  const nested = (frame: Frame, names: ReadonlySet<string>): boolean =>
    frame.parent?.name !== 'w:rPr' && within(frame, names, PARAGRAPH) !== null
  return {
    open: {
      ...listenTo([...CHANGES, ...MOVE_STARTS, 'w:comment'], signed),
      'w:t': plain('w:delText'),
      'w:instrText': plain('w:delInstrText'),
      'w:delText': deleted,
      'w:delInstrText': deleted,
      'w:ins': (frame, part) => {
        signed(frame, part)
        if (nested(frame, INSERTION)) report('nested-change', part, 'w:ins in w:ins')
        else if (nested(frame, DELETION)) report('nested-change', part, 'w:ins in w:del')
      },
      'w:del': (frame, part) => {
        signed(frame, part)
        if (nested(frame, DELETION)) report('nested-change', part, 'w:del in w:del')
      },
    },
  }
}
