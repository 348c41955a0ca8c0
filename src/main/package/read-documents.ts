import type { Outcome } from '../../shared/contract.ts'
import { canonicalText } from '../../shared/document/canonical.ts'
import { schema } from '../../shared/document/schema.ts'
import { storedForm } from '../../shared/document/stored-form.ts'
import { sha256 } from '../core/hash.ts'
import { createBlockReader, documentText, nodesOf } from './block-reader.ts'
import type { ReadBlock } from './block-reader.ts'
import { authorsIn, picturesIn } from './named-in-text.ts'
import { damaged } from './refusal.ts'

/** What has to be known of a text beside its words. */
export type ReadDocument = {
  readonly textHash: string
  readonly authors: ReadonlySet<string>
  readonly pictures: ReadonlySet<string>
}

export type DocumentReader = (text: string, isNewer: boolean) => Outcome<ReadDocument>

/** Reads texts of one package, each checked against the schema, and of our own format written as we would write it. */
export function createDocumentReader(): DocumentReader {
  const readBlocks = createBlockReader()
  const same = new WeakSet<ReadBlock>()
  const isOurs = (block: ReadBlock): boolean => {
    if (!same.has(block) && JSON.stringify(storedForm(block.node)) === block.json) same.add(block)
    return same.has(block)
  }
  return (text, isNewer) => {
    const read = readBlocks(text)
    if (!read.ok) return damaged(read.message)
    const { blocks } = read
    const whole = documentText(blocks.map(({ json }) => json))
    if (!isNewer && !(whole === text && blocks.every(isOurs))) {
      return damaged('a text in it is not as Stet writes one')
    }
    const nodes = nodesOf(blocks)
    const textHash = sha256(canonicalText(schema.nodes.doc.create(null, nodes)))
    return { ok: true, value: { textHash, authors: authorsIn(nodes), pictures: picturesIn(nodes) } }
  }
}
