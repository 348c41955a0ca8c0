import type { CreateRule, PartInfo, Role } from '../rule.ts'
import { listenTo } from '../rule.ts'
import { CHANGES, MOVE_STARTS } from '../tracked.ts'
import { valueOf } from '../walk.ts'
import type { Frame } from '../walk.ts'

const LARGEST = 2 ** 31 - 1

/** Word itself numbers the changes of styles apart from all else, and twice. */
const NOT_COUNTED = new Set<Role>(['styles', 'numbering'])

/** Numbers of changes, moves and bookmarks: Word gives them out of one count, and calls a file damaged that does not. */
export const createIds: CreateRule = (report) => {
  let used = new Map<number, string>()
  const numbered = (frame: Frame, part: PartInfo): number | null => {
    const written = valueOf(frame, 'w:id') ?? ''
    const id = Number(written)
    if (/^-?\d+$/.test(written.trim()) && Math.abs(id) <= LARGEST) return id
    report('change-id', part, `${frame.name} ${written}`)
    return null
  }
  const alone = (frame: Frame, part: PartInfo): void => {
    const id = numbered(frame, part)
    if (id === null || NOT_COUNTED.has(part.role)) return
    const other = used.get(id)
    if (other !== undefined) report('duplicate-id', part, `${frame.name} and ${other} ${id}`)
    used.set(id, frame.name)
  }
  return {
    startPart: () => {
      used = new Map()
    },
    open: {
      ...listenTo([...CHANGES, ...MOVE_STARTS, 'w:bookmarkStart'], alone),
      ...listenTo(['w:comment', 'w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference'], numbered),
    },
  }
}
