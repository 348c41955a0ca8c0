import type { ListAttr, ParagraphProperties } from '../../../shared/document/attributes.ts'

/** The highest number a list may begin with, as attributes.ts checks it. */
const MOST = 32_767

/**
 * The list that a paragraph becomes when its text, up to the caret, is a hyphen or a number and a space; null for
 * none. Headlines, headings and items stay what they are.
 */
export function listBegun(
  text: string,
  { style, list }: Pick<ParagraphProperties, 'style' | 'list'>,
): ListAttr | null {
  if (list || (style !== 'body' && style !== 'quote')) return null
  if (text === '- ' || text === '* ') return { kind: 'bullet', level: 0 }
  const number = /^(\d{1,5})[.)] $/.exec(text)?.[1]
  if (number === undefined || Number(number) > MOST) return null
  const start = Number(number)
  return { kind: 'ordered', level: 0, ...(start === 1 ? {} : { start }) }
}
