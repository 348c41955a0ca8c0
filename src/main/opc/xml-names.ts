import { PREFIX_OF } from './namespaces.ts'
import { unreadable } from './refusal.ts'

/** What a reader of XML tells of a part, in its order. Names carry the one prefix of their namespace. */
export type XmlHandlers = {
  /** `start`: where the tag begins in the text. */
  open(name: string, attributes: ReadonlyMap<string, string>, start: number): void
  text(words: string): void
  /** `end`: behind the tag that closes it. */
  close(end: number): void
}

export const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map()

/** The name of something of this namespace, whatever the file calls it. */
export function nameIn(uri: string, local: string): string {
  return uri === '' ? local : `${PREFIX_OF.get(uri) ?? '?'}:${local}`
}

export function notWellFormed(): never {
  throw unreadable('The file is damaged: one of its parts is not well-formed XML.')
}
