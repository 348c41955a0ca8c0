import type { Xml } from '../../opc/xml-write.ts'

/**
 * Bookmarks, permissions and ranges of moves begin in one place of a text and end in another. Where the paragraph
 * of the one is gone, the other would be a defect.
 */

const MARK =
  /<(?:[\w.-]+:)?(bookmark|perm|moveFromRange|moveToRange)(Start|End)\b(?:[^"'>/]|"[^"]*"|'[^']*')*(?:\/>|>\s*<\/[^>]*>)/g

type Mark = { readonly key: string; readonly isStart: boolean; readonly from: number; readonly to: number }

function marksIn(text: Xml): readonly Mark[] {
  return [...text.matchAll(MARK)].map((found) => {
    const [whole, kind = '', side = ''] = found
    const id = /\s(?:[\w.-]+:)?id\s*=\s*["']([^"']*)/.exec(whole)?.[1] ?? ''
    return {
      key: `${kind} ${id}`,
      isStart: side === 'Start',
      from: found.index,
      to: found.index + whole.length,
    }
  })
}

function loneMarks(text: Xml): readonly Mark[] {
  const marks = marksIn(text)
  const starts = new Set(marks.filter((mark) => mark.isStart).map((mark) => mark.key))
  const ends = new Set(marks.filter((mark) => !mark.isStart).map((mark) => mark.key))
  return marks.filter(({ key, isStart }) => !(isStart ? ends : starts).has(key))
}

/** Without those of which the other end is gone; what was lone in the file as it came stays so. */
export function withoutLoneRanges(text: Xml, before: Xml): Xml {
  const known = new Set(loneMarks(before).map((mark) => mark.key))
  let result = ''
  let at = 0
  for (const { key, from, to } of loneMarks(text)) {
    if (known.has(key)) continue
    result += text.slice(at, from)
    at = to
  }
  return result + text.slice(at)
}
