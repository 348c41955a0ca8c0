import { describe, expect, test } from 'vitest'
import type { Article, Status } from '../../../../../src/shared/model/article.ts'
import type { PersonId } from '../../../../../src/shared/model/ids.ts'
import type { Person } from '../../../../../src/shared/model/person.ts'
import type { Move, MoveKind } from '../../../../../src/shared/model/workflow.ts'
import {
  moveName,
  moveOf,
  obstaclesInWords,
  whyNotHere,
  whyNotYou,
} from '../../../../../src/renderer/features/review/workflow.ts'

function move(kind: MoveKind, to: Status, more: Partial<Move> = {}): Move {
  return { kind, to, roles: ['desk'], reason: false, until: false, resume: [], unmet: [], ...more }
}

function article(more: Partial<Article>): Article {
  return { desk: 'City', readOnly: '', editRight: 'here', rightWith: '', ...more } as Article
}

const ines = {
  id: 'ic' as PersonId,
  name: 'Ines Calloway',
  roles: ['desk'],
  deskRoles: [{ desk: 'City', roles: ['copy'] }],
} as unknown as Person

test('what stands in the way is one sentence, with the codes of what blocks', () => {
  const target = { kind: 'details' } as const
  const unmet = [
    { code: 'B1', text: '3 changes are open.', target },
    { code: '', text: 'The copy slot is not signed.', target },
  ]
  expect(obstaclesInWords(unmet)).toBe('3 changes are open (B1); the copy slot is not signed.')
  expect(obstaclesInWords([])).toBe('')
})

describe('who may do it', () => {
  const actor = (role: Person['roles'][number]) => ({ personId: ines.id, role })

  test('is said by role', () => {
    const on = move('on', 'copy', { roles: ['desk', 'copy'] })
    expect(whyNotYou(on, article({}), actor('desk'), ines)).toBe(null)
    expect(whyNotYou(on, article({}), actor('checker'), ines)).toBe(
      'It is done as desk or copy; you are here as checker.',
    )
  })

  test('a role held on another desk is not held here', () => {
    const on = move('on', 'copy', { roles: ['copy'] })
    expect(whyNotYou(on, article({ desk: 'City' }), actor('copy'), ines)).toBe(null)
    expect(whyNotYou(on, article({ desk: 'Sport' }), actor('copy'), ines)).toBe(
      'Ines Calloway does not hold the role “copy” on Sport.',
    )
  })
})

test('nothing is moved where the right to edit is not', () => {
  expect(whyNotHere(article({}))).toBe(null)
  expect(whyNotHere(article({ editRight: 'away' }))).toContain('on its way')
  expect(whyNotHere(article({ editRight: 'away', rightWith: 'Harbour desk' }))).toBe(
    'The right to edit is with Harbour desk.',
  )
  expect(whyNotHere(article({ readOnly: 'A newer Stet made it.' }))).toContain('read-only')
})

test('of several moves back the nearest step is meant', () => {
  const moves = [move('back', 'draft'), move('back', 'fact-check'), move('hold', 'held')]
  expect(moveOf(moves, 'back')?.to).toBe('fact-check')
  expect(moveOf(moves, 'back', 'draft')?.to).toBe('draft')
  expect(moveOf(moves, 'file')).toBe(null)
})

test('a re-opening and a correction lead to the same step and are called differently', () => {
  expect(moveName(move('reopen', 'desk-edit'))).toBe('Re-open')
  expect(moveName(move('correct', 'desk-edit'))).toBe('Open a correction')
  expect(moveName(move('on', 'copy'))).toBe('Move on to Copy')
})
