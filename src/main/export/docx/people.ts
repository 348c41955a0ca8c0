import { part, tag } from '../../opc/xml-write.ts'
import type { Xml } from '../../opc/xml-write.ts'
import { signerOf } from './content.ts'
import type { WordContent } from './content.ts'

/** people.xml: the authors of changes and everybody who said something; undefined when nobody did. */
export function peoplePart(content: WordContent, authors: ReadonlySet<string>): Uint8Array | undefined {
  const speakers = content.threads.flatMap((thread) => thread.messages.map((message) => message.authorId))
  const names = new Set([...authors, ...speakers.map((id) => signerOf(content, id).name)])
  if (names.size === 0) return undefined
  return part('w15:people', ['w15'], ...[...names].sort().map(personRow))
}

export function personRow(name: string): Xml {
  const presence = tag('w15:presenceInfo', { 'w15:providerId': 'None', 'w15:userId': name })
  return tag('w15:person', { 'w15:author': name }, presence)
}
