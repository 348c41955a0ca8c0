import type { ExportRequest, KeptFile } from '../../../shared/model/interchange.ts'
import { cleanName } from '../../import/docx/authors.ts'
import { readSource } from '../../import/docx/source.ts'
import { writePackage } from '../../opc/write.ts'
import type { WordContent } from './content.ts'
import { patchWord } from './patch/patch.ts'

/** The file that a review began with, open to be written into. */
export type OpenOriginal = {
  /** Whether it knows what the text names of a Word file. */
  readonly isKnown: (key: string) => boolean
  /** Whether that stands beside paragraphs, as a table within a table does. */
  readonly isBlock: (key: string) => boolean
  /** The bytes of the file with this content written into it. */
  readonly write: (content: WordContent) => Uint8Array
}

export async function openOriginal(
  original: KeptFile,
  people: ExportRequest['people'],
): Promise<OpenOriginal> {
  // Of two of one name the one from outside is whom a file means.
  const known = [...people].sort((a, b) => Number(a.outside) - Number(b.outside))
  const outside = Object.fromEntries(known.map(({ id, name }) => [cleanName(name), id]))
  const source = await readSource(original.bytes, outside)
  return {
    isKnown: (key) => source.payloads.has(key),
    isBlock: (key) => source.payloads.get(key)?.place === 'block',
    write: (content) => writePackage(patchWord(content, source).list()),
  }
}
