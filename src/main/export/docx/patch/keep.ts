import type { Node } from 'prosemirror-model'
import type { ParagraphProperties } from '../../../../shared/document/attributes.ts'
import {
  paragraphAttrs,
  propertiesOf,
  restoreProperties,
} from '../../../../shared/document/tracking-state.ts'
import type { Styles } from '../../../import/docx/styles.ts'
import type { SourceParagraph, SourcePlace, WordSource } from '../../../import/docx/source-types.ts'
import { fileSections } from './file-sections.ts'
import type { Kept } from './kept.ts'
import type { PatchLists } from './lists.ts'
import { textblocksIn } from './plan.ts'
import type { PatchPlan } from './plan.ts'
import type { Zip } from './zip.ts'

type Options = {
  /** The review as it is written. */
  readonly doc: Node
  readonly source: WordSource
  readonly plan: PatchPlan
  readonly zip: Zip
  readonly lists: PatchLists
  readonly styles: Styles
  /** Whether the marks of a comment, by its w:id, are written where the file has them and not where the review says. */
  readonly keepsMarks: (comment: string) => boolean
}

export function createKept({ doc, source, plan, zip, lists, styles, keepsMarks }: Options): Kept {
  const sections = fileSections(doc, source, plan)
  const meanings = meaningsOf(source.doc)
  const known = new Map<Node, SourceParagraph>()
  const placed = (paragraph: SourceParagraph): SourceParagraph => {
    const found = known.get(paragraph.node) ?? {
      ...paragraph,
      places: placesBack(paragraph.places, keepsMarks),
    }
    known.set(paragraph.node, found)
    return found
  }
  return {
    verbatim(paragraph) {
      const match = plan.paragraphs.get(zip.paragraphs.get(paragraph) ?? source.doc)
      if (!match) return null
      const found = source.paragraph(match.source)
      if (found) lists.see(match.source, found.properties)
      return match.isSame ? (found?.xml ?? null) : null
    },
    table: (rows) => (plan.blocks.get(zip.tables.get(rows) ?? source.doc)?.isSame === true ? '' : null),
    isOfFile: (rows) => plan.blocks.has(zip.tables.get(rows) ?? source.doc),
    source(paragraph) {
      const match = plan.paragraphs.get(zip.paragraphs.get(paragraph) ?? source.doc)
      const found = match && source.paragraph(match.source)
      return found ? placed(found) : null
    },
    payload: (key) => source.payloads.get(key),
    readAs: (look) => meanings.get(look) ?? [],
    section: (paragraph) => sections.get(zip.paragraphs.get(paragraph) ?? source.doc) ?? null,
    styles,
  }
}

function placesBack(
  places: readonly SourcePlace[],
  keepsMarks: (comment: string) => boolean,
): readonly SourcePlace[] {
  return places.filter(({ pair }) => {
    const comment = /^comment (.*)$/.exec(pair ?? '')?.[1]
    return comment === undefined || keepsMarks(comment)
  })
}

/** What paragraphs of each look were read as. */
function meaningsOf(doc: Node): ReadonlyMap<string, readonly ParagraphProperties[]> {
  const meanings = new Map<string, ParagraphProperties[]>()
  const seen = new Set<string>()
  const add = (properties: ParagraphProperties): void => {
    const { look } = properties
    const words = JSON.stringify([look, properties.style, properties.list, properties.align])
    if (look === null || seen.has(words)) return
    seen.add(words)
    const known = meanings.get(look)
    if (known) known.push(properties)
    else meanings.set(look, [properties])
  }
  const visit = (paragraph: Node): void => {
    const attrs = paragraphAttrs(paragraph)
    add(propertiesOf(attrs))
    if (attrs.paragraphChange) add(restoreProperties(attrs.paragraphChange.before))
    for (const note of paragraph.children) if (note.childCount > 0) textblocksIn(note).forEach(visit)
  }
  textblocksIn(doc).forEach(visit)
  return meanings
}
