import type { Frame } from './walk.ts'

/** Elements that group others and change nothing of where these may stand. */
const TRANSPARENT = new Set([
  'mc:AlternateContent',
  'mc:Choice',
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:smartTag',
])

/** What an element stands in, past groups around it. Null at the root of a part. */
export function holderOf(frame: Frame): Frame | null {
  let at = frame.parent
  while (at && TRANSPARENT.has(at.name)) at = at.parent
  return at
}

/** What holds paragraphs and tables. */
export const BLOCK_HOLDERS: ReadonlySet<string> = new Set([
  'w:body',
  'w:tc',
  'w:comment',
  'w:footnote',
  'w:endnote',
  'w:hdr',
  'w:ftr',
  'w:txbxContent',
  'w:docPartBody',
])

/** What holds runs. */
export const RUN_HOLDERS: ReadonlySet<string> = new Set([
  'w:p',
  'w:ins',
  'w:del',
  'w:moveFrom',
  'w:moveTo',
  'w:hyperlink',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
  'w:rt',
  'w:rubyBase',
])

/** Where looking for what is around a run ends. */
export const PARAGRAPH: ReadonlySet<string> = new Set(['w:p'])
