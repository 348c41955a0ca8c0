import { NotPdf } from '../parse.ts'

/** What is told of a content stream (ISO 32000-1, 7.8.2), token by token. */
export type Tokens = {
  number(value: number): void
  name(value: string): void
  /** The first `length` of `bytes`, which are overwritten by the next string. */
  string(bytes: Uint8Array, length: number): void
  /** An array begins or ends. */
  bracket(opens: boolean): void
  /** As it stands in the stream. */
  dictionary(source: string): void
  operator(word: string): void
}

type Cursor = { readonly source: string; at: number; bytes: Uint8Array; length: number }

/** Letters, digits and what else may stand in a name or an operator; 1 for each such code. */
const REGULAR = Uint8Array.from({ length: 256 }, (_, code) =>
  '\0\t\n\f\r ()<>[]{}/%'.includes(String.fromCharCode(code)) ? 0 : 1,
)

const [OPEN, CLOSE, LESS, GREATER, SLASH, BACKSLASH] = [0x28, 0x29, 0x3c, 0x3e, 0x2f, 0x5c]
const [LEFT, RIGHT, ZERO, NINE, DOT, MINUS, PLUS] = [0x5b, 0x5d, 0x30, 0x39, 0x2e, 0x2d, 0x2b]

/** Every character of `source` is one byte. Throws NotPdf for what no content stream of a typesetter holds. */
export function scan(source: string, on: Tokens): void {
  const cursor: Cursor = { source, at: 0, bytes: new Uint8Array(256), length: 0 }
  while (cursor.at < source.length) {
    const code = source.charCodeAt(cursor.at)
    if (isSpace(code)) cursor.at += 1
    else if (isNumeric(code)) on.number(readNumber(cursor))
    else if (code === OPEN) {
      readLiteral(cursor)
      on.string(cursor.bytes, cursor.length)
    } else if (code === SLASH) on.name(readName(cursor))
    else if (code === LEFT || code === RIGHT) {
      cursor.at += 1
      on.bracket(code === LEFT)
    } else if (code === LESS && source.charCodeAt(cursor.at + 1) === LESS)
      on.dictionary(skipDictionary(cursor))
    else if (code === LESS) {
      readHex(cursor)
      on.string(cursor.bytes, cursor.length)
    } else if (REGULAR[code] === 1) on.operator(readWord(cursor))
    else throw new NotPdf(`The sign “${source[cursor.at]}” stands alone in a page.`)
  }
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x0c || code === 0
}

function isNumeric(code: number): boolean {
  return (code >= ZERO && code <= NINE) || code === MINUS || code === DOT || code === PLUS
}

/** Digits by hand: pages are numbers to the greater part. */
function readNumber(cursor: Cursor): number {
  const { source } = cursor
  const from = cursor.at
  let at = from
  let code = source.charCodeAt(at)
  const isNegative = code === MINUS
  if (isNegative || code === PLUS) code = source.charCodeAt((at += 1))
  let whole = 0
  let digits = 0
  for (; code >= ZERO && code <= NINE; code = source.charCodeAt((at += 1)), digits += 1)
    whole = whole * 10 + code - ZERO
  let scale = 1
  if (code === DOT) {
    code = source.charCodeAt((at += 1))
    for (; code >= ZERO && code <= NINE; code = source.charCodeAt((at += 1)), digits += 1) {
      whole = whole * 10 + code - ZERO
      scale *= 10
    }
  }
  if (digits === 0 || REGULAR[code] === 1) throw new NotPdf(`“${source.slice(from, at + 1)}” is no number.`)
  cursor.at = at
  return (isNegative ? -whole : whole) / scale
}

function readWord(cursor: Cursor): string {
  const { source, at: from } = cursor
  let at = from
  while (REGULAR[source.charCodeAt(at)] === 1) at += 1
  cursor.at = at
  return source.slice(from, at)
}

function readName(cursor: Cursor): string {
  cursor.at += 1
  const word = readWord(cursor)
  if (!word.includes('#')) return word
  return word.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}

function put(cursor: Cursor, byte: number): void {
  if (cursor.length === cursor.bytes.length) {
    const wider = new Uint8Array(cursor.length * 2)
    wider.set(cursor.bytes)
    cursor.bytes = wider
  }
  cursor.bytes[cursor.length] = byte
  cursor.length += 1
}

function nibble(code: number): number {
  if (code >= ZERO && code <= NINE) return code - ZERO
  const letter = code | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

function readHex(cursor: Cursor): void {
  const { source } = cursor
  cursor.length = 0
  let first = -1
  for (cursor.at += 1; ; cursor.at += 1) {
    const code = source.charCodeAt(cursor.at)
    if (code === GREATER) break
    if (isSpace(code)) continue
    const digit = nibble(code)
    if (digit < 0) throw new NotPdf('A string of a page holds what is no digit, or does not end.')
    if (first >= 0) put(cursor, first * 16 + digit)
    first = first >= 0 ? -1 : digit
  }
  if (first >= 0) put(cursor, first * 16)
  cursor.at += 1
}

/** By the letter behind a backslash: n, r, t, b and f. */
const ESCAPES = new Map([
  [0x6e, 10],
  [0x72, 13],
  [0x74, 9],
  [0x62, 8],
  [0x66, 12],
])

function readLiteral(cursor: Cursor): void {
  const { source } = cursor
  cursor.length = 0
  let depth = 1
  cursor.at += 1
  for (;;) {
    const code = source.charCodeAt(cursor.at)
    if (Number.isNaN(code)) throw new NotPdf('A string of a page does not end.')
    cursor.at += 1
    if (code === BACKSLASH) readEscape(cursor)
    else {
      if (code === OPEN) depth += 1
      else if (code === CLOSE && (depth -= 1) === 0) return
      put(cursor, code)
    }
  }
}

/** Behind a backslash: up to three octal digits, a letter of the table, a line that goes on, or the sign itself. */
function readEscape(cursor: Cursor): void {
  const { source } = cursor
  let code = source.charCodeAt(cursor.at)
  let value = 0
  let digits = 0
  for (; digits < 3 && code >= ZERO && code < ZERO + 8; digits += 1) {
    value = value * 8 + code - ZERO
    code = source.charCodeAt((cursor.at += 1))
  }
  if (digits > 0) return put(cursor, value & 0xff)
  cursor.at += 1
  if (code === 13) {
    if (source.charCodeAt(cursor.at) === 10) cursor.at += 1
  } else if (code !== 10 && !Number.isNaN(code)) put(cursor, ESCAPES.get(code) ?? code)
}

/** To the end of a dictionary within the page; what stands in it is read where it is asked for. */
function skipDictionary(cursor: Cursor): string {
  const { source } = cursor
  const from = cursor.at
  let depth = 0
  for (;;) {
    const code = source.charCodeAt(cursor.at)
    if (Number.isNaN(code)) throw new NotPdf('A dictionary of a page does not end.')
    const isPair = source.charCodeAt(cursor.at + 1) === code
    if (code === OPEN) readLiteral(cursor)
    else if (isPair && code === LESS) {
      depth += 1
      cursor.at += 2
    } else if (isPair && code === GREATER) {
      cursor.at += 2
      if ((depth -= 1) === 0) return source.slice(from, cursor.at)
    } else if (code === LESS) readHex(cursor)
    else cursor.at += 1
  }
}
