import type { Node } from 'prosemirror-model'
import { paragraphTexts } from '../../../shared/document/projection.ts'
import type { ExportRequest } from '../../../shared/model/interchange.ts'
import { readPackage } from '../../opc/read.ts'
import { Refusal } from '../../opc/refusal.ts'
import { isPackage } from '../../word/within.ts'

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

/** As bytes, in all that a part may be written in. */
function written(name: string): readonly Buffer[] {
  return [Buffer.from(name, 'utf8'), Buffer.from(name, 'utf16le'), Buffer.from(name, 'utf16le').swap16()]
}

async function tellsAny(bytes: Uint8Array, names: readonly Buffer[], depth: number): Promise<boolean> {
  const pack = await readPackage(bytes)
  for (const part of pack.names) {
    const data = Buffer.from(pack.get(part) ?? [])
    if (names.some((name) => data.includes(name))) return true
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
