import type { ParagraphSegments, Segment } from '../../../shared/document/segments.ts'
import type { Thread } from '../../../shared/model/thread.ts'
import { notesOf } from '../all-paragraphs.ts'

/** Which threads begin before, and end after, a segment of the text. */
export type ThreadPlaces = {
  readonly starts: (segment: Segment) => readonly Thread[]
  readonly ends: (segment: Segment) => readonly Thread[]
  /** Threads without a place in the text: on the article, or their words are gone. */
  readonly unplaced: readonly Thread[]
}

type Place = { readonly first: Segment; last: Segment; readonly order: number }

const NO_THREADS: readonly Thread[] = []

/** Word gives a comment one range: from the first to the last of its places. */
export function placeThreads(
  paragraphs: readonly ParagraphSegments[],
  threads: readonly Thread[],
): ThreadPlaces {
  const spans = findSpans(paragraphs, new Set(threads.map(anchorKey)))
  const placed = threads
    .flatMap((thread) => {
      const span = spans.get(anchorKey(thread))
      return span ? [{ thread, span }] : []
    })
    .sort((a, b) => a.span.order - b.span.order)
  const group = (side: 'first' | 'last'): ReadonlyMap<Segment, readonly Thread[]> => {
    const threadsAt = new Map<Segment, Thread[]>()
    for (const { thread, span } of placed) {
      const here = threadsAt.get(span[side])
      if (here) here.push(thread)
      else threadsAt.set(span[side], [thread])
    }
    return threadsAt
  }
  const starts = group('first')
  const ends = group('last')
  const found = new Set(placed.map(({ thread }) => thread))
  return {
    starts: (segment) => starts.get(segment) ?? NO_THREADS,
    ends: (segment) => ends.get(segment) ?? NO_THREADS,
    unplaced: threads.filter((thread) => !found.has(thread)),
  }
}

function anchorKey(thread: Thread): string {
  switch (thread.target.kind) {
    case 'range':
      return `comment ${thread.id}`
    case 'change':
      return `change ${thread.target.changeId}`
    case 'claim':
      return `claim ${thread.target.claimId}`
    case 'article':
      return ''
  }
}

/** Of what is not `wanted` nobody asks, and a long text has thousands of changes. */
function findSpans(
  paragraphs: readonly ParagraphSegments[],
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, Place> {
  const ofChanges = [...wanted].some((key) => key.startsWith('change '))
  const spans = new Map<string, Place>()
  let order = 0
  const extend = (key: string, at: Segment): void => {
    if (!wanted.has(key)) return
    const span = spans.get(key)
    if (span) span.last = at
    else spans.set(key, { first: at, last: at, order })
  }
  for (const paragraph of paragraphs) {
    for (const segment of paragraph.segments) {
      order += 1
      if (ofChanges || holdsAnchors(segment)) for (const key of keysOf(segment)) extend(key, segment)
    }
    const last = paragraph.segments.at(-1)
    if (last && ofChanges) for (const key of keysOfEnd(paragraph)) extend(key, last)
  }
  return spans
}

function changeKeys(changes: readonly ({ readonly id: string } | null | undefined)[]): readonly string[] {
  return changes.flatMap((change) => (change ? [`change ${change.id}`] : []))
}

function keysOfEnd({ attrs }: ParagraphSegments): readonly string[] {
  const { insertion, deletion } = attrs.paragraphMark ?? {}
  return changeKeys([insertion, deletion, attrs.paragraphChange])
}

function holdsAnchors({ object, comments, claims }: Segment): boolean {
  return object !== undefined || comments.length > 0 || claims.length > 0
}

/** Word takes no comment into a note: what is said there stands at the reference to it. */
function keysOf(segment: Segment): readonly string[] {
  const { comments, claims } = segment
  const within = notesOf([segment])
  return [
    ...comments.map((id) => `comment ${id}`),
    ...claims.map((id) => `claim ${id}`),
    ...changeKeys([segment.insertion, segment.deletion, segment.formatChange]),
    ...within.flatMap((paragraph) => [...paragraph.segments.flatMap(keysOf), ...keysOfEnd(paragraph)]),
  ]
}
