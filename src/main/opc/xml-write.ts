import { NAMESPACES } from './namespaces.ts'
import type { Prefix } from './namespaces.ts'

/** XML as text, already escaped. */
export type Xml = string
type Attributes = Readonly<Record<string, string | number | undefined>>

/** An element. Attributes that are undefined are left out; children must be escaped already. */
export function tag(name: string, attributes: Attributes, ...children: readonly Xml[]): Xml {
  let head = name
  for (const key in attributes) {
    const value = attributes[key]
    if (value !== undefined) head += ` ${key}="${typeof value === 'number' ? value : escapeXml(value)}"`
  }
  const inner = children.length === 1 ? children[0] : children.join('')
  return inner ? `<${head}>${inner}</${name}>` : `<${head}/>`
}

/** A whole part; `prefixes` are declared, and those of newer Words may be ignored by older ones. */
export function part(name: string, prefixes: readonly Prefix[], ...children: readonly Xml[]): Uint8Array {
  const newer = prefixes.filter((prefix) => /^w1[4-9]/.test(prefix))
  const all = newer.length > 0 && !prefixes.includes('mc') ? [...prefixes, 'mc' as const] : prefixes
  const declared = Object.fromEntries(all.map((prefix) => [`xmlns:${prefix}`, NAMESPACES[prefix]]))
  const ignorable = newer.length > 0 ? { 'mc:Ignorable': newer.join(' ') } : {}
  return document(tag(name, { ...declared, ...ignorable }, ...children))
}

export function document(root: Xml): Uint8Array {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`, 'utf8')
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

const NEEDS_CARE = /[&<>"\u0000-\u001f\ud800-\udfff\ufffe\uffff]/

export function escapeXml(text: string): Xml {
  if (!NEEDS_CARE.test(text)) return text
  return cleanXmlText(text).replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character] ?? character)
}

/** Without the characters that XML 1.0 cannot hold. */
export function cleanXmlText(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}
