import { createHash } from 'node:crypto'
import type { Part } from '../../../opc/write.ts'
import { document, tag } from '../../../opc/xml-write.ts'
import { REVIEW_NAMESPACE, writeReviewPart } from '../../../word/custom-part.ts'
import type { ReviewPart } from '../../../word/custom-part.ts'
import type { CopyOf } from '../content.ts'

const STORE = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** The part that says of which review a file is a copy, and what a package has to say of it. */
export type CustomParts = {
  readonly parts: readonly Part[]
  /** From the main part, which lies in a folder of its own. */
  readonly relation: { readonly type: string; readonly target: string }
  readonly override: { readonly name: string; readonly type: string }
}

export function reviewPart(
  copyOf: CopyOf,
  changes: ReadonlyMap<string, readonly number[]>,
  messages: ReviewPart['messages'],
): ReviewPart {
  const numbered = [...changes].map(([id, numbers]) => ({ id, wordIds: numbers.map(String) }))
  return { ...copyOf, changes: numbered, messages }
}

/** `number`: one that no other custom part of the package has. */
export function customParts(review: ReviewPart, number: number): CustomParts {
  const item = `customXml/item${number}.xml`
  const properties = `customXml/itemProps${number}.xml`
  const schema = tag('ds:schemaRef', { 'ds:uri': REVIEW_NAMESPACE })
  const store = tag(
    'ds:datastoreItem',
    { 'xmlns:ds': STORE, 'ds:itemID': storeId(review) },
    tag('ds:schemaRefs', {}, schema),
  )
  const toProperties = tag('Relationship', {
    Id: 'rId1',
    Type: `${RELATION}/customXmlProps`,
    Target: `itemProps${number}.xml`,
  })
  return {
    parts: [
      { name: item, data: writeReviewPart(review) },
      { name: properties, data: document(store) },
      {
        name: `customXml/_rels/item${number}.xml.rels`,
        data: document(tag('Relationships', { xmlns: PACKAGE }, toProperties)),
      },
    ],
    relation: { type: `${RELATION}/customXml`, target: `../${item}` },
    override: {
      name: properties,
      type: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
    },
  }
}

/** A GUID that is always the same for the same copy. */
function storeId({ articleId, versionId }: ReviewPart): string {
  const hex = createHash('sha256').update(`${articleId} ${versionId}`).digest('hex').toUpperCase()
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)]
  return `{${groups.join('-')}}`
}
