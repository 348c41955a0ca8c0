import { XML_ATTRIBUTE, XML_DEPTH } from './limits.ts'
import { tooLarge } from './refusal.ts'
import { needsReading, readText, readValue } from './xml-letters.ts'
import { NO_ATTRIBUTES, notWellFormed } from './xml-names.ts'
import type { XmlHandlers } from './xml-names.ts'
import { rootScope } from './xml-scope.ts'
import type { KnownTag, Scope } from './xml-scope.ts'

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
/** Those that come again and again have come by then; the rest are numbers. */
const KNOWN_TAGS = 1000

/** Without comments, instructions, sections of its own kind and anything that XML cannot hold. */
export function isPlain(text: string): boolean {
  const hasDeclaration = text.startsWith('<?')
  if (hasDeclaration && !DECLARATION.test(text)) return false
  if (text.includes('<!') || text.includes(']]>') || text.indexOf('<?', 2) >= 0) return false
  return (hasDeclaration || text.startsWith('<')) && !CONTROL.test(text) && text.isWellFormed()
}

/** Throws a Refusal for anything not well-formed. Only for what `isPlain`. */
export function scanXml(text: string, handlers: XmlHandlers): void {
  const scopes: Scope[] = []
  const names: string[] = []
  const isVerbatim = !text.includes('&') && !text.includes('\r')
  let scope = rootScope()
  let hasRoot = false
  let at = DECLARATION.exec(text)?.[0].length ?? 0
  for (let from = text.indexOf('<', at); from >= 0; from = text.indexOf('<', at)) {
    const isInside = names.length > 0
    if (from > at) {
      const words = text.slice(at, from)
      handlers.text(isVerbatim && isInside ? words : readText(words, isInside))
    }
    if (text.charCodeAt(from + 1) === SLASH) {
      at = endOfClosing(text, from, names.pop())
      scope = scopes.pop() ?? scope
      handlers.close(at)
      continue
    }
    if (!isInside && hasRoot) notWellFormed()
    if (names.length >= XML_DEPTH) throw tooLarge('The file is nested too deeply.')
    hasRoot = true
    const guess = text.indexOf('>', from) + 1
    const raw = text.slice(from, guess)
    const isShort = raw.length <= KNOWN_LENGTH
    const known = isShort ? scope.tags.get(raw) : undefined
    const tag = known ?? plainTag(raw, scope) ?? openTag(text, from, scope)
    if (
      !known &&
      isShort &&
      tag.length === raw.length &&
      tag.inner === null &&
      scope.tags.size < KNOWN_TAGS
    ) {
      scope.tags.set(raw, tag)
    }
    at = from + tag.length
    handlers.open(tag.name, tag.attributes, from)
    if (tag.isWhole) handlers.close(at)
    else {
      names.push(tag.written)
      scopes.push(scope)
      scope = tag.inner ?? scope
    }
  }
  if (at < text.length) handlers.text(readText(text.slice(at), names.length > 0))
  if (names.length > 0 || !hasRoot) notWellFormed()
}

/** A tag that says nothing new: its names were met before, and its values are what they say. Null for any other. */
function plainTag(raw: string, scope: Scope): KnownTag | null {
  let at = endOfName(raw, 1)
  const written = raw.slice(1, at)
  const attributes = new Map<string, string>()
  let count = 0
  for (; raw.charCodeAt(at) === SPACE; count += 1) {
    const equals = raw.indexOf('="', at)
    const end = raw.indexOf('"', equals + 2)
    const name = equals < 0 || end < 0 ? undefined : scope.knownAttribute(raw.slice(at + 1, equals))
    const value = raw.slice(equals + 2, end)
    if (name === undefined || value.length > XML_ATTRIBUTE || needsReading(value)) return null
    attributes.set(name, value)
    at = end + 1
  }
  const isWhole = raw.charCodeAt(at) === SLASH
  const isEnd = raw.length === (isWhole ? at + 2 : at + 1)
  if (!isEnd || attributes.size < count) return null
  const name = scope.element(written)
  const said = count === 0 ? NO_ATTRIBUTES : attributes
  return { name, written, attributes: said, isWhole, inner: null, length: raw.length }
}

function openTag(text: string, from: number, scope: Scope): KnownTag {
  const { written, attributes, declared, isWhole, end } = readTag(text, from)
  const inner = declared.length === 0 ? null : scope.within(declared)
  const here = inner ?? scope
  const name = here.element(written)
  return {
    name,
    written,
    attributes: resolveAttributes(attributes, here),
    isWhole,
    inner,
    length: end - from,
  }
}

const SPACE = 32
const SLASH = 47
const CLOSE = 62
const EQUALS = 61
const QUOTE = 34
const APOSTROPHE = 39
const OPEN = 60

function isSpace(code: number): boolean {
  return code === SPACE || code === 9 || code === 10 || code === 13
}

/** The place behind a closing tag, which must name what is open. */
function endOfClosing(text: string, from: number, name: string | undefined): number {
  if (name === undefined || !text.startsWith(name, from + 2)) return notWellFormed()
  let at = from + 2 + name.length
  while (isSpace(text.charCodeAt(at))) at += 1
  return text.charCodeAt(at) === CLOSE ? at + 1 : notWellFormed()
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
