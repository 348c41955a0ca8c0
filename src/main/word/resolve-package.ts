import { readPackage } from '../opc/read.ts'
import { readContentTypes } from '../opc/relations.ts'
import { writePackage } from '../opc/write.ts'
import { createXmlBudget, elements, parseXmlText } from '../opc/xml.ts'
import { createPackageText } from './package-text.ts'
import type { PackageText } from './package-text.ts'
import type { ResolveOptions } from './resolve-context.ts'
import { resolvePart } from './resolve.ts'
import { without } from './without.ts'
import { eachWithin, isPackage } from './within.ts'

const WORD = /^application\/vnd\.openxmlformats-officedocument\.wordprocessingml\./i
const STORY = /\.(?:main|header|footer|footnotes|endnotes|comments|document\.glossary)\+xml$/i
const SETTINGS = /\.settings\+xml$/i

/** Relations to parts that hold comments, who made them and what follows of them, and the file's first page as it was. */
const COMMENTS = [
  'comments',
  'commentsExtended',
  'commentsIds',
  'commentsExtensible',
  'people',
  'documenttasks',
  'thumbnail',
]

/**
 * A Word file with all its tracked changes accepted or rejected: in its text, headers, footers, notes and text boxes
 * alike. What only hung on words that are gone goes with them: notes, pictures, embedded files. Everything else stays
 * as it was written.
 */
export async function resolveDocx(
  bytes: Uint8Array,
  options: ResolveOptions,
  depth = 0,
): Promise<Uint8Array> {
  const pack = await readPackage(bytes)
  const typeOf = readContentTypes(pack, createXmlBudget())
  const text = createPackageText(pack)
  const stories = pack.names.filter((name) => {
    const type = typeOf(name)
    return WORD.test(type) && STORY.test(type) && !isPackage(pack.get(name))
  })
  const before = referencesIn(stories, text)
  for (const name of stories) resolveStory(name, text, options)
  dropNotes(stories, before, text)
  for (const name of pack.names.filter((one) => SETTINGS.test(typeOf(one)))) stopTracking(name, text)
  if (options.comments === 'drop') await dropTalk(text, options, depth)
  text.dropUnnamed()
  return writePackage(text.parts())
}

/** Properties that repeat words of the text: its title as it was once, its headings. */
const TOLD_OF_TEXT = ['title', 'subject', 'keywords', 'description', 'HeadingPairs', 'TitlesOfParts']

function resolveStory(name: string, text: PackageText, options: ResolveOptions): void {
  const before = text.text(name)
  const after = resolvePart(before, parseXmlText(before, { budget: createXmlBudget() }), options)
  if (after === before) return
  text.set(name, after)
  // What the part named, and does not any more.
  const names = (xml: string, id: string): boolean => xml.includes(`"${id}"`) || xml.includes(`'${id}'`)
  text.dropRelations(name, ({ id }) => names(before, id) && !names(after, id))
}

const REFERENCE = /<(?:[\w.-]+:)?(footnote|endnote)Reference\b[^>]*?\bid\s*=\s*["'](-?\d+)/g

/** Notes that some text refers to: `footnote 3`. */
function referencesIn(stories: readonly string[], text: PackageText): ReadonlySet<string> {
  const found = stories.flatMap((name) => [...text.text(name).matchAll(REFERENCE)])
  return new Set(found.map(([, kind = '', id = '']) => `${kind} ${id}`))
}

/** A note whose sign is gone would still be in the file. */
function dropNotes(stories: readonly string[], before: ReadonlySet<string>, text: PackageText): void {
  const after = referencesIn(stories, text)
  const gone = new Set([...before].filter((note) => !after.has(note)))
  if (gone.size === 0) return
  for (const name of stories) {
    const xml = text.text(name)
    const root = parseXmlText(xml, { budget: createXmlBudget() })
    if (root.name !== 'w:footnotes' && root.name !== 'w:endnotes') continue
    const kind = root.name.slice(2, -1)
    const cut = elements(root).filter((note) => gone.has(`${kind} ${note.attributes.get('w:id') ?? ''}`))
    let result = ''
    let from = 0
    for (const { start, end } of cut) {
      result += xml.slice(from, start)
      from = end
    }
    if (cut.length > 0) text.set(name, result + xml.slice(from))
  }
}

function stopTracking(name: string, text: PackageText): void {
  const before = text.text(name)
  const after = before.replace(/<(\w+:)?trackRevisions\b[^>]*?(?:\/>|>\s*<\/(?:\w+:)?trackRevisions>)/g, '')
  if (after !== before) text.set(name, after)
}

/** A copy of one reading alone: what is said about the text, and of it elsewhere in the file, goes as well. */
async function dropTalk(text: PackageText, options: ResolveOptions, depth: number): Promise<void> {
  for (const part of ['', ...text.names()]) text.dropRelations(part, ({ type }) => COMMENTS.includes(type))
  for (const name of text.names().filter((one) => /^docprops\/(?:core|app)\.xml$/i.test(one)))
    text.set(name, without(text.text(name), TOLD_OF_TEXT))
  // Another file put into this one may be a text, which Word shows as part of this one.
  await eachWithin(text, depth, async (inner, isText) =>
    isText ? resolveDocx(inner, options, depth + 1) : inner,
  )
}
