import { describe, expect, test } from 'vitest'
import { BLOCKERS } from '../../../../../src/shared/model/approval.ts'
import type { BlockerCode, Slot } from '../../../../../src/shared/model/approval.ts'
import type { Status } from '../../../../../src/shared/model/article.ts'
import type { Role } from '../../../../../src/shared/model/person.ts'
import { judgeMove, untrackedRoles } from '../../../../../src/shared/rules/workflow.ts'
import type { Wanted } from '../../../../../src/shared/rules/workflow.ts'
import { inWords } from '../../../../../src/shared/rules/workflow-gates.ts'
import { listMoves } from '../../../../../src/shared/rules/workflow-moves.ts'
import { shippedWorkflow } from '../../../../support/shipped-workflow.ts'
import { standing } from '../../../../support/standing.ts'

const book = shippedWorkflow()

/** What must be clear, signed and filled in to go on; written down by hand, as the table of moves. */
const GATES: readonly (readonly [Status, Role, readonly string[]])[] = [
  ['draft', 'desk', ['B7', 'headline']],
  ['desk-edit', 'desk', ['B7', 'headline', 'byline', 'slug']],
  ['fact-check', 'checker', ['B3', 'B7', 'B8', 'facts']],
  ['copy', 'copy', ['B1', 'B2', 'B7', 'copy']],
  ['read-back', 'desk', ['B1', 'B2', 'B7', 'desk']],
  ['standards', 'standards', ['B4', 'B7', 'standards']],
  ['legal', 'legal', ['B4', 'B7', 'legal']],
  ['ready', 'approver', BLOCKERS],
]

const everything = {
  blockers: BLOCKERS,
  unsigned: ['desk', 'facts', 'copy', 'standards', 'legal'],
  required: ['standards', 'legal'],
  empty: ['headline', 'byline', 'slug'],
} as const

function onFrom(status: Status, fields: Parameters<typeof standing>[1]) {
  return listMoves(book, standing(status, fields)).find(({ kind }) => kind === 'on' || kind === 'approve')
}

describe.each(GATES)('%s', (status, role, asked) => {
  test('asks for this much and no more, each with a way to it', () => {
    const unmet = onFrom(status, everything)?.unmet ?? []
    const names = unmet.map(({ code, text, target }) => {
      if (code !== '') return code
      return target.kind === 'slot' ? target.slot : (/^The (\S+) is empty\.$/.exec(text)?.[1] ?? text)
    })
    expect(new Set(names)).toEqual(new Set(asked))
  })

  test('each of them alone stops everybody, in words', () => {
    for (const one of asked) {
      const fields = {
        blockers: BLOCKERS.filter((code) => code === one) satisfies readonly BlockerCode[],
        unsigned: (everything.unsigned as readonly string[]).filter(
          (slot) => slot === one,
        ) as readonly Slot[],
        empty: everything.empty.filter((field) => field === one),
        required: one === 'standards' || one === 'legal' ? [one as Slot] : [],
      }
      const move = onFrom(status, fields)
      const by = status === 'ready' ? 'sign' : 'move'
      const wanted: Wanted = { by, to: move?.to ?? status, role, reason: '', resume: null }
      const verdict = judgeMove(book, standing(status, fields), wanted)
      expect(verdict).toMatchObject({ ok: false, rule: 'gate', message: inWords(move?.unmet ?? []) })
      expect(move?.unmet).toHaveLength(1)
    }
  })
})

test('going back or aside, and resuming, ask for nothing but a reason', () => {
  for (const status of ['copy', 'held'] as const)
    for (const move of listMoves(book, standing(status, everything)))
      if (move.kind !== 'on') {
        expect(move.unmet).toEqual([])
        expect(move.reason).toBe(move.kind !== 'resume')
      }
  const without = { by: 'move', to: 'desk-edit', role: 'desk', reason: ' ', resume: null } as const
  expect(judgeMove(book, standing('copy'), without)).toMatchObject({ rule: 'reason' })
  expect(judgeMove(book, standing('copy'), { ...without, to: 'held' })).toMatchObject({ rule: 'reason' })
  expect(judgeMove(book, standing('approved'), { ...without, by: 'correct' })).toMatchObject({
    rule: 'reason',
  })
})

test('filing asks for what a filed text must hold to', () => {
  const file = listMoves(book, standing('approved', everything)).find(({ kind }) => kind === 'file')
  expect(file?.unmet.map(({ code }) => code)).toEqual(['B7', 'B10', 'B11', 'B12'])
})

describe('aside', () => {
  const aside = (status: Status, kind: string, resume?: Status) =>
    listMoves(book, standing(status, resume ? { resume } : {})).find((move) => move.kind === kind)

  test('comes back to a step that was reached, by itself to where it stood, from a return to the desk', () => {
    expect(aside('copy', 'hold')?.resume).toEqual(['copy', 'draft', 'desk-edit', 'fact-check'])
    expect(aside('copy', 'return')?.resume).toEqual(['desk-edit', 'draft', 'fact-check', 'copy'])
    expect(aside('draft', 'return')?.resume).toEqual(['draft'])
    expect(aside('held', 'kill', 'fact-check')?.resume).toEqual(['fact-check', 'draft', 'desk-edit'])
  })

  test('a later step is not named, and none at all for a move between steps', () => {
    const wanted = { by: 'move', to: 'held', role: 'desk', reason: 'Because.', resume: 'ready' } as const
    expect(judgeMove(book, standing('copy'), wanted)).toMatchObject({ rule: 'resume' })
    expect(judgeMove(book, standing('copy'), { ...wanted, resume: 'fact-check' })).toMatchObject({ ok: true })
    const back = { ...wanted, to: 'draft', resume: 'draft' } as const
    expect(judgeMove(book, standing('copy'), back)).toMatchObject({ rule: 'resume' })
  })

  test('only a hold has a time', () => {
    expect(['return', 'hold', 'kill'].map((kind) => aside('copy', kind)?.until)).toEqual([false, true, false])
  })
})

test('an article at a step that the desk has given up goes back, and so is never stuck', () => {
  const shorter = { ...book, steps: book.steps.filter(({ status }) => status !== 'read-back') }
  const moves = listMoves(shorter, standing('read-back'))
  expect(moves.filter(({ kind }) => kind === 'on' || kind === 'back')).toMatchObject([
    { kind: 'back', to: 'draft' },
  ])
  expect(listMoves(shorter, standing('copy')).find(({ kind }) => kind === 'on')?.to).toBe('ready')
})

test('who may edit without tracking, and where', () => {
  const may = (status: Status, fields: Partial<Parameters<typeof untrackedRoles>[1]> = {}) =>
    untrackedRoles(book, { status, editRight: 'here', locked: false, ...fields })
  expect(may('draft')).toEqual(['reporter', 'desk'])
  expect(may('desk-edit')).toEqual(['desk'])
  for (const status of ['fact-check', 'copy', 'ready', 'returned'] as const) expect(may(status)).toEqual([])
  expect(may('draft', { editRight: 'away' })).toEqual([])
  expect(may('desk-edit', { locked: true })).toEqual([])
})
