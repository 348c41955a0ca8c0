import type { ParagraphSegments, Segment } from '../../../shared/document/segments.ts'
import { tag } from '../../opc/xml-write.ts'
import type { Xml } from '../../opc/xml-write.ts'
import type { ThreadPlaces } from './anchors.ts'
import type { CommentBook } from './comments.ts'
import type { MovePlan, MoveRange, Spot } from './moves.ts'
import type { Markers } from './writing.ts'

type Mark = () => Xml
type MovePlaces = { readonly starts: ReadonlyMap<object, Mark[]>; readonly ends: ReadonlyMap<object, Mark[]> }

function keyOf(spot: Spot): Segment | ParagraphSegments {
  return spot.kind === 'segment' ? spot.segment : spot.paragraph
}

/** `attributes`: w:id, author and dates of a range's beginning. */
function placeMoves(
  plan: MovePlan,
  attributes: (range: MoveRange) => Record<string, string | number | undefined>,
): MovePlaces {
  const starts = new Map<object, Mark[]>()
  const ends = new Map<object, Mark[]>()
  const add = (places: Map<object, Mark[]>, spot: Spot, mark: Mark): void => {
    const here = places.get(keyOf(spot))
    if (here) here.push(mark)
    else places.set(keyOf(spot), [mark])
  }
  let number = 0
  for (const { from, to } of plan.values()) {
    number += 1
    const name = `move${String(100_000_000 + number)}`
    for (const [side, range] of [
      ['moveFrom', from],
      ['moveTo', to],
    ] as const) {
      let id: string | number | undefined
      add(starts, range.first, () => {
        const { 'w16du:dateUtc': _, ...written } = attributes(range)
        id = written['w:id']
        return tag(`w:${side}RangeStart`, { ...written, 'w:name': name })
      })
      add(ends, range.last, () => tag(`w:${side}RangeEnd`, { 'w:id': id }))
    }
  }
  return { starts, ends }
}

/** Comments stand outside of moves; neither stands within a tracked run. */
export function createMarkers(
  plan: MovePlan,
  attributes: (range: MoveRange) => Record<string, string | number | undefined>,
  comments: { readonly book: Pick<CommentBook, 'starts' | 'ends'>; readonly places: ThreadPlaces },
): Markers {
  const { starts, ends } = placeMoves(plan, attributes)
  const written = (marks: readonly Mark[] | undefined): Xml =>
    marks === undefined ? '' : marks.map((mark) => mark()).join('')
  return {
    before: (segment) => {
      const threads = comments.book.starts(comments.places.starts(segment))
      return threads + written(starts.get(segment))
    },
    after: (segment) => {
      const threads = comments.book.ends(comments.places.ends(segment))
      return written(ends.get(segment)) + threads
    },
    beforeMark: (paragraph) => written(starts.get(paragraph)),
    afterMark: (paragraph) => written(ends.get(paragraph)),
  }
}
