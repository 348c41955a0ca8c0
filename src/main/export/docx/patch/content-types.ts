import { tag } from '../../../opc/xml-write.ts'
import type { Parts } from './parts.ts'
import { appended, rootOf } from './surgery.ts'

const NAME = '[Content_Types].xml'
const ROW = /<(?:[\w.-]+:)?(Override|Default)\s((?:[^"'>]|"[^"]*"|'[^']*')*?)(?:\/>|>\s*<\/(?:[\w.-]+:)?\1>)/g

/** Says of what type a part is, beside what the file says of its own. */
export function addPartType(parts: Parts, name: string, type: string): void {
  const has = rowsOf(parts).some((row) => row.kind === 'Override' && isNamed(row.attributes, name))
  if (!has) add(parts, 'Override', { PartName: `/${name}`, ContentType: type })
}

export function addEndingType(parts: Parts, ending: string, type: string): void {
  const has = rowsOf(parts).some(
    ({ kind, attributes }) => kind === 'Default' && value(attributes, 'Extension').toLowerCase() === ending,
  )
  if (!has) add(parts, 'Default', { Extension: ending, ContentType: type })
}

export function dropPartType(parts: Parts, name: string): void {
  const text = parts.text(NAME) ?? ''
  parts.setText(
    NAME,
    text.replace(ROW, (row, kind: string, attributes: string) =>
      kind === 'Override' && isNamed(attributes, name) ? '' : row,
    ),
  )
}

function rowsOf(parts: Parts): readonly { readonly kind: string; readonly attributes: string }[] {
  return [...(parts.text(NAME) ?? '').matchAll(ROW)].map(([, kind = '', attributes = '']) => ({
    kind,
    attributes,
  }))
}

function add(parts: Parts, kind: 'Override' | 'Default', attributes: Record<string, string>): void {
  const text = parts.text(NAME) ?? ''
  const prefix = /^(.*:)?/.exec(rootOf(text).name)?.[1] ?? ''
  parts.setText(NAME, appended(text, tag(`${prefix}${kind}`, attributes)))
}

function value(attributes: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)`).exec(attributes)?.[1] ?? ''
}

function isNamed(attributes: string, name: string): boolean {
  return value(attributes, 'PartName').toLowerCase() === `/${name.toLowerCase()}`
}
