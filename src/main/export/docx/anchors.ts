import type { ParagraphSegments, Segment } from '../../../shared/document/segments.ts'
import type { Thread } from '../../../shared/model/thread.ts'

/** Which threads begin before, and end after, a segment. */
export type ThreadPlaces = {
  readonly starts: (paragraph: number, segment: number) => readonly Thread[]
  readonly ends: (paragraph: number, segment: number) => readonly Thread[]
  /** Threads without a place in the text: on the article, or their words are gone. */
  readonly unplaced: readonly Thread[]
}

type Place = { readonly first: string; last: string; readonly order: number }

/** Word gives a comment one range: from the first to the last of its places. */
export function placeThreads(
  paragraphs: readonly ParagraphSegments[],
  threads: readonly Thread[],
): ThreadPlaces {
  const spans = findSpans(paragraphs)
  const placed = threads
    .flatMap((thread) => {
      const span = spans.get(anchorKey(thread))
      return span ? [{ thread, span }] : []
    })
    .sort((a, b) => a.span.order - b.span.order)
  const group = (side: 'first' | 'last'): Map<string, Thread[]> => {
    const result = new Map<string, Thread[]>()
    for (const { thread, span } of placed) {
      const here = result.get(span[side])
      if (here) here.push(thread)
      else result.set(span[side], [thread])
    }
    return result
  }
  const starts = group('first')
  const ends = group('last')
  const found = new Set(placed.map(({ thread }) => thread))
  return {
    starts: (paragraph, segment) => starts.get(`${paragraph} ${segment}`) ?? [],
    ends: (paragraph, segment) => ends.get(`${paragraph} ${segment}`) ?? [],
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

function findSpans(paragraphs: readonly ParagraphSegments[]): ReadonlyMap<string, Place> {
  const spans = new Map<string, Place>()
  let order = 0
  const extend = (key: string, at: string): void => {
    const span = spans.get(key)
    if (span) span.last = at
    else spans.set(key, { first: at, last: at, order })
  }
  for (const [index, { attrs, segments }] of paragraphs.entries()) {
    for (const [position, segment] of segments.entries()) {
      order += 1
      for (const key of keysOf(segment)) extend(key, `${index} ${position}`)
    }
    if (segments.length === 0) continue
    const { insertion, deletion } = attrs.paragraphMark ?? {}
    for (const change of [insertion, deletion, attrs.paragraphChange]) {
      if (change) extend(`change ${change.id}`, `${index} ${segments.length - 1}`)
    }
  }
  return spans
}

function keysOf(segment: Segment): readonly string[] {
  const changes = [segment.insertion, segment.deletion, segment.formatChange]
  return [
    ...segment.comments.map((id) => `comment ${id}`),
    ...segment.claims.map((id) => `claim ${id}`),
    ...changes.flatMap((change) => (change ? [`change ${change.id}`] : [])),
  ]
}
