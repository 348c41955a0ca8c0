import type { Node } from 'prosemirror-model'
import { isPlaceHref } from '../../../shared/document/attributes.ts'
import { paragraphAttrs } from '../../../shared/document/tracking-state.ts'

/** The name of the place in the document that a link leads to; null for one that leads out of it. */
export function placeName(href: string): string | null {
  return isPlaceHref(href) ? href.slice(1) : null
}

/** What two readings of one heading have in common: a table of contents adds numbers and leaders. */
function bare(words: string): string {
  return words
    .normalize('NFC')
    .toLocaleLowerCase()
    .replace(/^[\d.\s]+|[\s.…·\d]+$/gu, '')
    .replace(/\s+/g, ' ')
}

/**
 * Where the heading stands that a link names by its words, as tables of contents do: a position in its text. Names of
 * places are written down in the Word file alone, so for other words there is none.
 */
export function headingOf(doc: Node, words: string): number | null {
  const wanted = bare(words)
  let found: number | null = null
  doc.forEach((block, offset) => {
    if (found !== null || wanted === '' || !block.isTextblock) return
    const isHeading = paragraphAttrs(block).style.startsWith('head')
    if (isHeading && bare(block.textContent) === wanted) found = offset + 1
  })
  return found
}
