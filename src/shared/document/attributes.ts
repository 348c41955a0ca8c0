import type { Attrs } from 'prosemirror-model'
import type { ChangeRef } from './change-ref.ts'
import { assert, checkId, checkOnly, isRecord, isWhole } from './assertions.ts'
import { checkColour, checkKey } from './word-attributes.ts'
import type { LayoutAttrs } from './word-attributes.ts'

export type { ChangeRef }

/**
 * The attributes of the schema: their types, and the check of each. ProseMirror runs the checks on everything
 * that comes from outside (JSON, the clipboard, the DOM); a value of a wrong shape never enters a document.
 */

/**
 * Paragraph styles. The first paragraph of an article is its `headline`; `standfirst` and `byline` may follow. A
 * `caption` stands under the picture or the table that it speaks of, as in Word.
 */
export const PARAGRAPH_STYLES = [
  'headline',
  'standfirst',
  'byline',
  'body',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'quote',
  'caption',
] as const
export type ParagraphStyle = (typeof PARAGRAPH_STYLES)[number]

/** `level` counts from 0 to 8, as in Word; `start` is the number an ordered list begins anew with. */
export type ListAttr = {
  readonly kind: 'bullet' | 'ordered'
  readonly level: number
  readonly start?: number
}
export type Align = 'start' | 'center' | 'end' | 'justify'

/** What can happen to a ¶, a table row or a cell: inserted, deleted, or both. */
export type Tracking = { readonly insertion?: ChangeRef; readonly deletion?: ChangeRef }
export type ParagraphMark = Tracking
export type ParagraphProperties = {
  readonly style: ParagraphStyle
  readonly list: ListAttr | null
  readonly align: Align
  /** Those of its properties in the Word file it came in with that Stet has no words for; null for none. */
  readonly look: string | null
}
/** Properties as `paragraphChange.before` holds them: without a look where there is none, as before there were looks. */
export type StoredProperties = Omit<ParagraphProperties, 'look'> & { readonly look?: string }
/** A tracked change of paragraph properties; `before` is what rejecting restores (Word's pPrChange). */
export type ParagraphChange = ChangeRef & { readonly before: StoredProperties }
export type ParagraphAttrs = ParagraphProperties & {
  readonly paragraphMark: ParagraphMark | null
  readonly paragraphChange: ParagraphChange | null
}
export type TableAttrs = LayoutAttrs
export type RowAttrs = LayoutAttrs & { readonly tracking: Tracking | null }
export type CellAttrs = LayoutAttrs & {
  readonly tracking: Tracking | null
  readonly header: boolean
  readonly colspan: number
  readonly rowspan: number
  /** Widths of the columns it spans, in CSS pixels; null where the table chooses. */
  readonly colwidth: readonly number[] | null
}
/** A picture; its bytes are kept beside the text, under their SHA-256 in hexadecimal. Sizes are CSS pixels. */
export type ImageAttrs = {
  readonly blob: string
  readonly alt: string
  readonly width: number | null
  readonly height: number | null
}
/** `endnote`: shown where the text ends, not under its page. */
export type FootnoteAttrs = { readonly endnote: boolean }
/** One plain formatting mark as stored in `formatChange.before`. */
export type StoredMark = { readonly type: string; readonly attrs?: Attrs }

function checkChangeRef(value: unknown): void {
  assert(isRecord(value), 'change reference')
  checkOnly(value, ['id', 'author', 'move'], 'change reference')
  checkId(value['id'])
  checkId(value['author'])
  if (value['move'] !== undefined) checkId(value['move'])
}

/** The move of an insertion or a deletion; null for none. */
export function checkMove(value: unknown): void {
  if (value !== null) checkId(value)
}

export function checkStyle(value: unknown): void {
  assert(
    PARAGRAPH_STYLES.some((style) => style === value),
    'paragraph style',
  )
}

export function checkList(value: unknown): void {
  if (value === null) return
  assert(isRecord(value), 'list')
  checkOnly(value, ['kind', 'level', 'start'], 'list')
  assert(value['kind'] === 'bullet' || value['kind'] === 'ordered', 'list kind')
  const level = value['level']
  assert(isWhole(level, 0, 8), 'list level')
  if (value['start'] !== undefined) assert(isWhole(value['start'], 0, 32_767), 'list start')
}

export function checkAlign(value: unknown): void {
  assert(value === 'start' || value === 'center' || value === 'end' || value === 'justify', 'alignment')
}

export function checkTracking(value: unknown): void {
  if (value === null) return
  assert(isRecord(value), 'tracking')
  checkOnly(value, ['insertion', 'deletion'], 'tracking')
  assert(Object.keys(value).length > 0, 'tracking')
  for (const ref of Object.values(value)) checkChangeRef(ref)
}

/** As many rows or columns as Word allows a cell to span. */
export function checkSpan(value: unknown): void {
  assert(isWhole(value, 1, 63), 'span of a cell')
}

export function checkColumnWidths(value: unknown): void {
  if (value === null) return
  const isRight = Array.isArray(value) && value.length > 0 && value.length <= 63
  assert(isRight && value.every((width) => isWhole(width, 0, 10_000)), 'column widths')
}

export function checkBlob(value: unknown): void {
  assert(typeof value === 'string' && /^[0-9a-f]{64}$/.test(value), 'picture')
}

export function checkAlt(value: unknown): void {
  assert(typeof value === 'string' && value.length <= 2000, 'alternative text')
}

export function checkPixels(value: unknown): void {
  if (value !== null) assert(isWhole(value, 1, 20_000), 'size of a picture')
}

export function checkParagraphChange(value: unknown): void {
  if (value === null) return
  assert(isRecord(value), 'paragraph change')
  checkOnly(value, ['id', 'author', 'before'], 'paragraph change')
  checkId(value['id'])
  checkId(value['author'])
  const before = value['before']
  assert(isRecord(before), 'paragraph change')
  checkOnly(before, ['style', 'list', 'align', 'look'], 'paragraph change')
  checkStyle(before['style'])
  checkList(before['list'])
  checkAlign(before['align'])
  if (before['look'] !== undefined) checkKey(before['look'])
}

/** The names of marks that are plain formatting: what `formatChange.before` may hold. */
export const FORMATTING_MARKS: readonly string[] = [
  'strong',
  'em',
  'underline',
  'strike',
  'superscript',
  'subscript',
  'link',
  'smallCaps',
  'caps',
  'highlight',
  'look',
]

/** Links may lead only here; anything else from outside is text without a link. */
export function isSafeHref(href: string): boolean {
  if (href.length > 2048) return false
  return /^(https?:\/\/|mailto:)[^\s\u0000-\u001f]+$/i.test(href)
}

/** A place in the same document, as a Word file names it: `#` and the name of a bookmark. */
export function isPlaceHref(href: string): boolean {
  return href.length <= 256 && /^#[^\s\u0000-\u001f#]+$/.test(href)
}

export function checkHref(value: unknown): void {
  assert(typeof value === 'string' && (isSafeHref(value) || isPlaceHref(value)), 'link')
}

/** The one attribute of those formatting marks that have one, and its check. */
const MARK_VALUES: Readonly<Record<string, readonly [string, (value: unknown) => void]>> = {
  link: ['href', checkHref],
  highlight: ['colour', checkColour],
  look: ['key', checkKey],
}

export function checkBefore(value: unknown): void {
  assert(Array.isArray(value) && value.length <= FORMATTING_MARKS.length, 'format change')
  for (const mark of value as unknown[]) {
    assert(isRecord(mark), 'format change')
    checkOnly(mark, ['type', 'attrs'], 'format change')
    const { type, attrs } = mark
    assert(typeof type === 'string' && FORMATTING_MARKS.includes(type), 'format change')
    const valued = MARK_VALUES[type]
    if (!valued) {
      assert(attrs === undefined, 'format change')
      continue
    }
    const [name, check] = valued
    assert(isRecord(attrs), 'format change')
    checkOnly(attrs, [name], 'format change')
    check(attrs[name])
  }
}
