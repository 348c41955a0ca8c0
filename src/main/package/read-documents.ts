import type { Node } from 'prosemirror-model'
import type { Outcome } from '../../shared/contract.ts'
import { canonicalText } from '../../shared/document/canonical.ts'
import { pictureNames } from '../../shared/document/pictures.ts'
import { schema } from '../../shared/document/schema.ts'
import { parseDocument } from '../../shared/document/stored-steps.ts'
import { sha256 } from '../core/hash.ts'
import { authorsIn } from './people-in-text.ts'
import { damaged } from './refusal.ts'

/** What has to be known of a text beside its words. */
export type ReadDocument = {
  readonly textHash: string
  readonly authors: ReadonlySet<string>
  readonly pictures: ReadonlySet<string>
}

export type DocumentReader = (text: string, isNewer: boolean) => Outcome<ReadDocument>

/**
 * Reads texts of one package, each checked against the schema. Saved versions share most of their paragraphs: one that
 * was read and found right is taken again, and so are its words.
 */
export function createDocumentReader(): DocumentReader {
  const blocks = new Map<string, Node>()
  return (text, isNewer) => {
    const parsed = parseDocument(parseText(text))
    if (!parsed.ok) return damaged(parsed.message.replace(/\.$/, ''))
    const doc = schema.nodes.doc.create(
      null,
      parsed.doc.children.map((block) => {
        const key = JSON.stringify(block.toJSON())
        const known = blocks.get(key)
        if (!known) blocks.set(key, block)
        return known ?? block
      }),
    )
    if (!isNewer && JSON.stringify(doc.toJSON()) !== text)
      return damaged('a text in it is not as Stet writes one')
    const read = {
      textHash: sha256(canonicalText(doc)),
      authors: authorsIn(doc),
      pictures: pictureNames(doc),
    }
    return { ok: true, value: read }
  }
}

/** Null is no document. */
export function parseText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
