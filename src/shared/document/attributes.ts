import type { Attrs } from 'prosemirror-model'

/**
 * The attributes of the schema: their types, and the check of each. ProseMirror runs the checks on everything
 * that comes from outside (JSON, the clipboard, the DOM); a value of a wrong shape never enters a document.
 */

/** Paragraph styles. The first paragraph of an article is its `headline`; `standfirst` and `byline` may follow. */
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
] as const
export type ParagraphStyle = (typeof PARAGRAPH_STYLES)[number]

/** `level` counts from 0 to 8, as in Word. */
export type ListAttr = { readonly kind: 'bullet' | 'ordered'; readonly level: number }
export type Align = 'start' | 'center' | 'end' | 'justify'

/** Who changed something, under which change id. Times live in the database, by id. */
export type ChangeRef = { readonly id: string; readonly author: string }
/** The state of a paragraph's ¶: inserted, deleted, or both (by two authors). */
export type ParagraphMark = { readonly insertion?: ChangeRef; readonly deletion?: ChangeRef }
export type ParagraphProperties = {
  readonly style: ParagraphStyle
  readonly list: ListAttr | null
  readonly align: Align
}
/** A tracked change of paragraph properties; `before` is what rejecting restores (Word's pPrChange). */
export type ParagraphChange = ChangeRef & { readonly before: ParagraphProperties }
export type ParagraphAttrs = ParagraphProperties & {
  readonly paragraphMark: ParagraphMark | null
  readonly paragraphChange: ParagraphChange | null
}
/** One plain formatting mark as stored in `formatChange.before`. */
export type StoredMark = { readonly type: string; readonly attrs?: Attrs }

const MAX_ID = 64

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function assert(condition: boolean, what: string): asserts condition {
  if (!condition) throw new RangeError(`Invalid ${what}`)
}

export function checkId(value: unknown): void {
  assert(typeof value === 'string' && value.length > 0 && value.length <= MAX_ID, 'id')
}

function checkOnly(value: Record<string, unknown>, keys: readonly string[], what: string): void {
  assert(
    Object.keys(value).every((key) => keys.includes(key)),
    what,
  )
}

function checkChangeRef(value: unknown): void {
  assert(isRecord(value), 'change reference')
  checkOnly(value, ['id', 'author'], 'change reference')
  checkId(value['id'])
  checkId(value['author'])
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
  checkOnly(value, ['kind', 'level'], 'list')
  assert(value['kind'] === 'bullet' || value['kind'] === 'ordered', 'list kind')
  const level = value['level']
  assert(typeof level === 'number' && Number.isInteger(level) && level >= 0 && level <= 8, 'list level')
}

export function checkAlign(value: unknown): void {
  assert(value === 'start' || value === 'center' || value === 'end' || value === 'justify', 'alignment')
}

export function checkParagraphMark(value: unknown): void {
  if (value === null) return
  assert(isRecord(value), 'paragraph mark')
  checkOnly(value, ['insertion', 'deletion'], 'paragraph mark')
  assert(Object.keys(value).length > 0, 'paragraph mark')
  for (const ref of Object.values(value)) checkChangeRef(ref)
}

export function checkParagraphChange(value: unknown): void {
  if (value === null) return
  assert(isRecord(value), 'paragraph change')
  checkOnly(value, ['id', 'author', 'before'], 'paragraph change')
  checkId(value['id'])
  checkId(value['author'])
  const before = value['before']
  assert(isRecord(before), 'paragraph change')
  checkOnly(before, ['style', 'list', 'align'], 'paragraph change')
  checkStyle(before['style'])
  checkList(before['list'])
  checkAlign(before['align'])
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
]

/** Links may lead only here; anything else is text without a link. */
export function isSafeHref(href: string): boolean {
  if (href.length > 2048) return false
  return /^(https?:\/\/|mailto:)[^\s\u0000-\u001f]+$/i.test(href)
}

export function checkHref(value: unknown): void {
  assert(typeof value === 'string' && isSafeHref(value), 'link')
}

export function checkBefore(value: unknown): void {
  assert(Array.isArray(value) && value.length <= FORMATTING_MARKS.length, 'format change')
  for (const mark of value as unknown[]) {
    assert(isRecord(mark), 'format change')
    checkOnly(mark, ['type', 'attrs'], 'format change')
    assert(typeof mark['type'] === 'string' && FORMATTING_MARKS.includes(mark['type']), 'format change')
    if (mark['type'] === 'link') {
      assert(isRecord(mark['attrs']), 'format change')
      checkOnly(mark['attrs'], ['href'], 'format change')
      checkHref(mark['attrs']['href'])
    } else assert(mark['attrs'] === undefined, 'format change')
  }
}
