import { describe, expect, test } from 'vitest'
import type { ExportCheck } from '../../../../src/shared/model/export-check.ts'
import type { Conflict } from '../../../../src/shared/model/conflict.ts'
import type { ChangeId, ConflictId, PersonId, VersionId } from '../../../../src/shared/model/ids.ts'
import type { Actor } from '../../../../src/shared/model/person.ts'
import type { ReviewState } from '../../../../src/shared/model/review.ts'
import { AT, articleRow, claimRow, personRow } from '../../../support/rows.ts'
import {
  TEXT,
  codes,
  index,
  ready,
  signed,
  stateOf,
  verified,
  withClaims,
} from '../../../support/small-review.ts'

const hanne: Actor = { personId: 'hanne' as PersonId, role: 'approver' }
const mara = 'mara' as PersonId
const people = [personRow(), personRow({ id: hanne.personId, name: 'Hanne Ostrow', initials: 'HO' })]

/** Two verified claims, and who verified them. */
function checkedBy(...by: readonly PersonId[]): ReviewState {
  const claims = by.map((verifiedBy, place) => claimRow(`c${place}`, { ...verified, verifiedBy }))
  const words = Object.fromEntries(claims.map((claim) => [claim.id, 'words']))
  return ready({ actor: hanne, people, index: withClaims(words), claims })
}

function factsBy(personId: PersonId): ReviewState {
  const { evidenceHash } = stateOf({})
  const signOffs = (['desk', 'facts', 'copy'] as const).map((slot, place) =>
    signed(slot, place + 1, { evidenceHash, ...(slot === 'facts' ? { personId } : {}) }),
  )
  return ready({ actor: hanne, people, signOffs })
}

const field: Conflict = {
  id: 'x' as ConflictId,
  kind: 'field',
  what: { table: 'claim', id: 'c', field: 'risk' },
  words: 'The ring moved fuel',
  one: { value: 'low', origin: null, at: null },
  other: { value: 'high', origin: null, at: null },
  changeIds: [],
  mergeId: 'm' as VersionId,
  settledBy: null,
  settledAt: null,
  choice: null,
}
const settled: Conflict = { ...field, settledBy: mara, settledAt: AT, choice: 'one' }
const text: Conflict = { ...field, kind: 'text', changeIds: ['ch' as ChangeId] }

const failed: ExportCheck = {
  kind: 'pdf-clean',
  audience: 'external',
  textHash: TEXT,
  ok: false,
  words: 'a word was missing',
  personId: mara,
  at: AT,
}
const hold = { by: mara, at: AT, reason: 'The injunction is heard on Monday.' }
const change = {
  id: 'ch',
  author: 'ines',
  kind: 'insertion',
  ranges: [{ from: 1, to: 2 }],
  inserted: 'x',
  deleted: '',
  description: '',
  groupId: 'ch',
} as const

/** Each: the smallest review that has only this blocker, and the same with its cause cleared. */
const table: readonly [string, string, () => ReviewState, () => ReviewState][] = [
  [
    'B6',
    'the author sits down to approve',
    () => ready({ actor: hanne, people, article: articleRow({ authorId: hanne.personId }) }),
    () => ready({ actor: hanne, people, article: articleRow({ authorId: mara }) }),
  ],
  [
    'B6',
    'the only checker sits down to approve',
    () => checkedBy(hanne.personId, hanne.personId),
    () => checkedBy(hanne.personId, mara),
  ],
  [
    'B6',
    'who alone signed the facts sits down to approve',
    () => factsBy(hanne.personId),
    () => factsBy(mara),
  ],
  [
    'B7',
    'a field that two desks filled in',
    () => ready({ conflicts: [field] }),
    () => ready({ conflicts: [settled] }),
  ],
  [
    'B11',
    'a file that failed its own check',
    () => ready({ exportChecks: [failed] }),
    () => ready({ exportChecks: [{ ...failed, ok: true }] }),
  ],
  [
    'B12',
    'a legal hold',
    () => ready({ article: articleRow({ legalHold: hold }) }),
    () => ready({ article: articleRow() }),
  ],
]

describe.each(table)('%s: %s', (code, _cause, blocked, cleared) => {
  test('is the only blocker, and goes with its cause', () => {
    expect(codes(blocked())).toEqual([code])
    expect(codes(cleared())).toEqual([])
  })
})

test('B6 is asked of the approver alone, and names each reason', () => {
  const article = articleRow({ authorId: hanne.personId })
  expect(codes(ready({ actor: { ...hanne, role: 'desk' }, people, article }))).toEqual([])
  expect(codes(ready({ actor: null, people, article }))).toEqual([])
  const claims = [claimRow('c', { ...verified, verifiedBy: hanne.personId })]
  const both = ready({ actor: hanne, people, article, index: withClaims({ c: 'words' }), claims })
  expect(both.blockers).toMatchObject([
    {
      title: 'Nobody approves their own story.',
      target: { kind: 'people' },
      causes: [
        { text: 'Hanne Ostrow wrote this story' },
        { text: 'Hanne Ostrow alone verified every claim' },
      ],
    },
  ])
})

test('B7 counts a conflict in the text while one of its changes is open', () => {
  const open = ready({ conflicts: [text], index: { ...index, changes: [change] } })
  expect(codes(open)).toEqual(['B1', 'B7'])
  expect(open.blockers[1]?.causes).toEqual([
    { text: '“The ring moved fuel”', target: { kind: 'conflict', id: 'x' } },
  ])
  expect(codes(ready({ conflicts: [text] }))).toEqual([])
})

test('B11 tells what was found, and of a file for legal only that it failed', () => {
  const state = ready({ exportChecks: [failed, { ...failed, audience: 'legal', words: 'the private word' }] })
  expect(state.blockers[0]?.causes.map((cause) => cause.text)).toEqual([
    'PDF clean, external: a word was missing',
    'PDF clean, legal',
  ])
})
