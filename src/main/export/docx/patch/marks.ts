import type { Xml } from '../../../opc/xml-write.ts'

const MARK =
  /<(?:[\w.-]+:)?comment(?:RangeStart|RangeEnd|Reference)\b(?:[^"'>/]|"[^"]*"|'[^']*')*(?:\/>|>\s*<\/[^>]*>)/g

/** Without the marks of these comments, by w:id: of those that the review has no more and whose words nobody edited. */
export function withoutMarks(text: Xml, gone: ReadonlySet<string>): Xml {
  if (gone.size === 0) return text
  return text.replace(MARK, (mark) => {
    const id = /\s(?:[\w.-]+:)?id\s*=\s*["']([^"']*)/.exec(mark)?.[1] ?? ''
    return gone.has(id) ? '' : mark
  })
}
