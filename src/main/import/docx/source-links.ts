import type { Node } from 'prosemirror-model'
import { schema } from '../../../shared/document/schema.ts'
import type { SourcePlace } from './source-types.ts'

type Open = { readonly parts: SourcePlace[]; code: string; separate: SourcePlace | null }

/**
 * Places without those of fields that are links: the text holds the link itself, and is written with it, so that words
 * typed among it are only in the link where the review has them there.
 */
export function withoutLinkFields(places: readonly SourcePlace[], node: Node): readonly SourcePlace[] {
  const dropped = new Set<SourcePlace>()
  const open: Open[] = []
  for (const place of places) {
    const field = open.at(-1)
    if (place.name === 'w:instrText' || place.name === 'w:delInstrText') {
      if (!field || field.separate) continue
      field.parts.push(place)
      field.code += place.xml.replace(/<[^>]*>/g, '')
    }
    if (place.name !== 'w:fldChar') continue
    const type = /\bfldCharType\s*=\s*["'](\w+)/.exec(place.xml)?.[1]
    if (type === 'begin') open.push({ parts: [place], code: '', separate: null })
    field?.parts.push(...(type === 'begin' ? [] : [place]))
    if (type === 'separate' && field) field.separate = place
    if (type !== 'end') continue
    open.pop()
    if (field && isLink(field, place.offset, node)) for (const part of field.parts) dropped.add(part)
  }
  return dropped.size === 0 ? places : places.filter((place) => !dropped.has(place))
}

function isLink({ code, separate }: Open, end: number, node: Node): boolean {
  if (!/^\s*HYPERLINK\b/i.test(code) || !separate || separate.offset >= end) return false
  let isWhole = true
  node.nodesBetween(separate.offset, end, (child) => {
    isWhole &&= schema.marks.link.isInSet(child.marks) !== undefined
    return false
  })
  return isWhole
}
