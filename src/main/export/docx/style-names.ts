import type { ParagraphStyle } from '../../../shared/document/attributes.ts'
import {
  ENDNOTE_REFERENCE,
  ENDNOTE_STYLE,
  LINK_STYLE,
  NOTE_REFERENCE,
  NOTE_STYLE,
  TABLE_STYLE,
} from './other-styles.ts'
import { LIST_STYLE, WORD_STYLE } from './styles.ts'

/** What the styles of a file are called: ours in a file of our own, else those that stand for the same there. */
export type StyleNames = {
  /** Null where a paragraph needs to name none. */
  paragraph(style: ParagraphStyle): string | null
  /** Of running text that is a list item; null for none. */
  list(): string | null
  link(): string
  noteText(isEndnote: boolean): string
  noteReference(isEndnote: boolean): string
  table(): string
}

export const OUR_STYLES: StyleNames = {
  paragraph: (style) => WORD_STYLE[style],
  list: () => LIST_STYLE,
  link: () => LINK_STYLE,
  noteText: (isEndnote) => (isEndnote ? ENDNOTE_STYLE : NOTE_STYLE),
  noteReference: (isEndnote) => (isEndnote ? ENDNOTE_REFERENCE : NOTE_REFERENCE),
  table: () => TABLE_STYLE,
}
