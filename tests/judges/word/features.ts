import type { Node } from 'prosemirror-model'
import { allParagraphs } from '../../../src/main/export/all-paragraphs.ts'
import type { Tracking } from '../../../src/shared/document/attributes.ts'

/** What a file holds that a program is known to stumble over, or may. */
export const FEATURES = {
  nested: 'text inserted by one and deleted by another',
  mark: '¶ inserted by one and deleted by another',
  rows: 'tracked rows',
  cells: 'tracked cells',
  past: 'tracked ¶ before a tracked table',
  join: 'tracked ¶',
  moves: 'moved text',
  notes: 'tracked footnotes',
} as const
export type Feature = keyof typeof FEATURES

export function featuresOf(doc: Node): readonly Feature[] {
  const found = new Set<Feature>()
  for (const { attrs, segments } of allParagraphs(doc)) {
    if (attrs.paragraphMark) found.add(isBoth(attrs.paragraphMark) ? 'mark' : 'join')
    for (const { insertion, deletion, object } of segments) {
      if (insertion && deletion) found.add('nested')
      if (insertion?.move !== undefined || deletion?.move !== undefined) found.add('moves')
      if (object?.kind === 'footnote' && (insertion ?? deletion)) found.add('notes')
    }
  }
  doc.forEach((block, _, index) => {
    if (block.isTextblock && block.attrs['paragraphMark'] !== null && isTracked(doc.maybeChild(index + 1))) {
      found.add('past')
    }
  })
  doc.descendants((node) => {
    if (node.type.name === 'row' && node.attrs['tracking'] !== null) found.add('rows')
    if (node.type.name === 'cell' && node.attrs['tracking'] !== null) found.add('cells')
  })
  return (Object.keys(FEATURES) as Feature[]).filter((feature) => found.has(feature))
}

function isBoth(tracking: Tracking | null): boolean {
  return tracking?.insertion !== undefined && tracking.deletion !== undefined
}

function isTracked(block: Node | null): boolean {
  return block?.type.name === 'table' && block.children.some((row) => row.attrs['tracking'] !== null)
}
