import type { PdfDictionary, PdfValue } from './objects.ts'
import { name, reference } from './objects.ts'

/** Deeper than any file that a typesetter writes, and far from the end of the stack. */
const DEPTH = 100

/** Thrown where bytes are no PDF object; what reads files answers it in words. */
export class NotPdf extends Error {}

type Cursor = { readonly source: string; at: number; depth: number }

/** Reads one object that begins at `at`; every character of `source` is one byte. Throws NotPdf. */
export function parseValue(source: string, at = 0): { readonly value: PdfValue; readonly end: number } {
  const cursor: Cursor = { source, at, depth: 0 }
  const value = readValue(cursor)
  return { value, end: cursor.at }
}

/** The same where a dictionary must stand. */
export function parseDictionary(source: string, at = 0): PdfDictionary {
  return asDictionary(parseValue(source, at).value)
}

/** Throws NotPdf for anything else. */
export function asDictionary(value: PdfValue): PdfDictionary {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value.kind !== 'dictionary') {
    throw new NotPdf('A dictionary was expected.')
  }
  return value
}

const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)/y
const REFERENCE = /(\d{1,10})[\0\t\n\f\r ]+0[\0\t\n\f\r ]+R(?![A-Za-z0-9])/y
const NAME = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y
const WORD = /true|false|null/y

function match(cursor: Cursor, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = cursor.at
  const found = pattern.exec(cursor.source)
  if (found) cursor.at = pattern.lastIndex
  return found
}

const COMMENT = 0x25

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x0c || code === 0
}

/** Over spaces and comments. */
function skip(cursor: Cursor): void {
  const { source } = cursor
  for (let isComment = false; cursor.at < source.length; cursor.at += 1) {
    const code = source.charCodeAt(cursor.at)
    if (isComment) isComment = code !== 0x0a && code !== 0x0d
    else if (code === COMMENT) isComment = true
    else if (!isSpace(code)) return
  }
}

function readValue(cursor: Cursor): PdfValue {
  skip(cursor)
  const { source, at } = cursor
  const letter = source[at]
  if (letter === '<') return source[at + 1] === '<' ? readDictionary(cursor) : readHex(cursor)
  if (letter === '[') return readArray(cursor)
  if (letter === '(') return readLiteral(cursor)
  if (letter === '/') return readName(cursor)
  const target = match(cursor, REFERENCE)
  if (target) return reference(Number(target[1]))
  const number = match(cursor, NUMBER)
  if (number) return Number(number[0])
  const word = match(cursor, WORD)
  if (word) return word[0] === 'null' ? null : word[0] === 'true'
  throw new NotPdf(`No object at ${at}.`)
}

function readName(cursor: Cursor): PdfValue {
  const found = match(cursor, NAME)
  const raw = found?.[1] ?? ''
  if (!raw.includes('#')) return name(raw)
  return name(
    raw.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
  )
}

/** Whether the closing sign stands here; goes behind it. */
function closes(cursor: Cursor, sign: string): boolean {
  skip(cursor)
  if (cursor.at >= cursor.source.length) throw new NotPdf('The file ends within an object.')
  if (!cursor.source.startsWith(sign, cursor.at)) return false
  cursor.at += sign.length
  return true
}

function enter(cursor: Cursor, length: number): void {
  cursor.at += length
  cursor.depth += 1
  if (cursor.depth > DEPTH) throw new NotPdf('Objects are nested too deeply.')
}

function readArray(cursor: Cursor): PdfValue[] {
  enter(cursor, 1)
  const values: PdfValue[] = []
  while (!closes(cursor, ']')) values.push(readValue(cursor))
  cursor.depth -= 1
  return values
}

function readDictionary(cursor: Cursor): PdfDictionary {
  enter(cursor, 2)
  const entries = new Map<string, PdfValue>()
  while (!closes(cursor, '>>')) {
    const key = readValue(cursor)
    if (typeof key !== 'object' || key === null || Array.isArray(key) || key.kind !== 'name') {
      throw new NotPdf('A key of a dictionary is no name.')
    }
    entries.set(key.name, readValue(cursor))
  }
  cursor.depth -= 1
  return { kind: 'dictionary', entries }
}

function readHex(cursor: Cursor): PdfValue {
  const end = cursor.source.indexOf('>', cursor.at)
  if (end < 0) throw new NotPdf('A string does not end.')
  const digits = cursor.source.slice(cursor.at + 1, end).replaceAll(/[\0\t\n\f\r ]/g, '')
  if (!/^[0-9A-Fa-f]*$/.test(digits)) throw new NotPdf('A string holds what is no digit.')
  cursor.at = end + 1
  const bytes = digits
    .padEnd(digits.length + (digits.length % 2), '0')
    .replaceAll(/../g, (pair) => String.fromCharCode(parseInt(pair, 16)))
  return { kind: 'string', bytes }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function readLiteral(cursor: Cursor): PdfValue {
  const { source } = cursor
  let bytes = ''
  let open = 0
  let at = cursor.at
  for (;;) {
    const letter = source[at]
    if (letter === undefined) throw new NotPdf('A string does not end.')
    at += 1
    if (letter === '(' && (open += 1) === 1) continue
    if (letter === ')' && (open -= 1) === 0) break
    if (letter !== '\\') {
      bytes += letter
      continue
    }
    const octal = /^[0-7]{1,3}/.exec(source.slice(at, at + 3))
    const next = source[at] ?? ''
    at += octal ? octal[0].length : next === '\r' && source[at + 1] === '\n' ? 2 : 1
    if (octal) bytes += String.fromCharCode(parseInt(octal[0], 8) & 0xff)
    else if (next !== '\r' && next !== '\n') bytes += ESCAPES[next] ?? next
  }
  cursor.at = at
  return { kind: 'string', bytes }
}
