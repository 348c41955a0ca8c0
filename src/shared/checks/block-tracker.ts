import type { Node } from 'prosemirror-model'
import type { Range } from '../document/range.ts'
import { groupBlocks, rangeInBlock } from './final-blocks.ts'
import type { BlockGroup, FinalBlock } from './final-blocks.ts'

/** A block with a name that it keeps while its words are edited. */
export type TrackedBlock = {
  readonly id: number
  readonly block: FinalBlock
  readonly row: Row
}

/** A group of blocks and where it stands now. */
type Row = {
  readonly group: BlockGroup
  readonly blocks: readonly TrackedBlock[]
  /** Of its first node among the children of the document, and the position before it. */
  position: number
  /** How many numbered paragraphs stand before it. */
  numbered: number
}

/** `removed` blocks from the one at `from` on gave way to others; an edited block keeps its id. */
export type BlockSplice = {
  readonly from: number
  readonly removed: readonly number[]
  readonly added: readonly TrackedBlock[]
}

export type BlockTracker = {
  /** Takes over a document; what an edit left alone costs a comparison. */
  update(doc: Node): BlockSplice | null
  get(id: number): TrackedBlock | undefined
  all(): readonly TrackedBlock[]
}

/** As the gutter counts them: neither headline, standfirst nor byline, and not empty. */
export function isNumberedParagraph(node: Node): boolean {
  return (
    node.isTextblock &&
    node.content.size > 0 &&
    !/^(?:headline|standfirst|byline)$/.test(String(node.attrs['style']))
  )
}

export function createBlockTracker(): BlockTracker {
  let rows: Row[] = []
  let nextId = 1
  const known = new Map<number, TrackedBlock>()

  function rowOf(group: BlockGroup, ids: readonly (number | undefined)[]): Row {
    const blocks: TrackedBlock[] = []
    const row: Row = { group, blocks, position: 0, numbered: 0 }
    group.blocks.forEach((block, index) => {
      const tracked = { id: ids[index] ?? nextId++, block, row }
      known.set(tracked.id, tracked)
      blocks.push(tracked)
    })
    return row
  }

  return {
    update: (doc) => {
      const groups = groupBlocks(doc)
      const { head, tail } = sameEnds(rows, groups)
      const gone = rows.slice(head, rows.length - tail)
      const come = groups.slice(head, groups.length - tail)
      if (gone.length === 0 && come.length === 0) return null
      const removed = gone.flatMap(({ blocks }) => blocks)
      const kept = keptIds(
        removed,
        come.flatMap(({ blocks }) => blocks),
      )
      for (const { id } of removed) known.delete(id)
      let at = 0
      const fresh = come.map((group) => {
        const row = rowOf(group, kept.slice(at, at + group.blocks.length))
        at += group.blocks.length
        return row
      })
      const from = rows.slice(0, head).reduce((count, { blocks }) => count + blocks.length, 0)
      rows = [...rows.slice(0, head), ...fresh, ...rows.slice(rows.length - tail)]
      place(rows)
      return { from, removed: removed.map(({ id }) => id), added: fresh.flatMap(({ blocks }) => blocks) }
    },
    get: (id) => known.get(id),
    all: () => rows.flatMap(({ blocks }) => blocks),
  }
}

/** How many groups at the beginning and at the end are the same objects as before. */
function sameEnds(rows: readonly Row[], groups: readonly BlockGroup[]): { head: number; tail: number } {
  const shorter = Math.min(rows.length, groups.length)
  let head = 0
  while (head < shorter && rows[head]?.group === groups[head]) head += 1
  let tail = 0
  while (tail < shorter - head && rows[rows.length - 1 - tail]?.group === groups[groups.length - 1 - tail]) {
    tail += 1
  }
  return { head, tail }
}

/** Which new block goes on under the name of which old one: one for one, else the first and the last. */
function keptIds(
  removed: readonly TrackedBlock[],
  added: readonly FinalBlock[],
): readonly (number | undefined)[] {
  const ids: (number | undefined)[] = added.map(() => undefined)
  const shorter = Math.min(removed.length, added.length)
  let head = 0
  while (head < shorter && removed[head]?.block.text === added[head]?.text) head += 1
  let tail = 0
  while (tail < shorter - head && removed.at(-1 - tail)?.block.text === added.at(-1 - tail)?.text) tail += 1
  for (let index = 0; index < added.length; index++) {
    const fromEnd = added.length - index
    if (index < head || removed.length === added.length) ids[index] = removed[index]?.id
    else if (fromEnd <= tail) ids[index] = removed[removed.length - fromEnd]?.id
    else if (index === head && head < removed.length - tail) ids[index] = removed[index]?.id
  }
  return ids
}

function place(rows: readonly Row[]): void {
  let position = 0
  let numbered = 0
  for (const row of rows) {
    row.position = position
    row.numbered = numbered
    position += row.group.size
    for (const node of row.group.nodes) if (isNumberedParagraph(node)) numbered += 1
  }
}

/** Where words of a tracked block stand in the document that the tracker was told last. */
export function rangeOfBlock({ block, row }: TrackedBlock, from: number, to: number): Range {
  return rangeInBlock(block, from, to, row.position)
}
