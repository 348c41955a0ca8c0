import type { Message, Thread } from '../../../shared/model/thread.ts'
import { COMMENTS, MESSAGE_CHARACTERS } from '../../opc/limits.ts'
import { tooLarge } from '../../opc/refusal.ts'
import { attribute, elements } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'
import type { ImportTools } from '../draft.ts'
import { madeMessageId, madePersonId, madeThreadId } from '../made-ids.ts'
import type { Warnings } from '../warnings.ts'
import { readUtc } from './authors.ts'
import type { Authors } from './authors.ts'
import { plainText } from './plain-text.ts'
import type { WordPackage } from './package.ts'

export type Comments = {
  /** The thread whose range the comment of this w:id spans; null for a reply or an unknown id. */
  threadOf(id: string): string | null
  has(id: string): boolean
  /** The w:id of the comment that a message came from, by the message's id. */
  readonly numbers: ReadonlyMap<string, string>
  /** `quotes`: words of each thread that found a place in the text; the others stand on the article. */
  list(quotes: ReadonlyMap<string, string>): readonly Thread[]
}

type Remark = {
  readonly id: string
  readonly paraId: string
  readonly message: Message
}
type Extended = { readonly parent: string; readonly done: boolean }

/** Reads comments with replies and resolved state. */
export function readComments(
  pack: WordPackage,
  authors: Authors,
  tools: ImportTools,
  warnings: Warnings,
): Comments {
  const utc = readUtcDates(pack)
  const remarks = readRemarks(pack.side('comments'), utc, authors, tools, warnings)
  const extended = readExtended(pack.side('commentsExtended'))
  const byPara = new Map(remarks.map((remark) => [remark.paraId, remark]))
  const rootOf = (remark: Remark): Remark => {
    let root = remark
    for (let steps = 0; steps < 64; steps += 1) {
      const parent = byPara.get(extended.get(root.paraId)?.parent ?? '')
      if (!parent || parent === root) return root
      root = parent
    }
    return remark
  }
  const threads = new Map<Remark, { readonly id: string; readonly members: Remark[] }>()
  for (const remark of remarks) {
    const root = rootOf(remark)
    const thread = threads.get(root) ?? { id: tools.newId(), members: [] }
    if (remark === root) thread.members.unshift(remark)
    else thread.members.push(remark)
    threads.set(root, thread)
  }
  const ranges = new Map([...threads].map(([root, thread]) => [root.id, thread.id]))
  const known = new Set(remarks.map((remark) => remark.id))
  return {
    threadOf: (id) => ranges.get(id) ?? null,
    has: (id) => known.has(id),
    numbers: new Map(remarks.map((remark) => [remark.message.id, remark.id])),
    list: (quotes) =>
      [...threads].map(([root, { id, members }]) => {
        const quote = quotes.get(id)
        const messages = members.map((member) => member.message)
        const done = extended.get(root.paraId)?.done === true
        return {
          id: madeThreadId(id),
          target: quote === undefined ? { kind: 'article' } : { kind: 'range' },
          level: 'should',
          audience: 'desk',
          assigneeId: null,
          quote: quote ?? '',
          // Word keeps neither who resolved a thread nor when; the last word spoken in it is the nearest to both.
          resolvedBy: done ? (messages.at(-1)?.authorId ?? null) : null,
          resolvedAt: done ? (messages.at(-1)?.at ?? tools.now) : null,
          messages,
        }
      }),
  }
}

function readRemarks(
  part: XmlElement | undefined,
  utc: ReadonlyMap<string, number>,
  authors: Authors,
  tools: ImportTools,
  warnings: Warnings,
): readonly Remark[] {
  const remarks = new Map<string, Remark>()
  for (const element of elements(part).filter((row) => row.name === 'w:comment')) {
    if (remarks.size >= COMMENTS) throw tooLarge('The file holds too many comments.')
    const id = attribute(element, 'w:id') ?? ''
    if (remarks.has(id)) {
      warnings.add('comment', 'A comment with the number of another one was left out.')
      continue
    }
    const by = authors.of(element)
    const paragraphs = elements(element).filter((row) => row.name === 'w:p')
    const paraId = (attribute(paragraphs.at(-1), 'w14:paraId') ?? `none ${id}`).toUpperCase()
    const text = paragraphs.map((paragraph) => plainText(paragraph)).join('\n')
    if (text.length > MESSAGE_CHARACTERS)
      warnings.add('comment', 'A comment of more than 20,000 characters was cut.')
    const message: Message = {
      id: madeMessageId(tools.newId()),
      authorId: madePersonId(by.authorId),
      at: utc.get(paraId) ?? by.at ?? tools.now,
      dateRaw: by.dateRaw,
      text: text.slice(0, MESSAGE_CHARACTERS).toWellFormed(),
      editedAt: null,
      earlier: [],
    }
    remarks.set(id, { id, paraId, message })
  }
  return [...remarks.values()]
}

/** w15:commentEx rows by the paraId of the comment's last paragraph. */
function readExtended(part: XmlElement | undefined): ReadonlyMap<string, Extended> {
  return new Map(
    elements(part).map((row) => {
      const done = attribute(row, 'w15:done')
      const parent = (attribute(row, 'w15:paraIdParent') ?? '').toUpperCase()
      const paraId = (attribute(row, 'w15:paraId') ?? '').toUpperCase()
      return [paraId, { parent, done: done === '1' || done === 'true' }]
    }),
  )
}

/** True times, by paraId: paraId → durableId → dateUtc. */
function readUtcDates(pack: WordPackage): ReadonlyMap<string, number> {
  const dates = new Map<string, number>()
  for (const row of elements(pack.side('commentsExtensible'))) {
    const at = readUtc(attribute(row, 'w16cex:dateUtc'))
    if (at !== null) dates.set((attribute(row, 'w16cex:durableId') ?? '').toUpperCase(), at)
  }
  const result = new Map<string, number>()
  for (const row of elements(pack.side('commentsIds'))) {
    const at = dates.get((attribute(row, 'w16cid:durableId') ?? '').toUpperCase())
    if (at !== undefined) result.set((attribute(row, 'w16cid:paraId') ?? '').toUpperCase(), at)
  }
  return result
}
