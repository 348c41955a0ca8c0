/**
 * What is put right as it is typed, in English typography. Pure: from the words before the caret, the last of which
 * has just been typed, to what replaces some of them.
 */
export type Correction = {
  /** UTF-16 offsets in the words given. */
  readonly from: number
  readonly to: number
  readonly text: string
}

const QUOTES = { double: { open: '“', close: '”' }, single: { open: '‘', close: '’' } } as const

/** Behind these a quotation begins. */
const BEFORE_OPENING = /(?:^|[\s([{“‘/])$/u
const DASH = /[–—-]$/u

/** Words that begin with an apostrophe, which was taken for an opening quote; and years: ’90s. */
const ELISION = /(?<=^|[\s(“—–-])‘(?=(?:em|tis|twas|til|cause|n’?|\d0s)[^\p{L}\p{N}]$)/iu

function count(text: string, sign: string): number {
  return text.split(sign).length - 1
}

function quote(before: string, kind: 'double' | 'single'): string {
  const { open, close } = QUOTES[kind]
  if (BEFORE_OPENING.test(before)) return open
  if (!DASH.test(before)) return close
  // After a dash speech breaks off where a quotation is open, and begins where none is.
  return count(before, open) > count(before, close) ? close : open
}

/** The one correction that the sign just typed calls for; null for none. */
export function correctionOf(words: string): Correction | null {
  const end = words.length
  const last = words.at(-1)
  const before = words.slice(0, -1)
  if (last === '"') return { from: end - 1, to: end, text: quote(before, 'double') }
  if (last === "'") return { from: end - 1, to: end, text: quote(before, 'single') }
  if (/(?<![-–—])--$/u.test(words)) return { from: end - 2, to: end, text: '–' }
  if (/(?<![-–—])(?:–-|---)$/u.test(words)) return { from: words.search(/(?:–-|---)$/u), to: end, text: '—' }
  if (/(?<![.…])\.\.\.$/u.test(words)) return { from: end - 3, to: end, text: '…' }
  const elision = words.search(ELISION)
  return elision < 0 ? null : { from: elision, to: elision + 1, text: '’' }
}
