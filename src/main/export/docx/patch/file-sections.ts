import type { Node } from 'prosemirror-model'
import type { WordSource } from '../../../import/docx/source-types.ts'
import type { Xml } from '../../../opc/xml-write.ts'
import { placeSections } from '../sections.ts'
import type { PatchPlan } from './plan.ts'

/** The sections of the file by the paragraphs of the review that end them. */
export function fileSections(doc: Node, source: WordSource, plan: PatchPlan): ReadonlyMap<Node, Xml> {
  const numbers = new Map(source.doc.children.map((node, index) => [node, index] as const))
  const sections = new Map<number, Xml>()
  for (const [node, index] of numbers) {
    const xml = node.isTextblock ? sectionIn(source.paragraph(node)?.properties ?? '') : null
    if (xml !== null) sections.set(index, xml)
  }
  if (sections.size === 0) return new Map()
  const blocks = doc.children.map((node) => {
    const match = plan.blocks.get(node)
    return {
      isParagraph: node.isTextblock,
      source: (match && numbers.get(match.source)) ?? null,
      isSame: match?.isSame === true,
    }
  })
  return new Map([...placeSections(sections, blocks)].map(([index, xml]) => [doc.child(index), xml]))
}

function sectionIn(properties: Xml): Xml | null {
  return /<((?:[\w.-]+:)?sectPr)\b(?:[^>]*\/>|[\s\S]*<\/\1>)/.exec(properties)?.[0] ?? null
}
