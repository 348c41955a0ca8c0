import type { CreateRule, PartInfo } from '../rule.ts'
import { valueOf } from '../walk.ts'
import type { Frame } from '../walk.ts'

type Reply = { readonly paraId: string; readonly parent: string | undefined; readonly part: PartInfo }
type Lasting = { readonly key: string; readonly part: PartInfo }

const HEX = /^[0-9A-Fa-f]{8}$/
/** MS-DOCX 2.6.2.4 and 2.8.3.1. */
const PARA_LIMIT = 0x8000_0000
const DURABLE_LIMIT = 0x7fff_ffff

function isId(id: string, limit: number): boolean {
  const value = Number.parseInt(id, 16)
  return HEX.test(id) && value > 0 && value < limit
}

/** Ids of paragraphs, the threads that hang on them, and the lasting ids of comments. */
export const createThreads: CreateRule = (report) => {
  let seen = new Set<string>()
  /** Of the last paragraph of each comment: by it threads know a comment. */
  const ofComments = new Set<string>()
  let last = ''
  const replies: Reply[] = []
  const keyed: Lasting[] = []
  const lasting = new Set<string>()
  const used: Lasting[] = []
  const read = (frame: Frame, name: string): string => (valueOf(frame, name) ?? '').toUpperCase()
  const durable = (frame: Frame, part: PartInfo, name: string): string => {
    const id = read(frame, name)
    if (!isId(id, DURABLE_LIMIT)) report('durable-id', part, id)
    return id
  }
  const end = (): void => {
    const answered = new Set(replies.map((reply) => reply.paraId))
    for (const { paraId, parent, part } of replies) {
      if (!ofComments.has(paraId)) report('thread-unknown', part, paraId)
      if (parent !== undefined && (!answered.has(parent) || parent === paraId)) {
        report('thread-parent', part, `${paraId} to ${parent}`)
      }
    }
    for (const { key, part } of keyed) if (!ofComments.has(key)) report('thread-unknown', part, key)
    for (const { key, part } of used) if (!lasting.has(key)) report('durable-id', part, key)
  }
  return {
    startPart: () => {
      seen = new Set()
    },
    open: {
      'w:p': (frame, part) => {
        const text = valueOf(frame, 'w14:textId')
        if (text !== undefined && !isId(text, PARA_LIMIT)) report('para-id', part, text)
        const id = valueOf(frame, 'w14:paraId')
        last = id?.toUpperCase() ?? ''
        if (id === undefined) return
        if (!isId(id, PARA_LIMIT)) report('para-id', part, id)
        const key = id.toUpperCase()
        if (seen.has(key)) report('para-id-duplicate', part, id)
        seen.add(key)
      },
      'w15:commentEx': (frame, part) => {
        const parent = valueOf(frame, 'w15:paraIdParent')?.toUpperCase()
        replies.push({ paraId: read(frame, 'w15:paraId'), parent, part })
      },
      'w16cid:commentId': (frame, part) => {
        const id = durable(frame, part, 'w16cid:durableId')
        if (lasting.has(id)) report('durable-id', part, `${id} twice`)
        lasting.add(id)
        keyed.push({ key: read(frame, 'w16cid:paraId'), part })
      },
      'w16cex:commentExtensible': (frame, part) => {
        used.push({ key: durable(frame, part, 'w16cex:durableId'), part })
      },
    },
    close: {
      'w:comment': () => {
        if (last !== '') ofComments.add(last)
      },
    },
    end,
  }
}
