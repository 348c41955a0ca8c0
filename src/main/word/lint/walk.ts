import { SaxesParser } from 'saxes'
import { XML_DEPTH } from '../../opc/limits.ts'
import { Refusal } from '../../opc/refusal.ts'
import { xmlText } from '../../opc/xml.ts'
import { createScope } from './scope.ts'
import type { Scope } from './scope.ts'

/** An element that is open. */
export type Frame = {
  readonly name: string
  readonly parent: Frame | null
  readonly raw: Readonly<Record<string, string>>
  readonly scope: Scope
  /** Names, as written, of the attributes that name a relation; null for none. */
  readonly relations: readonly string[] | null
  /** The child opened last; empty before the first. */
  last: string
}

export type Walker = {
  readonly open: (frame: Frame) => void
  readonly close: (frame: Frame) => void
  /** Text that is not white space alone. */
  readonly text: (text: string, parent: Frame) => void
}

/** Walks one part without keeping it: a tree would cost more than all rules together. False: not well-formed. */
export function walkPart(bytes: Uint8Array, walker: Walker): boolean {
  try {
    walkText(xmlText(bytes), walker)
    return true
  } catch (error) {
    if (error instanceof Malformed || error instanceof Refusal) return false
    throw error
  }
}

class Malformed extends Error {}

const OUTSIDE = createScope(new Map())

function walkText(xml: string, walker: Walker): void {
  const parser = new SaxesParser({ xmlns: false })
  let top: Frame | null = null
  let depth = 0
  /** Attributes of the tag that is being read. */
  let names: string[] = []
  parser.on('error', () => {
    throw new Malformed()
  })
  parser.on('doctype', () => {
    throw new Malformed()
  })
  parser.on('attribute', ({ name }) => names.push(name))
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > XML_DEPTH) throw new Malformed()
    const raw = tag.attributes
    const outer: Scope = top?.scope ?? OUTSIDE
    const declared = names.length > 0 ? declarations(names, raw) : null
    const scope = declared ? outer.inner(declared) : outer
    const name = scope.nameOf(tag.name)
    if (name === null) throw new Malformed()
    const relations = names.length > 0 ? relationNames(names, scope) : null
    const frame: Frame = { name, parent: top, raw, scope, relations, last: '' }
    if (names.length > 0) names = []
    walker.open(frame)
    if (top) top.last = name
    top = frame
  })
  parser.on('closetag', () => {
    if (!top) return
    walker.close(top)
    top = top.parent
    depth -= 1
  })
  parser.on('text', (text) => {
    if (top && text.trim() !== '') walker.text(text, top)
  })
  parser.write(xml).close()
}

function declarations(
  names: readonly string[],
  attributes: Readonly<Record<string, string>>,
): Map<string, string> | null {
  let declared: Map<string, string> | null = null
  for (const name of names) {
    if (!name.startsWith('xmlns')) continue
    declared ??= new Map()
    declared.set(name.slice('xmlns:'.length), attributes[name] ?? '')
  }
  return declared
}

function relationNames(names: readonly string[], scope: Scope): readonly string[] | null {
  let found: string[] | null = null
  for (const name of names) {
    const kind = scope.kindOf(name)
    if (kind === 'unknown') throw new Malformed()
    if (kind === 'relation') (found ??= []).push(name)
  }
  return found
}

/** An attribute by the prefix that we use; an attribute without a prefix by its bare name. */
export function valueOf(frame: Frame, name: string): string | undefined {
  const raw = frame.scope.rawAttribute(name)
  return raw === null ? undefined : frame.raw[raw]
}

/** The nearest open element of one of these names, not looking past one of `until`. */
export function within(frame: Frame, names: ReadonlySet<string>, until: ReadonlySet<string>): Frame | null {
  for (let at = frame.parent; at && !until.has(at.name); at = at.parent) if (names.has(at.name)) return at
  return null
}
