import type { Mark } from 'prosemirror-model'
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
}

function formatNames(marks: readonly { readonly name: string }[]): ReadonlySet<string> {
  return new Set(marks.map(({ name }) => FORMAT_NAMES[name] ?? name))
}

/** "bold", "not italic", "new link address". */
export function describeFormat(before: readonly StoredMark[], marks: readonly Mark[]): string {
  const old = formatNames(before.map(({ type }) => ({ name: type })))
  const now = formatNames(marks.filter(isFormatting).map((mark) => ({ name: mark.type.name })))
  const words = [
    ...[...now].filter((name) => !old.has(name)),
    ...[...old].filter((name) => !now.has(name)).map((name) => `not ${name}`),
  ]
  return words.length > 0 ? words.join(', ') : 'new link address'
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
  return pairs
    .filter(([old, current]) => old !== current)
    .map(([old, current]) => `${old} to ${current}`)
    .join('; ')
}
