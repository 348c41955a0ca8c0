import type { Outcome } from '../../shared/contract.ts'
import type { KeptFile, ReturnedFile } from '../../shared/model/interchange.ts'
import type { CopyOrigin, RemarkNames } from '../../shared/model/returned.ts'
import { readText } from '../core/article-text.ts'
import { whatCameIn } from '../core/came-in.ts'
import { sha256 } from '../core/hash.ts'
import { cleanName, readUtc } from '../import/docx/authors.ts'
import { readWord } from '../import/docx/index.ts'
import type { ReadWord } from '../import/docx/index.ts'
import { assembleDoc, finishDraft } from '../import/draft.ts'
import { readTextHash } from '../import/docx/text-hash.ts'
import { readPackage } from '../opc/read.ts'
import type { Package } from '../opc/read.ts'
import { Refusal } from '../opc/refusal.ts'
import { attribute, createXmlBudget, elements, ownText, parseXml } from '../opc/xml.ts'
import type { XmlElement } from '../opc/xml.ts'
import { findReviewPart } from './custom-part.ts'

const CORE = 'docProps/core.xml'

async function orRefusal<T>(read: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await read() }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: { code: error.code, message: error.message } }
    throw error
  }
}

async function originOf(bytes: Uint8Array, pack: Package): Promise<CopyOrigin> {
  return { mark: findReviewPart(pack), textHash: await readTextHash(bytes) }
}

/** Of what a file is a copy; nothing else of it is read. */
export function recogniseReturn({ bytes }: KeptFile): Promise<Outcome<CopyOrigin>> {
  return orRefusal(async () => originOf(bytes, await readPackage(bytes)))
}

/** Ids of one file: the same at every reading, and no other file's. */
function idsOf(hash: string): () => string {
  let count = 0
  return () => {
    count += 1
    const digest = sha256(`stet return\n${hash}\n${count}`)
    return [
      digest.slice(0, 8),
      digest.slice(8, 12),
      `8${digest.slice(13, 16)}`,
      `a${digest.slice(17, 20)}`,
      digest.slice(20, 32),
    ].join('-')
  }
}

function upper(element: XmlElement | undefined, name: string): string {
  const value = (attribute(element, name) ?? '').toUpperCase()
  return /^[0-9A-F]{8}$/.test(value) ? value : ''
}

/** What Word calls each remark, by the message that it became. */
function remarksOf({ pack, commentNumbers }: ReadWord): ReadonlyMap<string, RemarkNames> {
  const durable = new Map(
    elements(pack.side('commentsIds')).map((row) => [
      upper(row, 'w16cid:paraId'),
      upper(row, 'w16cid:durableId'),
    ]),
  )
  const paraIds = new Map(
    elements(pack.side('comments')).map((row) => {
      const last = elements(row).findLast(({ name }) => name === 'w:p')
      return [attribute(row, 'w:id') ?? '', upper(last, 'w14:paraId')]
    }),
  )
  return new Map(
    [...commentNumbers].map(([messageId, number]) => {
      const paraId = paraIds.get(number) ?? ''
      return [messageId, { paraId, durableId: durable.get(paraId) ?? '' }]
    }),
  )
}

/** The words of an element of a part of properties; none of their namespaces has a prefix of ours. */
function told(pack: Package, part: string, local: string): string {
  const data = pack.get(part)
  if (data === undefined) return ''
  const root = parseXml(data, { budget: createXmlBudget() })
  const found = elements(root).find(({ name }) => name === local || name.endsWith(`:${local}`))
  return found ? ownText(found).trim().slice(0, 200) : ''
}

/** The whole of it, read as any Word file is. */
export function readReturn({ name, bytes }: KeptFile): Promise<Outcome<ReturnedFile>> {
  return orRefusal(async () => {
    const hash = sha256(bytes)
    const pack = await readPackage(bytes)
    // No clock: what has no time of its own gets that of the file, where the content is made.
    const read = await readWord({ name, bytes, outside: {} }, { now: 0, newId: idsOf(hash) }, null)
    const savedBy = told(pack, CORE, 'lastModifiedBy')
    const doc = assembleDoc(read.result.blocks)
    return {
      ...(await originOf(bytes, pack)),
      name,
      bytes,
      sha256: hash,
      // As it stands: the head of the article is known from what was sent.
      draft: { ...finishDraft(read.result), doc: doc.toJSON() as unknown },
      cameIn: whatCameIn(readText(doc, 0), read.result.threads),
      remarks: remarksOf(read),
      savedBy: savedBy === '' ? '' : cleanName(savedBy),
      savedAt: readUtc(told(pack, CORE, 'modified')),
      program: told(pack, 'docProps/app.xml', 'Application'),
    }
  })
}
