import type { ReadText, Token } from '../tokens.ts'
import type { BlockCheck, Hit } from './hit.ts'

const STRAIGHT = /["']/u
const CURLY = /[“”‘’]/u

/** Straight marks, where the paragraph has curly ones too. */
export const mixedQuotes: BlockCheck = ({ text }) => {
  if (!CURLY.test(text) || !STRAIGHT.test(text)) return []
  const hits: Hit[] = []
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign !== '"' && sign !== "'") continue
    const opens = at === 0 || /[\s(–—]/u.test(text[at - 1] ?? '')
    const replacement = sign === '"' ? (opens ? '“' : '”') : opens ? '‘' : '’'
    hits.push({ from: at, to: at + 1, replacement })
  }
  return hits
}

const CLOSES: Readonly<Record<string, string>> = { '“': '”', '(': ')', '[': ']' }
const OPENS: Readonly<Record<string, string>> = { '”': '“', ')': '(', ']': '[' }

/**
 * Quotation marks and brackets without their other half. One quotation may run on into the next paragraph, where it
 * opens anew: an open “ is told only when something closed or opened after it.
 */
export const unpairedQuotes: BlockCheck = ({ text }) => {
  const open: { readonly sign: string; readonly at: number }[] = []
  const hits: Hit[] = []
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? ''
    if (sign in CLOSES) open.push({ sign, at })
    else if (sign in OPENS) {
      const last = open.at(-1)
      if (last?.sign === OPENS[sign]) open.pop()
      // “1)” and “a)” count, and close nothing.
      else if (sign !== ')' || !/(?:^|\s)\w{1,2}$/u.test(text.slice(Math.max(0, at - 3), at))) {
        hits.push({ from: at, to: at + 1, replacement: null })
      }
    }
  }
  const last = open.at(-1)
  const told = last?.sign === '“' ? open.slice(0, -1) : open
  hits.push(...told.map(({ at }) => ({ from: at, to: at + 1, replacement: null })))
  return hits.sort((one, other) => one.from - other.from)
}

/** Whole quotations in marks of that kind, at most so long that both halves are told together. */
function inMarks({ text }: ReadText, open: string, close: string, other: readonly [string, string]): Hit[] {
  const hits: Hit[] = []
  for (let at = text.indexOf(open); at !== -1; at = text.indexOf(open, at + 1)) {
    if (at > 0 && /[\p{L}\d]/u.test(text[at - 1] ?? '')) continue
    const end = text.indexOf(close, at + 1)
    if (end === -1) break
    if (/[\p{L}\d]/u.test(text[end + 1] ?? '')) continue
    const words = text.slice(at + 1, end)
    hits.push({ from: at, to: end + 1, replacement: other[0] + words + other[1] })
    at = end
  }
  return hits
}

export const singleQuotes: BlockCheck = (read) => inMarks(read, '‘', '’', ['“', '”'])
export const doubleQuotes: BlockCheck = (read) => inMarks(read, '“', '”', ['‘', '’'])

function isBetweenSpaces(token: Token, after: Token | undefined): boolean {
  return token.spaced && after?.spaced === true
}

export const hyphensForDashes: BlockCheck = ({ tokens }) =>
  tokens.flatMap((token, index): Hit[] => {
    const after = tokens[index + 1]
    if (token.word !== '-') return []
    if (after?.word === '-' && !after.spaced) return [{ from: token.from, to: after.to, replacement: '–' }]
    const isSecond = tokens[index - 1]?.word === '-' && !token.spaced
    const isDash = index > 0 && !isSecond && isBetweenSpaces(token, after)
    return isDash ? [{ from: token.from, to: token.to, replacement: '–' }] : []
  })

export const emDashes: BlockCheck = ({ tokens }) =>
  tokens.flatMap((token, index): Hit[] => {
    if (token.word !== '—') return []
    const before = tokens[index - 1]
    const after = tokens[index + 1]
    return [{ from: before?.to ?? token.from, to: after?.from ?? token.to, replacement: ' – ' }]
  })

export const spacedEnDashes: BlockCheck = ({ tokens }) =>
  tokens.flatMap((token, index): Hit[] =>
    token.word === '–' && index > 0 && isBetweenSpaces(token, tokens[index + 1])
      ? [{ from: token.from, to: token.to, replacement: '—' }]
      : [],
  )
