import type { ParagraphStyle } from '../attributes.ts'

/** What a paragraph adds to the final text; a hard break is "\n", a picture and the sign of a footnote are nothing. */
export type Flow = {
  readonly text: string
  readonly words: number
  readonly style: ParagraphStyle
  /** Its ¶ is deleted: the text goes on in the next paragraph, behind any table between. */
  readonly runsOn: boolean
}

/** Paragraphs and tables that follow each other, as far as they can be read without those around them. */
export type FinalWords = {
  /** As if nothing ran into the first paragraph or out of the last. */
  readonly words: number
  /** Up to the first ¶ that stands, with the style of that; null when none does. */
  readonly head: string
  readonly headStyle: ParagraphStyle | null
  /** Behind the last ¶ that stands; null when nothing runs on out of the end. */
  readonly tail: string | null
  /** The first of each style, of the paragraphs after the head. */
  readonly styles: ReadonlyMap<ParagraphStyle, string>
}

export type ReadBlock = { readonly words: number; readonly flow: Flow | null }

/** Words are stretches between spaces that hold a letter or a digit. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

/** How many words more, or fewer, when a text is read as going on in another. */
function joinedWords(text: string, next: string): number {
  if (/(?:^|\s)$/u.test(text) || /^(?:\s|$)/u.test(next)) return 0
  const last = /\S+$/u.exec(text)?.[0] ?? ''
  const first = /^\S+/u.exec(next)?.[0] ?? ''
  return countWords(last + first) - countWords(last) - countWords(first)
}

export function readWords(blocks: readonly ReadBlock[]): FinalWords {
  const styles = new Map<ParagraphStyle, string>()
  let words = 0
  let head: string | null = null
  let headStyle: ParagraphStyle | null = null
  let open: string | null = null
  for (const { words: own, flow } of blocks) {
    words += own
    if (!flow) continue
    if (open !== null) words += joinedWords(open, flow.text)
    const text: string = (open ?? '') + flow.text
    open = flow.runsOn ? text : null
    if (flow.runsOn) continue
    if (head === null) [head, headStyle] = [text, flow.style]
    else if (!styles.has(flow.style)) styles.set(flow.style, text)
  }
  return { words, head: head ?? open ?? '', headStyle, tail: open, styles }
}

export type TextWords = {
  readonly words: number
  readonly first: ReadonlyMap<ParagraphStyle, string>
}

/** One after the other, to the end of the document. `last`: style of its last paragraph, whose ¶ always stands. */
export function joinWords(parts: readonly FinalWords[], last: ParagraphStyle): TextWords {
  const first = new Map<ParagraphStyle, string>()
  const note = (style: ParagraphStyle, text: string) => {
    if (!first.has(style)) first.set(style, text)
  }
  let words = 0
  let open: string | null = null
  for (const part of parts) {
    words += part.words
    if (open !== null) words += joinedWords(open, part.head)
    const text: string = (open ?? '') + part.head
    if (part.headStyle === null) {
      open = open === null && part.tail === null ? null : text
      continue
    }
    note(part.headStyle, text)
    part.styles.forEach((each, style) => note(style, each))
    open = part.tail
  }
  if (open !== null) note(last, open)
  return { words, first }
}
