import { XML_ATTRIBUTE, XML_DEPTH } from './limits.ts'
import { tooLarge } from './refusal.ts'
import { NO_ATTRIBUTES, notWellFormed } from './xml-names.ts'
import type { XmlHandlers } from './xml-names.ts'
import { rootScope } from './xml-scope.ts'
import type { Scope } from './xml-scope.ts'

/**
 * Reads the XML that word processors write, a declaration and then nothing but tags and text, some ten times as fast as
 * `readWithSaxes`, which reads all other XML: what `isPlain` does not know is not read here. The two are held against
 * each other by tests on spoilt files.
 */

const DECLARATION =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(["'])1\.0\1(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(["'])[A-Za-z][\w.-]*\2)?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(["'])(?:yes|no)\3)?[ \t\r\n]*\?>/
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
/** Longer tags say what no other says, as numbers and dates. */
const KNOWN_LENGTH = 64

/** Without comments, instructions, sections of its own kind and anything that XML cannot hold. */
export function isPlain(text: string): boolean {
  const hasDeclaration = text.startsWith('<?')
  if (hasDeclaration && !DECLARATION.test(text)) return false
  if (text.includes('<!') || text.includes(']]>') || text.indexOf('<?', 2) >= 0) return false
  return (hasDeclaration || text.startsWith('<')) && !CONTROL.test(text) && text.isWellFormed()
}

/** Throws a Refusal for anything not well-formed. Only for what `isPlain`. */
export function scanXml(text: string, { open, text: take, close }: XmlHandlers): void {
  const scopes: Scope[] = []
  const names: string[] = []
  let scope = rootScope()
  let hasRoot = false
  const begin = (name: string, attributes: ReadonlyMap<string, string>, from: number): void => {
    if (names.length === 0 && hasRoot) notWellFormed()
    if (names.length >= XML_DEPTH) throw tooLarge('The file is nested too deeply.')
    hasRoot = true
    open(name, attributes, from)
  }
  const descend = (written: string, inner: Scope): void => {
    names.push(written)
    scopes.push(scope)
    scope = inner
  }
  let at = DECLARATION.exec(text)?.[0].length ?? 0
  for (let from = text.indexOf('<', at); from >= 0; from = text.indexOf('<', at)) {
    if (from > at) take(readText(text.slice(at, from), names.length > 0))
    if (text.charCodeAt(from + 1) === SLASH) {
      at = text.indexOf('>', from) + 1
      if (at === 0 || trimEnd(text.slice(from + 2, at - 1)) !== names.pop()) notWellFormed()
      scope = scopes.pop() ?? scope
      close(at)
      continue
    }
    const guess = text.indexOf('>', from) + 1
    const raw = guess - from <= KNOWN_LENGTH ? text.slice(from, guess) : ''
    const known = raw === '' ? undefined : scope.tags.get(raw)
    if (known) {
      begin(known.name, known.attributes, from)
      at = guess
      if (known.isWhole) close(at)
      else descend(known.written, scope)
      continue
    }
    const tag = readTag(text, from)
    at = tag.end
    const inner = tag.declared.length === 0 ? scope : scope.within(tag.declared)
    const name = inner.element(tag.written)
    const attributes = resolveAttributes(tag.attributes, inner)
    begin(name, attributes, from)
    const { written, isWhole } = tag
    if (inner === scope && at === guess && raw !== '') {
      scope.tags.set(raw, { name, written, attributes, isWhole })
    }
    if (isWhole) close(at)
    else descend(written, inner)
  }
  if (at < text.length) take(readText(text.slice(at), names.length > 0))
  if (names.length > 0 || !hasRoot) notWellFormed()
}

const SLASH = 47
const CLOSE = 62
const EQUALS = 61
const QUOTE = 34
const APOSTROPHE = 39
const OPEN = 60

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13
}

function trimEnd(name: string): string {
  return isSpace(name.charCodeAt(name.length - 1)) ? name.replace(/[ \t\r\n]+$/, '') : name
}

type Pairs = (readonly [written: string, value: string])[]
type Tag = {
  readonly written: string
  readonly attributes: Pairs
  readonly declared: Pairs
  readonly isWhole: boolean
  readonly end: number
}

function readTag(text: string, from: number): Tag {
  const attributes: Pairs = []
  const declared: Pairs = []
  let at = endOfName(text, from + 1)
  const written = text.slice(from + 1, at)
  for (;;) {
    const before = at
    while (isSpace(text.charCodeAt(at))) at += 1
    const code = text.charCodeAt(at)
    if (code === CLOSE) return { written, attributes, declared, isWhole: false, end: at + 1 }
    if (code === SLASH) {
      if (text.charCodeAt(at + 1) !== CLOSE) notWellFormed()
      return { written, attributes, declared, isWhole: true, end: at + 2 }
    }
    if (at === before) notWellFormed()
    const start = at
    at = endOfName(text, at)
    const name = text.slice(start, at)
    while (isSpace(text.charCodeAt(at))) at += 1
    if (text.charCodeAt(at) !== EQUALS) notWellFormed()
    at += 1
    while (isSpace(text.charCodeAt(at))) at += 1
    const quote = text.charCodeAt(at)
    if (quote !== QUOTE && quote !== APOSTROPHE) notWellFormed()
    const end = text.indexOf(quote === QUOTE ? '"' : "'", at + 1)
    if (end < 0) notWellFormed()
    const pair = [name, readValue(text.slice(at + 1, end))] as const
    if (name === 'xmlns' || name.startsWith('xmlns:')) declared.push(pair)
    else attributes.push(pair)
    at = end + 1
  }
}

/** What may be in a name at all is asked when its namespace is. */
function endOfName(text: string, from: number): number {
  let at = from
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === CLOSE || code === SLASH || code === EQUALS || code === OPEN || isSpace(code)) break
  }
  return at
}

function resolveAttributes(pairs: Pairs, scope: Scope): ReadonlyMap<string, string> {
  if (pairs.length === 0) return NO_ATTRIBUTES
  const result = new Map<string, string>()
  for (const [written, value] of pairs) {
    if (value.length > XML_ATTRIBUTE) throw tooLarge('The file holds an attribute that is too long.')
    result.set(scope.attribute(written).name, value)
  }
  if (result.size < pairs.length) {
    const expanded = new Set(pairs.map(([written]) => scope.attribute(written).expanded))
    if (expanded.size < pairs.length) notWellFormed()
  }
  return result
}

function readValue(raw: string): string {
  if (raw.includes('<')) notWellFormed()
  const plain = /[\t\n\r]/.test(raw) ? raw.replace(/\r\n|[\t\n\r]/g, ' ') : raw
  return plain.includes('&') ? decoded(plain) : plain
}

function readText(raw: string, isInside: boolean): string {
  const lines = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw
  if (!isInside && !/^[ \t\n]*$/.test(lines)) notWellFormed()
  return lines.includes('&') ? decoded(lines) : lines
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  return text.replace(/&([^;]*);?/g, (written, name: string) => {
    if (!written.endsWith(';')) return notWellFormed()
    const code = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(name)
    if (!code) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? '') : notWellFormed()
    return letter(code[1] === undefined ? parseInt(code[2] ?? '', 10) : parseInt(code[1], 16))
  })
}

/** Char of XML 1.0, production 2. */
function letter(code: number): string {
  const isChar =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  return isChar ? String.fromCodePoint(code) : notWellFormed()
}
