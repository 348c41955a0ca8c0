import { COMMENTS } from '../../../opc/limits.ts'
import { PARAGRAPH } from '../around.ts'
import type { CreateRule, Listener, PartInfo } from '../rule.ts'
import { valueOf, within } from '../walk.ts'

/** Word puts marks of comments into insertions, and never into deletions. */
const DELETION = new Set(['w:del'])

type Range = { starts: number; ends: number; references: number; part: PartInfo }

/** Comments and their places in the text: each comment, a reply as well, has a range or a point, and a reference. */
export const createComments: CreateRule = (report) => {
  const comments = new Map<string, PartInfo>()
  /** By the id of the paragraph: which comment it is in, and which comment a reply answers. */
  const commentOf = new Map<string, string>()
  const answered = new Map<string, string>()
  let open = ''
  const ranges = new Map<string, Range>()
  const meet =
    (what: 'starts' | 'ends' | 'references'): Listener =>
    (frame, part) => {
      const id = valueOf(frame, 'w:id') ?? ''
      const range = ranges.get(id) ?? { starts: 0, ends: 0, references: 0, part }
      range[what] += 1
      ranges.set(id, range)
      if (part.role !== 'text') report('comment-outside', part, `${frame.name} ${id}`)
      else if (what !== 'references' && within(frame, DELETION, PARAGRAPH)) {
        report('comment-in-deletion', part, `${frame.name} ${id}`)
      }
    }
  const end = (): void => {
    for (const [id, range] of ranges) {
      if (!comments.has(id)) report('comment-unknown', range.part, `comment ${id}`)
      if (range.starts > 1 || range.ends > 1 || range.references > 1 || range.starts !== range.ends) {
        report('comment-range', range.part, `comment ${id}`)
      }
    }
    for (const [id, part] of comments) {
      if ((ranges.get(id)?.references ?? 0) === 0) report('comment-unanchored', part, `comment ${id}`)
    }
    for (const [reply, root] of answered) {
      const [one, other] = [reply, root].map((paraId) => ranges.get(commentOf.get(paraId) ?? ''))
      // A reply without a range, where what it answers has one, is an orphan that Word drops.
      if (one?.starts === 0 && other && other.starts > 0) report('comment-range', one.part, `reply ${reply}`)
    }
    const [first] = comments.values()
    if (first && comments.size > COMMENTS) report('comment-count', first, String(comments.size))
  }
  return {
    open: {
      'w:comment': (frame, part) => {
        const id = valueOf(frame, 'w:id') ?? ''
        if (comments.has(id)) report('comment-duplicate', part, `comment ${id}`)
        comments.set(id, part)
        open = id
      },
      'w:p': (frame, part) => {
        const paraId = part.role === 'comments' ? valueOf(frame, 'w14:paraId') : undefined
        if (paraId !== undefined) commentOf.set(paraId.toUpperCase(), open)
      },
      'w15:commentEx': (frame) => {
        const root = valueOf(frame, 'w15:paraIdParent')?.toUpperCase()
        if (root !== undefined) answered.set((valueOf(frame, 'w15:paraId') ?? '').toUpperCase(), root)
      },
      'w:commentRangeStart': meet('starts'),
      'w:commentRangeEnd': meet('ends'),
      'w:commentReference': meet('references'),
    },
    end,
  }
}
