import { withoutTellings } from '../pictures/bare.ts'
import { readPackage } from '../opc/read.ts'
import { writePackage } from '../opc/write.ts'
import { escapeXml } from '../opc/xml-write.ts'
import { createPackageText } from './package-text.ts'
import type { PackageText } from './package-text.ts'
import { eachWithin } from './within.ts'
import { without } from './without.ts'

/** Relations to what tells of the desk in any file: properties, labels and tasks of an organisation, its first page. */
const TELLING_ANYWHERE = [
  'custom-properties',
  'classificationlabels',
  'thumbnail',
  'documenttasks',
  'userXml',
]

/** And in a text: comments, data bound to the file, the template it was made with, whom it is sent to. */
const TELLING = [
  ...TELLING_ANYWHERE,
  'comments',
  'commentsExtended',
  'commentsIds',
  'commentsExtensible',
  'people',
  'customXml',
  'attachedTemplate',
  'mailMergeSource',
  'mailMergeHeaderSource',
  'recipientData',
  'keyMapCustomizations',
  'attachedToolbars',
  'printerSettings',
]

type AuthorOf = (name: string) => string

/**
 * A Word file for readers outside: without its custom parts, its file's properties, its revision marks, its template
 * and what pictures tell beside their pixels; and so are files within it. `authorOf`: under what name the changes of
 * somebody go out.
 */
export async function scrubDocx(bytes: Uint8Array, authorOf: AuthorOf, depth = 0): Promise<Uint8Array> {
  const text = createPackageText(await readPackage(bytes))
  for (const part of ['', ...text.names()]) text.dropRelations(part, ({ type }) => TELLING.includes(type))
  text.dropLoose()
  for (const name of text.names()) {
    if (/\.xml$/i.test(name)) rewrite(text, name, (before) => scrubbed(name, before, authorOf))
    else if (/\.rels$/i.test(name)) rewrite(text, name, withoutFolders)
  }
  barePictures(text)
  await eachWithin(text, depth, (inner, isText) =>
    isText ? scrubDocx(inner, authorOf, depth + 1) : scrubProperties(inner),
  )
  return writePackage(text.parts())
}

/** A workbook or slides within a text: what they say of themselves. */
async function scrubProperties(bytes: Uint8Array): Promise<Uint8Array> {
  const text = createPackageText(await readPackage(bytes))
  for (const part of ['', ...text.names()])
    text.dropRelations(part, ({ type }) => TELLING_ANYWHERE.includes(type))
  text.dropUnnamed()
  for (const name of text.names().filter((one) => /^docProps\//i.test(one)))
    rewrite(text, name, (before) => scrubbed(name, before, () => ''))
  barePictures(text)
  return writePackage(text.parts())
}

/** A part is a picture by its bytes, whatever it is called. */
function barePictures(text: PackageText): void {
  for (const name of text.names()) {
    const bytes = text.bytes(name)
    const bare = bytes && withoutTellings(bytes)
    if (bare && bare !== bytes) text.setBytes(name, bare)
  }
}

function rewrite(text: PackageText, name: string, change: (before: string) => string): void {
  const before = text.text(name)
  const after = change(before)
  if (after !== before) text.set(name, after)
}

/** Of a file that is only linked to, where somebody keeps it tells who that is. */
function withoutFolders(relations: string): string {
  return relations.replace(
    /(\sTarget\s*=\s*["'])(?:file:[\\/]*|[A-Za-z]:[\\/]|\\\\)(?:[^"']*[\\/])?([^"'\\/]*)/g,
    '$1file:///$2',
  )
}

const TAG = /<[A-Za-z_](?:[^"'>]|"[^"]*"|'[^']*')*>/g
const REVISION = /\s(?:[\w.-]+:)?rsid\w*\s*=\s*(?:"[^"]*"|'[^']*')/g
const EDITORS = /(\s(?:[\w.-]+:)?ed)(\s*=\s*)(?:"[^"]*"|'[^']*')/
const AUTHOR = /(\s(?:[\w.-]+:)?(?:author|initials)\s*=\s*)(?:"([^"]*)"|'([^']*)')/g

function scrubbed(name: string, text: string, authorOf: (name: string) => string): string {
  if (/^docprops\/core\.xml$/i.test(name))
    return without(text, ['creator', 'lastModifiedBy', 'keywords', 'description', 'category'])
  if (/^docprops\/app\.xml$/i.test(name))
    return without(text, ['Company', 'Manager', 'Template', 'HyperlinkBase'])
  const tagged = text.replace(TAG, (tag) =>
    withoutEditors(tag.replace(REVISION, '')).replace(
      AUTHOR,
      (_, head: string, one?: string, other?: string) => {
        const named = authorOf(unescaped(one ?? other ?? ''))
        return `${head}"${escapeXml(/initials/.test(head) ? initialsOf(named) : named)}"`
      },
    ),
  )
  const isSettings = /settings\.xml$/i.test(name)
  const extra = isSettings ? ['rsids', 'docVars', 'attachedTemplate', 'mailMerge'] : []
  return without(tagged, [...extra, 'printerSettings'])
}

/** Who may edit a stretch: then everybody, for the file is theirs now. */
function withoutEditors(tag: string): string {
  if (!/^<(?:[\w.-]+:)?permStart\s/.test(tag)) return tag
  return tag.replace(EDITORS, /\s(?:[\w.-]+:)?edGrp\s*=/.test(tag) ? '' : '$1Grp$2"everyone"')
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
