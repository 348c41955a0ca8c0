import type { Piece } from './pieces.ts'
import type { Script } from './script.ts'

/** What a text is made of for the template. */

export type TextParagraph = {
  readonly kind: 'paragraph'
  readonly style: string
  readonly align: string
  readonly dir: Script['dir']
  readonly lang: string
  /** Bullet or number before a list item, with its level from 0; null outside lists. */
  readonly list: { readonly label: string; readonly level: number } | null
  readonly pieces: readonly Piece[]
}

export type TextTable = {
  readonly kind: 'table'
  /** Relative widths of its columns. */
  readonly widths: readonly number[]
  /** How many rows at its head are repeated on each page. */
  readonly heads: number
  readonly rows: readonly (readonly TextCell[])[]
}
export type TextCell = {
  readonly header: boolean
  readonly colspan: number
  readonly rowspan: number
  readonly paragraphs: readonly TextParagraph[]
}
export type TextBlock = TextParagraph | TextTable | Endnotes

export type Endnotes = {
  readonly kind: 'endnotes'
  readonly notes: readonly { readonly label: string; readonly paragraphs: readonly (readonly Piece[])[] }[]
}
