import { Transform } from 'prosemirror-transform'
import * as fc from 'fast-check'
import type { Call } from '../../src/main/cli/headless-editor.ts'
import { merge } from '../../src/shared/document/merge/merge.ts'
import { trackChanges } from '../../src/shared/document/tracking/tracker.ts'
import type { ArticleId, ClaimId, MessageId, SourceId, ThreadId } from '../../src/shared/model/ids.ts'
import type { Role } from '../../src/shared/model/person.ts'
import type { ReviewState } from '../../src/shared/model/review.ts'
import type { HeadlessWindow } from './headless-window.ts'
import { sitDown } from './marked-draft/mark-up.ts'
import { applyEdit, placeOf, randomEdit, settleKind } from './random-edits.ts'
import type { RandomEdit } from './random-edits.ts'
import { nameOf } from './said-ledger.ts'
import type { Ledger } from './said-ledger.ts'

/** Random acts on an article by people of all roles. What is refused is not said, and not remembered. */

export type Desk = {
  readonly call: Call
  readonly newId: () => string
  readonly articleId: ArticleId
  readonly author: string
  readonly ledger: Ledger
  readonly window: HeadlessWindow
}

const KINDS = [
  ...(['edit', 'edit', 'edit', 'decide', 'undo', 'redo', 'merge', 'comment', 'remark', 'answer'] as const),
  ...(['reword', 'resolve', 'close', 'claim', 'attach', 'detach', 'verify', 'waive', 'endWaiver'] as const),
  ...(['hear', 'consult', 'withdraw', 'change', 'reopen'] as const),
]
export type Act = {
  readonly kind: (typeof KINDS)[number]
  readonly edit: RandomEdit
  readonly choice: number
}

export const randomAct: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom(...KINDS),
  edit: randomEdit,
  choice: fc.nat(1000),
})

const ROLES: readonly Role[] = ['desk', 'checker', 'copy', 'standards', 'legal']

function pick<T>(list: readonly T[], choice: number): T | undefined {
  return list[choice % Math.max(1, list.length)]
}

function tracked(desk: Desk, { edit: wanted }: Act, base = desk.window.doc()): Transform {
  const edit = settleKind(base, { ...wanted, author: 'A' })
  const local = new Transform(base)
  applyEdit(local, edit, placeOf(base, edit), false)
  const edited = { doc: local.doc, maps: local.mapping.maps }
  return trackChanges(base, edited, { author: desk.author, newId: desk.newId }).transform
}

/** Acts on the text: of one person, whose window it is. */
async function onText(desk: Desk, act: Act): Promise<void> {
  const { window, ledger, call, articleId, newId } = desk
  await sitDown(desk, 'desk')
  const place = () => placeOf(window.doc(), { ...act.edit, kind: 'type' })
  switch (act.kind) {
    case 'edit':
      return window.save(tracked(desk, act))
    case 'decide': {
      const change = pick(window.index().changes, act.choice)
      return change && window.decide(act.choice % 2 ? 'accepted' : 'rejected', [change.id])
    }
    case 'undo':
      return void (await window.undo())
    case 'redo':
      return void (await window.redo())
    case 'merge': {
      // Another pass over the text as it stands, merged into what this one has made of it meanwhile.
      const base = window.doc()
      const other = tracked(desk, { ...act, edit: { ...act.edit, from: act.choice } }, base).doc
      await window.save(tracked(desk, act))
      const { doc } = merge(base, window.doc(), other)
      const whole = new Transform(window.doc())
      return window.save(whole.replaceWith(0, whole.doc.content.size, doc.content))
    }
    case 'comment': {
      const [id, text] = [newId() as ThreadId, `Remark ${act.choice}`]
      const edit = window.anchor('comment', id, [place()])
      const target = { kind: 'range' } as const
      await call('threads.create', { articleId, edit, id, target, level: 'must', assigneeId: null, text })
      window.settle(edit)
      return void ledger.said.add(nameOf.message(id, text))
    }
    case 'claim': {
      const id = newId() as ClaimId
      const edit = window.anchor('claim', id, [place()])
      await call('claims.create', { articleId, edit, id, kind: 'event', risk: 'low', paraphrase: '' })
      window.settle(edit)
      return void ledger.said.add(nameOf.claim(id))
    }
    default:
      return undefined
  }
}

/** Acts that say something about the article. */
async function onRecords(desk: Desk, { kind, choice }: Act, state: ReviewState): Promise<void> {
  const { call, newId, articleId, ledger } = desk
  const role = pick(ROLES, choice) ?? 'desk'
  const person = await sitDown(desk, role)
  const claim = pick(state.claims, choice)
  const thread = pick(state.threads, choice)
  const text = `Said ${choice}`
  switch (kind) {
    case 'remark': {
      const id = newId() as ThreadId
      const target =
        claim && choice % 2 ? ({ kind: 'claim', claimId: claim.id } as const) : ({ kind: 'article' } as const)
      const audience = role === 'legal' ? 'legal' : 'desk'
      await call('threads.create', {
        articleId,
        edit: null,
        id,
        target,
        level: 'fyi',
        audience,
        assigneeId: null,
        text,
      })
      return void ledger.said.add(nameOf.message(id, text))
    }
    case 'answer':
      if (!thread) return undefined
      await call('threads.reply', { articleId, threadId: thread.id, text })
      return void ledger.said.add(nameOf.message(thread.id, text))
    case 'reword': {
      const own = state.threads.flatMap(({ id, messages }) =>
        messages.flatMap((message) => (message.authorId === person ? [{ id, message }] : [])),
      )
      const one = pick(own, choice)
      if (!one) return undefined
      const messageId: MessageId = one.message.id
      await call('threads.editMessage', {
        articleId,
        threadId: one.id,
        messageId,
        text: `Reworded ${choice}`,
      })
      return void ledger.said.add(nameOf.message(one.id, `Reworded ${choice}`))
    }
    case 'resolve':
    case 'close':
      if (!thread) return undefined
      await call('threads.resolve', { articleId, threadId: thread.id, resolved: kind === 'resolve' })
      return undefined
    case 'attach': {
      const id = newId() as SourceId
      await call('sources.create', { articleId, id, fields: { ...RECORD, title: text } })
      ledger.said.add(nameOf.source(id))
      if (!claim) return undefined
      await call('claims.attach', {
        articleId,
        claimId: claim.id,
        source: { sourceId: id, locator: '', note: '' },
      })
      return void ledger.said.add(nameOf.link(claim.id, id))
    }
    case 'detach': {
      const link = claim?.sources[0]
      if (!claim || !link) return undefined
      await call('claims.detach', { articleId, claimId: claim.id, sourceId: link.sourceId })
      ledger.said.delete(nameOf.link(claim.id, link.sourceId))
      return void ledger.takenBack.push('claim.detach')
    }
    case 'verify':
      if (claim) await call('claims.setStatus', { articleId, claimId: claim.id, status: 'verified' })
      return undefined
    case 'change': {
      if (!claim) return undefined
      const { details, paraphrase } = claim
      const fields = { kind: 'causal', risk: 'high', paraphrase: `${paraphrase}.`, details } as const
      await call('claims.update', { articleId, claimId: claim.id, ...fields })
      return undefined
    }
    case 'waive': {
      const unmet = claim?.results.find((result) => result.state === 'unmet')
      if (!claim || !unmet) return undefined
      const id = newId()
      const why = { category: 'other', reason: 'A reason of more than twenty letters.' } as const
      const asked = { askedBy: person, throughVersion: state.article.version }
      await call('waivers.grant', { articleId, id, claimId: claim.id, rules: [unmet.rule], ...why, ...asked })
      return void ledger.said.add(nameOf.waiver(id))
    }
    case 'endWaiver': {
      const waiver = pick(state.waivers, choice)
      if (waiver) await call('waivers.end', { articleId, waiverId: waiver.id })
      return undefined
    }
    case 'hear': {
      const id = newId()
      const claimIds = claim ? [claim.id] : []
      const asking = { party: 'Them', askedBy: person, askedAt: 0, channel: 'letter', put: text } as const
      const open = { deadline: null, outcome: 'waiting', answer: '', answeredAt: null } as const
      await call('replies.save', { articleId, id, claimIds, ...asking, ...open })
      return void ledger.said.add(nameOf.reply(id))
    }
    case 'consult': {
      const id = newId()
      const advice = { question: text, advice: text, audience: role === 'legal' ? 'legal' : 'desk' } as const
      await call('consultations.record', { articleId, id, field: 'legal', claimIds: [], ...advice })
      return void ledger.said.add(nameOf.consultation(id))
    }
    case 'withdraw':
      if (!claim) return undefined
      await call('claims.withdraw', { articleId, claimId: claim.id, edit: null })
      ledger.said.delete(nameOf.claim(claim.id))
      return void ledger.takenBack.push('claim.withdraw')
    default:
      return undefined
  }
}

const RECORD = {
  kind: 'document',
  title: '',
  grade: 'A',
  origin: 'Court registry',
  locator: 'p. 3',
  url: '',
  accessedAt: null,
  medium: 'paper copy',
  period: '2026',
  directKnowledge: true,
  onRecord: 'on-record',
  suppliedBy: null,
} as const

const ON_TEXT: ReadonlySet<Act['kind']> = new Set([
  'edit',
  'decide',
  'undo',
  'redo',
  'merge',
  'comment',
  'claim',
] as const)

/** Does it; throws the sentence of a refusal. `state`: as the one who acts would read it. */
export async function perform(desk: Desk, act: Act): Promise<void> {
  if (ON_TEXT.has(act.kind)) return onText(desk, act)
  await sitDown(desk, pick(ROLES, act.choice) ?? 'desk')
  return onRecords(desk, act, await desk.call('review.state', { articleId: desk.articleId }))
}
