import { assert, checkId, checkOnly, isRecord } from './assertions.ts'
import type { ChangeRef } from './change-ref.ts'

/**
 * What a text keeps of the Word file that it came in with: by name alone. What the names stand for is in that file,
 * which is kept with the review; a name that no kept file knows is written as if it were not there.
 */

/**
 * The first 16 hexadecimal digits of the SHA-256 of a piece of XML. As a `look` it names properties that Stet has no
 * words for (of a run, a paragraph, a table, a row or a cell); equal looks have equal names.
 */
export type Key = string

/** Word's names of the colours that a text marker has. */
export const HIGHLIGHT_COLOURS = [
  'yellow',
  'green',
  'cyan',
  'magenta',
  'blue',
  'red',
  'darkBlue',
  'darkCyan',
  'darkGreen',
  'darkMagenta',
  'darkRed',
  'darkYellow',
  'darkGray',
  'lightGray',
  'black',
  'white',
] as const
export type HighlightColour = (typeof HIGHLIGHT_COLOURS)[number]

/**
 * What can stand in a line, shown but not edited. `table`: one within a table; it and `embedded` (another file,
 * altChunk) stand alone in their paragraph.
 */
export const PRESERVED_KINDS = [
  'field',
  'formula',
  'shape',
  'textbox',
  'chart',
  'diagram',
  'object',
  'picture',
  'symbol',
  'ruby',
  'table',
  'embedded',
  'pageBreak',
  'columnBreak',
  'other',
] as const
export type PreservedKind = (typeof PRESERVED_KINDS)[number]

/** `text` is what a reader sees of it: the result of a field, the letters of a formula, the words of a text box. */
export type PreservedAttrs = { readonly key: Key; readonly kind: PreservedKind; readonly text: string }
export const MAX_PRESERVED_TEXT = 2000

/** A tracked change of layout; `before` is the look that rejecting restores (Word's tblPrChange, trPrChange, tcPrChange). */
export type LayoutChange = ChangeRef & { readonly before: Key | null }
/** Of a table, a row and a cell. */
export type LayoutAttrs = { readonly look: Key | null; readonly layoutChange: LayoutChange | null }

export function isKey(value: unknown): value is Key {
  return typeof value === 'string' && /^[0-9a-f]{16}$/.test(value)
}

export function checkKey(value: unknown): void {
  assert(isKey(value), 'name of kept properties')
}

export function checkLook(value: unknown): void {
  if (value !== null) checkKey(value)
}

export function checkLayoutChange(value: unknown): void {
  if (value === null) return
  assert(isRecord(value), 'layout change')
  checkOnly(value, ['id', 'author', 'before'], 'layout change')
  checkId(value['id'])
  checkId(value['author'])
  checkLook(value['before'])
}

export function checkColour(value: unknown): void {
  assert(
    HIGHLIGHT_COLOURS.some((colour) => colour === value),
    'colour',
  )
}

export function checkPreservedKind(value: unknown): void {
  assert(
    PRESERVED_KINDS.some((kind) => kind === value),
    'kind of object',
  )
}

export function checkPreservedText(value: unknown): void {
  assert(typeof value === 'string' && value.length <= MAX_PRESERVED_TEXT, 'text of an object')
}
