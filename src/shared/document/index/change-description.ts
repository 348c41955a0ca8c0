import type { Attrs, Mark } from 'prosemirror-model'
import type { ParagraphProperties, ParagraphStyle, StoredMark, StoredProperties } from '../attributes.ts'
import { isFormatting } from '../tracking-state.ts'

/** What a change of format or of a paragraph did, in words for a list of changes. */

const STYLE_NAMES: Record<ParagraphStyle, string> = {
  headline: 'headline',
  standfirst: 'standfirst',
  byline: 'byline',
  body: 'body',
  heading1: 'heading',
  heading2: 'sub-heading',
  heading3: 'heading 3',
  heading4: 'heading 4',
  quote: 'quote',
  caption: 'caption',
}

const FORMAT_NAMES: Record<string, string> = {
  strong: 'bold',
  em: 'italic',
  underline: 'underline',
  strike: 'strikethrough',
  superscript: 'superscript',
  subscript: 'subscript',
  link: 'link',
  smallCaps: 'small capitals',
  caps: 'capitals',
  highlight: 'marker',
}

/** What is said of two marks of one kind that do not say the same. A look may be anything, and is not told apart. */
const OTHER_VALUES: Record<string, string> = {
  link: 'new link address',
  highlight: 'other marker colour',
}
const LOOK = 'font, size or colour'

function valueOf(attrs: Attrs | undefined): unknown {
  for (const name in attrs) return attrs[name] as unknown
  return null
}

/** "bold", "not italic", "new link address". */
export function describeFormat(before: readonly StoredMark[], marks: readonly Mark[]): string {
  const words: string[] = []
  let hasOtherLook = false
  for (const mark of marks) {
    if (!isFormatting(mark)) continue
    const { name } = mark.type
    const old = before.find(({ type }) => type === name)
    const isSame = old !== undefined && valueOf(old.attrs) === valueOf(mark.attrs)
    if (isSame) continue
    if (name === 'look') hasOtherLook = true
    else words.push((old && OTHER_VALUES[name]) ?? FORMAT_NAMES[name] ?? name)
  }
  for (const { type } of before) {
    if (marks.some((mark) => mark.type.name === type)) continue
    if (type === 'look') hasOtherLook = true
    else words.push(`not ${FORMAT_NAMES[type] ?? type}`)
  }
  return (hasOtherLook ? [...words, LOOK] : words).join(', ')
}

function listName(list: ParagraphProperties['list']): string {
  if (list === null) return 'no list'
  return `${list.kind === 'bullet' ? 'bulleted' : 'numbered'} list, level ${String(list.level + 1)}`
}

/** "body to heading", "no list to bulleted list, level 1", several joined by "; ". */
export function describeParagraph(before: StoredProperties, now: ParagraphProperties): string {
  const pairs = [
    [STYLE_NAMES[before.style], STYLE_NAMES[now.style]],
    [listName(before.list), listName(now.list)],
    [`aligned ${before.align}`, `aligned ${now.align}`],
  ] as const
  const words = pairs
    .filter(([old, current]) => old !== current)
    .map(([old, current]) => `${old} to ${current}`)
  const isOtherLook = (before.look ?? null) !== now.look
  return [...words, ...(isOtherLook ? ['indents, spacing or borders'] : [])].join('; ')
}
