import type { Node } from 'prosemirror-model'
import { paragraphTexts } from '../../../shared/document/projection.ts'
import type { ExportRequest } from '../../../shared/model/interchange.ts'
import { readPackage } from '../../opc/read.ts'
import type { Package } from '../../opc/read.ts'
import { Refusal } from '../../opc/refusal.ts'
import { escapeXml } from '../../opc/xml-write.ts'
import { isPackage } from '../../word/within.ts'
import { textOf } from './leaks.ts'
import { storyParts } from './stories.ts'

/** Files within files are looked into; one may hold itself. */
const DEEPEST = 3

/** For external readers: whether the name of somebody at the desk stands in a part, and not in the story itself. */
export async function findName(
  bytes: Uint8Array,
  { audience, people }: Pick<ExportRequest, 'audience' | 'people'>,
  doc: Node,
): Promise<string | null> {
  if (audience !== 'external') return null
  const story = paragraphTexts(doc).join('\n')
  // A name of one word may be an ordinary word, or an attribute of the format.
  const names = people
    .map((person) => person.name.trim())
    .filter((name) => /\s/.test(name) && !story.includes(name))
  const shown = names.length > 0 && (await tellsAny(bytes, names.flatMap(written), 0))
  return shown ? 'it tells the name of somebody at the desk' : null
}

/** As bytes, in all that a part may be written in; in XML an apostrophe and an ampersand may be spelt. */
function written(name: string): readonly Buffer[] {
  const spelt = escapeXml(name)
  const spellings = new Set([name, spelt, spelt.replace(/'/g, '&apos;'), spelt.replace(/'/g, '&#39;')])
  return [...spellings].flatMap((one) => [
    Buffer.from(one, 'utf8'),
    Buffer.from(one, 'utf16le'),
    Buffer.from(one, 'utf16le').swap16(),
  ])
}

/** A name may be cut by a change of formatting in the midst of it. */
function withoutTags(pack: Package, part: string, xml: ReadonlySet<string>): Buffer {
  return xml.has(part) ? Buffer.from(textOf(pack, part).replace(/<[^>]*>/g, ''), 'utf8') : Buffer.alloc(0)
}

async function tellsAny(bytes: Uint8Array, names: readonly Buffer[], depth: number): Promise<boolean> {
  const pack = await readPackage(bytes)
  const xml = new Set(storyParts(pack))
  for (const part of pack.names) {
    const data = Buffer.from(pack.get(part) ?? [])
    const shown = withoutTags(pack, part, xml)
    if (names.some((name) => data.includes(name) || shown.includes(name))) return true
    if (isPackage(data) && depth < DEEPEST && (await tellsWithin(data, names, depth + 1))) return true
  }
  return false
}

/** What cannot be read is not looked into. */
async function tellsWithin(bytes: Uint8Array, names: readonly Buffer[], depth: number): Promise<boolean> {
  try {
    return await tellsAny(bytes, names, depth)
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
