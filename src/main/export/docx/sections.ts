import type { Xml } from '../../opc/xml-write.ts'

/**
 * A section of a Word file ends with a paragraph, which bears its properties: paper, columns, headers. When such a
 * paragraph was split, moved or is gone, its section still ends where the text of the next begins.
 */

/** A block of the review. `source`: the number of the block of the file that it is or was made of. */
export type SectionBlock = {
  readonly isParagraph: boolean
  readonly source: number | null
  /** It is written as the file has it, and so with the section that it ends there. */
  readonly isSame: boolean
}

/**
 * Which blocks of the review end a section, by their numbers. `sections`: w:sectPr by the number of the block of the
 * file that ends it. A section of which no paragraph is left is none any more.
 */
export function placeSections(
  sections: ReadonlyMap<number, Xml>,
  blocks: readonly SectionBlock[],
): ReadonlyMap<number, Xml> {
  const places = new Map<number, Xml>()
  let from = 0
  for (const [source, xml] of [...sections].sort(([one], [other]) => one - other)) {
    const same = blocks.findIndex((block) => block.isSame && block.source === source)
    const at = same >= from ? same : lastBefore(blocks, source, from)
    if (at < from) continue
    places.set(at, xml)
    from = at + 1
  }
  return places
}

/** The last paragraph before the first block that came after the end of the section; -1 for none. */
function lastBefore(blocks: readonly SectionBlock[], source: number, from: number): number {
  const next = blocks.findIndex(
    (block, index) => index >= from && block.source !== null && block.source > source,
  )
  const end = next < 0 ? blocks.length - 1 : next
  for (let index = end - 1; index >= from; index -= 1) if (blocks[index]?.isParagraph) return index
  return -1
}
