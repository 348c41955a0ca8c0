import { tag } from '../../opc/xml-write.ts'
import type { Xml } from '../../opc/xml-write.ts'

/**
 * A comment has one beginning, one end and one reference, or a reference alone. Of a file that is written again some
 * paragraphs stand as they stood and some are new: what both say of one comment is made one again.
 */

const MARK =
  /<((?:[\w.-]+:)?)commentRange(Start|End)\b(?:[^"'>/]|"[^"]*"|'[^']*')*(?:\/>|>\s*<\/[^>]*>)|<((?:[\w.-]+:)?)r(?:\s(?:[^"'>]|"[^"]*"|'[^']*')*)?>(?:<\3rPr>(?:(?!<\/\3rPr>)[\s\S])*<\/\3rPr>)?<\3commentReference\b(?:[^"'>/]|"[^"]*"|'[^']*')*\/>\s*<\/\3r>/g

type Span = { readonly from: number; readonly to: number }
type Marks = { readonly starts: Span[]; readonly ends: Span[]; readonly references: Span[] }
type Edit = Span & { readonly xml: Xml }

function marksIn(text: Xml): ReadonlyMap<string, Marks> {
  const all = new Map<string, Marks>()
  for (const found of text.matchAll(MARK)) {
    const [whole, , side] = found
    const own = side === undefined ? whole.slice(whole.lastIndexOf('commentReference')) : whole
    const id = /\s(?:[\w.-]+:)?id\s*=\s*["']([^"']*)/.exec(own)?.[1] ?? ''
    const marks = all.get(id) ?? { starts: [], ends: [], references: [] }
    all.set(id, marks)
    const list = side === 'Start' ? marks.starts : side === 'End' ? marks.ends : marks.references
    list.push({ from: found.index, to: found.index + whole.length })
  }
  return all
}

function isWhole({ starts, ends, references }: Marks): boolean {
  if (references.length !== 1 || starts.length !== ends.length || starts.length > 1) return false
  const [start, end] = [starts[0], ends[0]]
  return !start || !end || start.from <= end.from
}

/** `before`: the text as it came; a comment that was broken there stays so. */
export function withWholeComments(text: Xml, before: Xml): Xml {
  const known = marksIn(before)
  const edits = [...marksIn(text)].flatMap(([id, marks]) => {
    const was = known.get(id)
    return isWhole(marks) || (was && !isWhole(was)) ? [] : mended(id, marks)
  })
  let result = ''
  let at = 0
  for (const { from, to, xml } of edits.toSorted((a, b) => a.from - b.from)) {
    if (from < at) continue
    result += text.slice(at, from) + xml
    at = to
  }
  return result + text.slice(at)
}

/** The first beginning, the last end, and the reference that follows it. */
function mended(id: string, { starts, ends, references }: Marks): readonly Edit[] {
  const start = starts[0]
  const end = ends.at(-1)
  const reference =
    references.find(({ from }) => from >= (end?.from ?? start?.from ?? 0)) ?? references.at(-1)
  if (!reference) return []
  const drop = (spans: readonly Span[], kept: Span | undefined): readonly Edit[] =>
    spans.filter((span) => span !== kept).map((span) => ({ ...span, xml: '' }))
  const others = [...drop(starts, start), ...drop(ends, end), ...drop(references, reference)]
  const at = (place: number, name: string): Edit => ({
    from: place,
    to: place,
    xml: tag(name, { 'w:id': id }),
  })
  if (start && end)
    return start.from <= end.from ? others : [...others, { ...start, xml: '' }, { ...end, xml: '' }]
  if (end) return [...others, at(end.from, 'w:commentRangeStart')]
  if (!start) return others
  // A beginning behind its reference has nothing that it could hold.
  if (reference.from < start.from) return [...others, { ...start, xml: '' }]
  return [...others, at(reference.from, 'w:commentRangeEnd')]
}
