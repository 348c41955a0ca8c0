import type { Node } from 'prosemirror-model'
import type { WordSource } from '../../../import/docx/source-types.ts'
import type { Xml } from '../../../opc/xml-write.ts'
import { createGlue } from './glue.ts'

/** What becomes of one block of the review: it stands as in the file, or in words that are written now. */
export type Written = {
  /** The block of the file that it is or was made of; null for a new one. */
  readonly source: Node | null
  /** Null where it stands as it stood. */
  readonly xml: Xml | null
}

/**
 * The main part with the blocks of the review in it. What stands between the blocks of the file stays where it is:
 * content controls around them, bookmarks, sections. A block that is new follows the one before it.
 */
export function patchBody(source: WordSource, written: readonly Written[]): Xml {
  const { text, units } = source
  const glue = createGlue(text, units)
  const unitOf = new Map(units.flatMap((unit, index) => unit.blocks.map((block) => [block, index] as const)))
  const texts = units.map(() => '')
  const seen = new Set<number>()
  let before = ''
  let last = -1
  for (const { source: block, xml } of written) {
    const index = block ? unitOf.get(block) : undefined
    if (index === undefined || index < last) {
      if (last < 0) before += xml ?? ''
      else texts[last] += xml ?? ''
      continue
    }
    const unit = units[index]
    if (!unit) continue
    const isFirst = !seen.has(index)
    seen.add(index)
    last = index
    if (xml !== null) texts[index] += xml
    else if (isFirst) texts[index] += text.slice(unit.from, unit.to)
  }
  for (const [index, unit] of units.entries()) {
    if (unit.blocks.length > 0) continue
    seen.add(index)
    texts[index] = text.slice(unit.from, unit.to)
  }
  return glue.join(texts, before, seen)
}
