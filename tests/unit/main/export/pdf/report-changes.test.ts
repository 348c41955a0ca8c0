import { expect, test } from 'vitest'
import type { ChangeRecord } from '../../../../../src/shared/model/change.ts'
import type { ChangeId } from '../../../../../src/shared/model/ids.ts'
import { numberChanges, reportChanges } from '../../../../../src/main/export/pdf/report-changes.ts'
import { reportCover } from '../../../../../src/main/export/pdf/report-cover.ts'
import { reportRedline } from '../../../../../src/main/export/pdf/report-redline.ts'
import { createVoice } from '../../../../../src/main/export/pdf/voice.ts'
import { deleted, document, inserted, p } from '../../../../support/document.ts'
import { INES, NOW, PEOPLE, TOBIAS, review } from './builders.ts'

const voice = createVoice('internal', PEOPLE)
const doc = document(
  p('The ', deleted('grey', INES.id, 'd'), inserted('blue', INES.id, 'i'), ' port'),
  p(inserted('New', TOBIAS.id, 'n'), ' fees'),
)

function decided(id: string, fields: Partial<ChangeRecord>): ChangeRecord {
  return {
    id: id as ChangeId,
    kind: 'insertion',
    authorId: INES.id,
    createdAt: NOW,
    dateRaw: null,
    inserted: '',
    deleted: '',
    state: 'accepted',
    decidedBy: TOBIAS.id,
    decidedAt: NOW,
    reason: 'Agreed.',
    groupId: 'd1' as ChangeId,
    ...fields,
  }
}

const state = review(doc, {
  changes: [
    decided('d1', { kind: 'deletion', deleted: 'smashes' }),
    decided('i1', { inserted: 'breaks up' }),
    decided('alone', { inserted: 'x', groupId: null, state: 'rejected' }),
  ],
})

test('a replacement is one line of the register, open or decided', () => {
  const lines = reportChanges(doc, state, voice, 0)
  expect(lines.map((line) => [line.number, line.kind, line.deleted, line.inserted])).toEqual([
    ['1', 'replaced', 'grey', 'blue'],
    ['2', 'inserted', '', 'New'],
    ['', 'replaced', 'smashes', 'breaks up'],
    ['', 'inserted', '', 'x'],
  ])
  expect(lines[2]?.state).toContain('accepted by Tobias Reuk')
})

test('both halves of a replacement bear one number, written once', () => {
  const changes = numberChanges(doc)
  expect([...changes]).toEqual([
    ['d', 1],
    ['i', 1],
    ['n', 2],
  ])
  const redline = reportRedline(doc, { voice, changes, threads: new Map(), objects: (look) => look })
  const labels = redline.flatMap((block) =>
    (block.kind === 'paragraph' ? block.pieces : []).flatMap((piece) =>
      (piece.tags ?? []).flatMap((tag) => (tag.kind === 'change' ? tag.label : [])),
    ),
  )
  expect(labels).toEqual(['1', '2'])
})

test('the cover counts it as one', () => {
  const pairs = JSON.stringify(reportCover(state, voice, { now: NOW, utcOffset: 0 }))
  expect(pairs).toContain('{"label":"Changes accepted, rejected","value":"1, 1"}')
})
