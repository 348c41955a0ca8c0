import { z } from 'zod'
import { audience, exportKind } from '../../shared/model/review.ts'
import type { Package } from '../opc/read.ts'
import { createXmlBudget, elements, parseXmlText, xmlText } from '../opc/xml.ts'
import type { XmlElement } from '../opc/xml.ts'
import { document, tag } from '../opc/xml-write.ts'

/**
 * What a Word file of ours says of itself in a custom XML part, so that it is known again when it comes back: of which
 * review it is a copy, of which saved version, and by what ids its changes and comments stand in the file. Word and
 * LibreOffice keep such parts as they are, also where they number everything anew.
 */

export const REVIEW_NAMESPACE = 'urn:stet:review:1'

const id = z.string().min(1).max(64)
/** Decimal digits, as in `w:id`. */
const wordId = z.string().regex(/^-?\d{1,10}$/)
/** Eight hexadecimal digits, or none where the file has none. */
const hexId = z.string().regex(/^([0-9A-F]{8})?$/)

const reviewPart = z.object({
  articleId: id,
  /** The saved version that the file was made from. */
  versionId: id,
  libraryId: id,
  audience,
  kind: exportKind,
  /** First digits of the hash of the final text. */
  textHash: z.string().regex(/^[0-9a-f]{0,64}$/),
  /** Each change by its id here, with the `w:id` of its elements; none in a clean copy. */
  changes: z.array(z.object({ id, wordIds: z.array(wordId).readonly() })).readonly(),
  /** Each remark of a comment, the first and its replies. */
  messages: z.array(z.object({ id, threadId: id, wordId, paraId: hexId, durableId: hexId })).readonly(),
})
export type ReviewPart = z.infer<typeof reviewPart>

/** The bytes of the part. */
export function writeReviewPart(review: ReviewPart): Uint8Array {
  const { articleId, versionId, libraryId, audience: readers, kind, textHash, changes, messages } = review
  const about = { article: articleId, version: versionId, library: libraryId, audience: readers, kind }
  return document(
    tag(
      'review',
      { xmlns: REVIEW_NAMESPACE, ...about, text: textHash },
      ...changes.map((one) => tag('change', { id: one.id, w: one.wordIds.join(' ') })),
      ...messages.map((one) =>
        tag('message', {
          id: one.id,
          thread: one.threadId,
          w: one.wordId,
          para: one.paraId,
          durable: one.durableId,
        }),
      ),
    ),
  )
}

function numbers(text: string | undefined): readonly string[] {
  return (text ?? '').split(' ').filter((one) => one !== '')
}

function fromXml(root: XmlElement): ReviewPart | null {
  const told = (name: string) => root.attributes.get(name)
  const parsed = reviewPart.safeParse({
    articleId: told('article'),
    versionId: told('version'),
    libraryId: told('library'),
    audience: told('audience'),
    kind: told('kind'),
    textHash: told('text'),
    changes: elements(root).flatMap(({ name, attributes }) =>
      name.endsWith(':change') ? [{ id: attributes.get('id'), wordIds: numbers(attributes.get('w')) }] : [],
    ),
    messages: elements(root).flatMap(({ name, attributes }) =>
      name.endsWith(':message')
        ? [
            {
              id: attributes.get('id'),
              threadId: attributes.get('thread'),
              wordId: attributes.get('w'),
              paraId: attributes.get('para') ?? '',
              durableId: attributes.get('durable') ?? '',
            },
          ]
        : [],
    ),
  })
  return parsed.success ? parsed.data : null
}

/**
 * The part of a file that Stet wrote, whatever name another program gave it; null where there is none, or it does not
 * hold together. What it says is a hint and never believed: text and comments are compared all the same.
 */
export function findReviewPart(pack: Package): ReviewPart | null {
  const budget = createXmlBudget()
  for (const name of pack.names) {
    if (!/^customXml\/[^/]+\.xml$/i.test(name)) continue
    const data = pack.get(name)
    const text = data === undefined ? '' : xmlText(data)
    if (!text.includes(REVIEW_NAMESPACE)) continue
    const root = parseXmlText(text, { budget })
    const found = root.name.endsWith(':review') ? fromXml(root) : null
    if (found) return found
  }
  return null
}
