import type { Args } from '../../shared/contract.ts'
import type { ReviewState } from '../../shared/model/review.ts'
import { STATUS_NAMES } from '../../shared/names.ts'
import { asRole } from './demo-desk.ts'
import type { Desk } from './demo-desk.ts'

const UTC = 0

const SIGNERS = {
  desk: 'desk',
  facts: 'checker',
  copy: 'copy',
  standards: 'standards',
  legal: 'legal',
  approval: 'approver',
} as const

/** Step by step to where it is approved, each in the role and under the signatures that the step asks for. */
async function walk(desk: Desk): Promise<void> {
  const { articleId, call } = desk
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one step at a time
    const { moves } = await call('review.state', { articleId })
    const move = moves.find(({ kind }) => kind === 'on')
    const role = move?.roles[0]
    if (move === undefined || role === undefined) return
    for (const { target } of move.unmet) {
      if (target.kind !== 'slot') continue
      const { slot } = target
      // oxlint-disable-next-line no-await-in-loop -- one signature after another
      await asRole(desk, SIGNERS[slot], () => signSlot(desk, slot))
    }
    // oxlint-disable-next-line no-await-in-loop -- one step at a time
    await asRole(desk, role, () => call('workflow.move', { articleId, to: move.to, reason: '' }))
    desk.say(`Moved to ${STATUS_NAMES[move.to]}.`)
  }
}

export async function sign(desk: Desk): Promise<void> {
  await walk(desk)
  const state = await asRole(desk, 'approver', () => signSlot(desk, 'approval'))
  desk.say(`Signed: ${state.article.status}, text ${state.textHash.slice(0, 12)}.`)
  const verified = await desk.call('review.verify', { articleId: desk.articleId })
  desk.say(
    verified.ok
      ? `The record holds: ${verified.events} events, ${verified.signOffs} signatures.`
      : `The record is broken: ${verified.findings[0]?.words ?? ''}`,
  )
}

async function signSlot(desk: Desk, slot: Args<'approval.sign'>['slot']): Promise<ReviewState> {
  const { articleId, call } = desk
  const state = await call('review.state', { articleId })
  const session = await call('session.get', {})
  const person = session.people.find((one) => one.id === session.actor.personId)
  return call('approval.sign', {
    articleId,
    slot,
    decision: 'approve',
    conditions: '',
    typedName: person?.name ?? '',
    textHash: state.textHash,
    evidenceHash: state.evidenceHash,
    utcOffset: UTC,
  })
}
