import { dropPartType } from './content-types.ts'
import type { Parts } from './parts.ts'

const FOLDER = /^_xmlsignatures\//i
const ROOT = '_rels/.rels'
const ROW =
  /<(?:[\w.-]+:)?Relationship\s(?:[^"'>]|"[^"]*"|'[^']*')*?(?:\/>|>\s*<\/(?:[\w.-]+:)?Relationship>)/g

/** A digital signature covers the file as it was: of one that is changed it says nothing true. */
export function dropSignatures(parts: Parts): void {
  const signed = parts.names().filter((name) => FOLDER.test(name))
  if (signed.length === 0) return
  for (const name of signed) {
    parts.remove(name)
    dropPartType(parts, name)
  }
  const text = parts.text(ROOT) ?? ''
  parts.setText(
    ROOT,
    text.replace(ROW, (row) => (row.includes('/digital-signature/') ? '' : row)),
  )
}
