import type { Node } from 'prosemirror-model'
import { createToldStates } from '../../../../src/main/core/told-states.ts'
import type { Edit, MethodName } from '../../../../src/shared/contract.ts'
import { schema } from '../../../../src/shared/document/schema.ts'
import { applyStoredSteps } from '../../../../src/shared/document/stored-steps.ts'
import { PEOPLE, recordsOf, stateOf } from '../review-of.ts'
import type { Records } from '../review-of.ts'

/** What the window needs of main, in a worker: it stores steps in memory and answers with the review's state. */

export type Question = { readonly id: number; readonly method: MethodName | 'begin'; readonly args: unknown }
export type Answer =
  | { readonly kind: 'answer'; readonly id: number; readonly outcome: unknown }
  | { readonly kind: 'event'; readonly payload: unknown }

let doc: Node = schema.nodes.doc.create(null, [schema.nodes.para.create()])
let records: Records = recordsOf(doc)
let seq = 0
const told = createToldStates('measured')

const post = (answer: Answer) => postMessage(answer)
const done = (value: unknown) => ({ ok: true, value })

function save({ steps }: Edit): unknown {
  const applied = applyStoredSteps(doc, steps)
  if (!applied.ok) return { ok: false, error: { code: 'refused', message: applied.message } }
  doc = applied.doc
  seq += steps.length
  records = { ...records, changes: recordsOf(doc).changes }
  return done({ seq, at: Date.now() })
}

function tellFirst() {
  const state = stateOf(doc, seq, records)
  return { state, token: told.tell(state) }
}

function answer(method: Question['method'], args: unknown): unknown {
  switch (method) {
    case 'begin':
      doc = schema.nodeFromJSON(JSON.parse(args as string))
      records = recordsOf(doc)
      return null
    case 'session.get': {
      const actor = { personId: 'ines', role: 'desk' }
      return done({ people: PEOPLE, actor, host: 'electron', nativeDialogs: false, version: '0' })
    }
    case 'review.open':
      return done({ doc: doc.toJSON() as unknown, people: PEOPLE, ...tellFirst() })
    case 'review.news':
      return done(told.tellNews((args as { since: string | null }).since, stateOf(doc, seq, records)))
    case 'document.save':
      return save((args as { edit: Edit }).edit)
    case 'review.log':
    case 'articles.list':
      return done([])
    default:
      return { ok: false, error: { code: 'refused', message: `Nobody measures ${method}.` } }
  }
}

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  post({ kind: 'answer', id: data.id, outcome: answer(data.method, data.args) })
  if (data.method === 'document.save') post({ kind: 'event', payload: { articleId: 'measured', seq } })
})
