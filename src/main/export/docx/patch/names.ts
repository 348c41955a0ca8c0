import type { Node } from 'prosemirror-model'
import { readBlocks } from '../../../../shared/document/segments.ts'
import type { Segment } from '../../../../shared/document/segments.ts'
import type { Thread } from '../../../../shared/model/thread.ts'
import type { WordSource } from '../../../import/docx/source-types.ts'
import { storyParagraphs } from '../../all-paragraphs.ts'
import { placeThreads } from '../anchors.ts'
import type { WordContent } from '../content.ts'
import type { Names } from './canonical.ts'
import type { KnownThreads } from './threads.ts'
import { zipBlocks } from './zip.ts'

/** The names of the review, in words that the names of its file say too where both mean the same. */
export function namesOfReview(content: WordContent, known: KnownThreads): Names {
  const label = (thread: Thread): string =>
    thread.messages.map((message) => known.numbers.get(message.id) ?? `new ${message.id}`).join()
  const rootOf = (thread: Thread): string => {
    const [first] = thread.messages
    return (first && known.numbers.get(first.id)) ?? `new ${thread.id}`
  }
  return {
    change: (id, author) => {
      const facts = content.changes.get(id)
      return facts && facts.dateRaw !== null ? `${author} ${facts.dateRaw}` : `new ${id}`
    },
    ...threadNames(content.doc, content.threads, label, rootOf),
  }
}

export function namesOfSource({ doc, result, comments }: WordSource): Names {
  const numbers = new Map(comments.map((comment) => [comment.message, comment.number]))
  const dates = new Map(result.changes.map((change) => [change.id, change.dateRaw]))
  const label = (thread: Thread): string => thread.messages.map(({ id }) => numbers.get(id) ?? '').join()
  const rootOf = (thread: Thread): string => numbers.get(thread.messages[0]?.id ?? '') ?? ''
  return {
    change: (id, author) => `${author} ${dates.get(id) ?? ''}`,
    ...threadNames(doc, result.threads, label, rootOf),
  }
}

function threadNames(
  doc: Node,
  threads: readonly Thread[],
  label: (thread: Thread) => string,
  rootOf: (thread: Thread) => string,
): Pick<Names, 'thread' | 'ends'> {
  const roots = new Map<string, string>(threads.map((thread) => [thread.id, rootOf(thread)]))
  const blocks = readBlocks(doc)
  const places = placeThreads(storyParagraphs(blocks), threads)
  const ends = new Map<Node, string>()
  for (const [{ segments }, node] of zipBlocks(doc, blocks).paragraphs) {
    const told = (of: (segment: Segment) => readonly Thread[]) => segments.flatMap(of).map(label)
    const [starting, ending] = [told(places.starts), told(places.ends)]
    if (starting.length + ending.length > 0) ends.set(node, JSON.stringify([starting, ending]))
  }
  return { thread: (id) => roots.get(id) ?? null, ends: (node) => ends.get(node) ?? '' }
}
