import type { Node } from 'prosemirror-model'
import type { Chunk, Wholes } from './index-chunk.ts'
import { createChunk } from './index-chunk.ts'
import { shelfFinder } from './shelf-finder.ts'

/** Blocks of a new chunk, and how many may gather in one before it is divided. */
const USUAL = 16
const MOST = 24
/** A smaller rest is read together with the chunk before it. */
const LEAST = 4

function isIn(blocks: readonly Node[], start: number, chunk: Chunk): boolean {
  return start >= 0 && chunk.blocks.every((block, index) => blocks[start + index] === block)
}

export type Cut<Shelf> = {
  readonly all: readonly Shelf[]
  /** Those of the document before that are not in this one, and those of this one that were not in that. */
  readonly gone: readonly Shelf[]
  readonly come: readonly Shelf[]
}

/** Cuts a document into chunks: those of the document before, as long as their blocks are the same, at both ends. */
export function cutIntoChunks(blocks: readonly Node[], before: readonly Chunk[], wholes: Wholes): Cut<Chunk> {
  let head = 0
  let from = 0
  for (let chunk = before[head]; chunk && isIn(blocks, from, chunk); chunk = before[head]) {
    from += chunk.blocks.length
    head += 1
  }
  let tail = before.length
  let to = blocks.length
  for (let chunk = before[tail - 1]; chunk && tail > head; chunk = before[tail - 1]) {
    if (to - chunk.blocks.length < from || !isIn(blocks, to - chunk.blocks.length, chunk)) break
    to -= chunk.blocks.length
    tail -= 1
  }
  const last = before[head - 1]
  if (last && to > from && to - from < LEAST) {
    head -= 1
    from -= last.blocks.length
  }
  const gone = before.slice(head, tail)
  // Of each block a few.
  const asks = to - from
  const older = {
    changes: shelfFinder(
      gone.map((chunk) => chunk.changes),
      asks,
    ),
    comments: shelfFinder(
      gone.map((chunk) => chunk.comments),
      asks,
    ),
    claims: shelfFinder(
      gone.map((chunk) => chunk.claims),
      asks,
    ),
  }
  const amount = to - from > MOST ? Math.ceil((to - from) / USUAL) : Math.min(1, to - from)
  const come = Array.from({ length: amount }, (_, index) => {
    const cut = (at: number) => from + Math.round((at * (to - from)) / amount)
    return createChunk(blocks.slice(cut(index), cut(index + 1)), older, wholes)
  })
  return { all: [...before.slice(0, head), ...come, ...before.slice(tail)], gone, come }
}
