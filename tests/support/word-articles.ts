import { Buffer } from 'node:buffer'
import * as fc from 'fast-check'
import type { Mark, Node } from 'prosemirror-model'
import { mapTracking } from '../../src/main/import/docx/map-tracking.ts'
import { sha256 } from '../../src/main/core/hash.ts'
import type { ChangeFacts, WordContent } from '../../src/main/export/docx/content.ts'
import type { ImageAttrs, ParagraphAttrs } from '../../src/shared/document/attributes.ts'
import { indexDocument } from '../../src/shared/document/index/document-index.ts'
import { schema } from '../../src/shared/document/schema.ts'
import type { Pictures } from '../../src/shared/model/interchange.ts'
import { play } from './fuzz.ts'
import { blobOf, buildArticle, randomTypedArticle } from './random-articles.ts'
import { randomTypedEdit } from './random-edits.ts'
import { INES, NOON, TOBIAS, wordContent } from './word-content.ts'

/** Random articles with everything, edited by two authors, as content of a Word file. */

/** The smallest PNG, with a comment at its end that makes each another one. */
function png(number: number): Uint8Array {
  const smallest =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  return Buffer.concat([Buffer.from(smallest, 'base64'), Buffer.from(`picture ${String(number)}`)])
}

const BYTES = [0, 1, 2].map(png)
const SHA_OF = new Map(BYTES.map((bytes, number) => [blobOf(number), sha256(bytes)]))
export const PICTURES: Pictures = new Map(
  BYTES.map((bytes) => [sha256(bytes), { type: 'image/png', bytes: new Uint8Array(bytes) }]),
)

/** With pictures that have bytes, and without anchors: there are no threads behind them. */
function ready(node: Node): Node {
  const marks = node.marks.filter(({ type }) => type.name !== 'comment' && type.name !== 'claim')
  if (node.isText) return node.mark(marks)
  const attrs = { ...node.attrs }
  if (node.type === schema.nodes.image) {
    const { blob } = node.attrs as ImageAttrs
    attrs['blob'] = SHA_OF.get(blob) ?? blob
  }
  return node.type.create(attrs, node.children.map(ready), marks)
}

const AUTHORS: Readonly<Record<string, string>> = { A: INES, B: TOBIAS }

function signed(doc: Node): Node {
  const author = (name: string): string => AUTHORS[name] ?? name
  const mapMark = (mark: Mark): readonly Mark[] =>
    typeof mark.attrs['author'] === 'string'
      ? [mark.type.create({ ...mark.attrs, author: author(mark.attrs['author']) })]
      : [mark]
  const tracked = mapTracking(doc, mapMark, (ref) => ({ ...ref, author: author(ref.author) }))
  return mapParagraphs(tracked, (attrs) => ({
    paragraphChange: attrs.paragraphChange && {
      ...attrs.paragraphChange,
      author: author(attrs.paragraphChange.author),
    },
  }))
}

export function mapParagraphs(node: Node, change: (attrs: ParagraphAttrs) => Partial<ParagraphAttrs>): Node {
  if (node.isText) return node
  const content = node.children.map((child) => mapParagraphs(child, change))
  const attrs = node.isTextblock ? { ...node.attrs, ...change(node.attrs as ParagraphAttrs) } : node.attrs
  return node.type.create(attrs, content, node.marks)
}

/** Each change at a second of its own, so that its date tells which it is. */
export function randomWordArticle(edits: number): fc.Arbitrary<WordContent> {
  return fc
    .tuple(randomTypedArticle, fc.array(randomTypedEdit, { minLength: 1, maxLength: edits, size: 'max' }))
    .map(([article, list]) => {
      const doc = signed(ready(play(buildArticle(article), list)))
      const changes = new Map<string, ChangeFacts>()
      for (const { id, author } of indexDocument(doc).changes) {
        changes.set(id, { authorId: author, at: NOON + 1000 * changes.size, dateRaw: null })
      }
      return wordContent(doc, { changes, images: PICTURES })
    })
}
