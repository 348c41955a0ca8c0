import type { ParagraphSegments } from '../../../shared/document/segments.ts'
import { part, tag } from '../../opc/xml-write.ts'
import { signerOf } from './content.ts'
import type { WordContent } from './content.ts'

/** people.xml: everybody who changed or said something in the file; undefined when nobody did. */
export function peoplePart(
  content: WordContent,
  paragraphs: readonly ParagraphSegments[],
): Uint8Array | undefined {
  const ids = [
    ...paragraphs.flatMap(({ attrs, segments }) => [
      attrs.paragraphMark?.insertion?.author,
      attrs.paragraphMark?.deletion?.author,
      attrs.paragraphChange?.author,
      ...segments.flatMap((one) => [one.insertion?.author, one.deletion?.author, one.formatChange?.author]),
    ]),
    ...content.threads.flatMap((thread) => thread.messages.map((message) => message.authorId)),
  ].filter((id) => id !== undefined)
  const names = [...new Set(ids)].map((id) => signerOf(content, id).name)
  if (names.length === 0) return undefined
  const rows = [...new Set(names)].sort().map((name) => {
    const presence = tag('w15:presenceInfo', { 'w15:providerId': 'None', 'w15:userId': name })
    return tag('w15:person', { 'w15:author': name }, presence)
  })
  return part('w15:people', ['w15'], ...rows)
}
