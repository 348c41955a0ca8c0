import type { ExportRequest, KeptFile } from '../../../shared/model/interchange.ts'
import { cleanName } from '../../import/docx/authors.ts'
import { readSource } from '../../import/docx/source.ts'
import { writePackage } from '../../opc/write.ts'
import type { WordContent } from './content.ts'
import { patchWord } from './patch/patch.ts'

/** The bytes of the file that the review began with, with this content written into it. */
export async function writeIntoOriginal(
  content: WordContent,
  original: KeptFile,
  people: ExportRequest['people'],
): Promise<Uint8Array> {
  const outside = Object.fromEntries(people.map(({ id, name }) => [cleanName(name), id]))
  const source = await readSource(original.bytes, outside)
  return writePackage(patchWord(content, source).list())
}
