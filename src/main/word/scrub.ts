import { readPackage } from '../opc/read.ts'
import { writePackage } from '../opc/write.ts'
import { escapeXml } from '../opc/xml-write.ts'
import { createPackageText } from './package-text.ts'

/** Relations to what tells of the desk: comments, data bound to the file, the template it was made with. */
const TELLING = [
  'comments',
  'commentsExtended',
  'commentsIds',
  'commentsExtensible',
  'people',
  'customXml',
  'custom-properties',
  'attachedTemplate',
  'mailMergeSource',
  'mailMergeHeaderSource',
]

/**
 * A Word file for readers outside: without its custom parts, its file's properties, its revision marks and its
 * template. `authorOf`: under what name the changes of somebody go out.
 */
export async function scrubDocx(bytes: Uint8Array, authorOf: (name: string) => string): Promise<Uint8Array> {
  const text = createPackageText(await readPackage(bytes))
  for (const part of ['', ...text.names()]) text.dropRelations(part, ({ type }) => TELLING.includes(type))
  text.dropUnnamed()
  for (const name of text.names().filter((one) => one.toLowerCase().endsWith('.xml'))) {
    const before = text.text(name)
    const after = scrubbed(name, before, authorOf)
    if (after !== before) text.set(name, after)
  }
  return writePackage(text.parts())
}

const TAG = /<[A-Za-z_](?:[^"'>]|"[^"]*"|'[^']*')*>/g
const REVISION = /\s(?:[\w.-]+:)?rsid\w*\s*=\s*(?:"[^"]*"|'[^']*')/g
const AUTHOR = /(\s(?:[\w.-]+:)?(?:author|initials)\s*=\s*)(?:"([^"]*)"|'([^']*)')/g

function scrubbed(name: string, text: string, authorOf: (name: string) => string): string {
  if (/^docprops\/core\.xml$/i.test(name))
    return without(text, ['creator', 'lastModifiedBy', 'keywords', 'description', 'category'])
  if (/^docprops\/app\.xml$/i.test(name))
    return without(text, ['Company', 'Manager', 'Template', 'HyperlinkBase'])
  const tagged = text.replace(TAG, (tag) =>
    tag.replace(REVISION, '').replace(AUTHOR, (_, head: string, one?: string, other?: string) => {
      const named = authorOf(unescaped(one ?? other ?? ''))
      return `${head}"${escapeXml(/initials/.test(head) ? initialsOf(named) : named)}"`
    }),
  )
  const isSettings = /settings\.xml$/i.test(name)
  return isSettings ? without(tagged, ['rsids', 'docVars', 'attachedTemplate', 'mailMerge']) : tagged
}

function unescaped(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
}

function initialsOf(name: string): string {
  return (name.match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu) ?? []).join('').slice(0, 9)
}

/** Without the elements of these names and all that is in them. */
function without(text: string, names: readonly string[]): string {
  return names.reduce(
    (so, name) =>
      so.replace(
        new RegExp(
          `<((?:[\\w.-]+:)?${name})(?:\\s(?:[^"'>/]|"[^"]*"|'[^']*')*)?(?:/>|>[\\s\\S]*?</\\1>)`,
          'g',
        ),
        '',
      ),
    text,
  )
}
