import type { Mark } from 'prosemirror-model'
import type { ParagraphProperties, ParagraphStyle, StoredMark, StoredProperties } from '../attributes.ts'
import { isFormatting, storeMarks } from '../tracking-state.ts'

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

/** What is said of two marks of one kind that do not say the same. */
const OTHER_VALUES: Record<string, string> = {
  link: 'new link address',
  highlight: 'other marker colour',
}

/** Names of formats, each with what it says. A look may be anything, and is named where it is another. */
function valuesOf(marks: readonly StoredMark[]): ReadonlyMap<string, string> {
  return new Map(
    marks
      .filter(({ type }) => type !== 'look')
      .map(({ type, attrs }) => [type, attrs ? JSON.stringify(Object.values(attrs)) : '']),
  )
}

function lookOf(marks: readonly StoredMark[]): unknown {
  return marks.find(({ type }) => type === 'look')?.attrs?.['key'] ?? null
}

function nameOf(type: string): string {
  return FORMAT_NAMES[type] ?? type
}

/** "bold", "not italic", "new link address". */
export function describeFormat(before: readonly StoredMark[], marks: readonly Mark[]): string {
  const after = storeMarks(marks.filter(isFormatting))
  const old = valuesOf(before)
  const now = valuesOf(after)
  const words = [
    ...[...now.keys()].filter((type) => !old.has(type)).map(nameOf),
    ...[...old.keys()].filter((type) => !now.has(type)).map((type) => `not ${nameOf(type)}`),
    ...[...now].flatMap(([type, value]) =>
      old.has(type) && old.get(type) !== value ? (OTHER_VALUES[type] ?? nameOf(type)) : [],
    ),
    ...(lookOf(before) === lookOf(after) ? [] : ['font, size or colour']),
  ]
  return words.join(', ')
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
