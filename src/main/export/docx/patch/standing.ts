import { readBlocks } from '../../../../shared/document/segments.ts'
import type { Thread } from '../../../../shared/model/thread.ts'
import type { WordSource } from '../../../import/docx/source-types.ts'
import { storyParagraphs } from '../../all-paragraphs.ts'
import { placeThreads } from '../anchors.ts'
import type { WordContent } from '../content.ts'
import type { PatchPlan } from './plan.ts'
import type { KnownThreads } from './threads.ts'

/** Threads that had no words in the file either: their marks stay wherever they stand. */
export function standingThreads(
  unplaced: readonly Thread[],
  source: WordSource,
  known: KnownThreads,
): ReadonlySet<Thread> {
  const paragraphs = storyParagraphs(readBlocks(source.doc))
  const before = new Set(placeThreads(paragraphs, source.result.threads).unplaced)
  return new Set(
    unplaced.filter((thread) => {
      const was = known.sourceOf.get(thread.id)
      return was !== undefined && before.has(was)
    }),
  )
}

/** The first paragraph is written anew where it has to take the marks of comments without a place. */
export function withStart(
  plan: PatchPlan,
  content: WordContent,
  source: WordSource,
  known: KnownThreads,
): PatchPlan {
  const { unplaced } = placeThreads(storyParagraphs(readBlocks(content.doc)), content.threads)
  const standing = standingThreads(unplaced, source, known)
  const isNew = (thread: Thread): boolean =>
    !standing.has(thread) || thread.messages.some((message) => !known.numbers.has(message.id))
  const first = content.doc.children.find((node) => node.isTextblock)
  const match = first && plan.blocks.get(first)
  if (!first || !match || !unplaced.some(isNew)) return plan
  const anew = new Map([[first, { ...match, isSame: false }]])
  return {
    ...plan,
    blocks: new Map([...plan.blocks, ...anew]),
    paragraphs: new Map([...plan.paragraphs, ...anew]),
  }
}
