import { describe, expect, test } from 'vitest'
import { byEdition } from '../../../../../src/renderer/features/history/by-edition.ts'
import { EVERY_LINE, filterLog, kindsOf } from '../../../../../src/renderer/features/history/log-filter.ts'
import { logRows } from '../../../../../src/renderer/features/history/log-rows.ts'
import { restoreRefusal } from '../../../../../src/renderer/features/history/restore-refusal.ts'
import type { PersonId } from '../../../../../src/shared/model/ids.ts'
import type { LogEvent, ReviewState } from '../../../../../src/shared/model/review.ts'
import type { SavedVersion } from '../../../../../src/shared/model/version.ts'

function event(seq: number, kind: string, summary: string, personId: string, day = 20): LogEvent {
  const at = new Date(2026, 10, day, 9, 0, seq).getTime()
  const hash = String(seq).repeat(64)
  return {
    origin: '',
    seq,
    at,
    personId: personId as PersonId,
    kind,
    summary,
    root: null,
    previous: hash,
    hash,
  }
}

const LOG = [
  event(1, 'article.import', 'Imported “draft.txt”.', 'ines'),
  event(2, 'claim.create', 'Claim 1: Zoë’s boats.', 'mara'),
  event(3, 'claim.status', 'Claim 1: verified.', 'ines', 21),
]

describe('the log', () => {
  test.each([
    ['who', { ...EVERY_LINE, personId: 'ines' }, [1, 3]],
    ['what', { ...EVERY_LINE, area: 'claim' }, [2, 3]],
    ['words, in any case, all of them', { ...EVERY_LINE, words: '  CLAIM boats' }, [2]],
    ['words with another apostrophe', { ...EVERY_LINE, words: "Zoë's" }, [2]],
    ['all of these', { personId: 'ines', area: 'claim', words: 'verified' }, [3]],
  ])('is narrowed by %s', (_what, filter, seqs) => {
    expect(filterLog(LOG, filter).map(({ seq }) => seq)).toEqual(seqs)
  })

  test('is listed latest first, under its days', () => {
    const rows = logRows(LOG).map((row) => (row.kind === 'day' ? 'day' : row.event.seq))
    expect(rows).toEqual(['day', 3, 'day', 2, 1])
  })

  test('names the kinds of an area once', () => {
    expect(kindsOf([...LOG, ...LOG], 'claim')).toEqual(['claim.create', 'claim.status'])
  })
})

test('versions stand under their edition, latest first', () => {
  const versions = [1, 1, 2].map((edition, at) => ({ edition, name: `${at}` }) as SavedVersion)
  expect(byEdition(versions).map((one) => [one.edition, one.versions.map(({ name }) => name)])).toEqual([
    [2, ['2']],
    [1, ['1', '0']],
  ])
})

describe('a text is brought back', () => {
  const open = { locked: false, readOnly: '', editRight: 'here' } as ReviewState['article']
  test.each([
    ['by who may edit without tracking', {}, ['desk'], null],
    ['not by others', {}, ['reporter'], /only reporter may do that/],
    ['not at a step where all is tracked', {}, [], /Move the article back first/],
    ['not while it is locked', { locked: true }, ['desk'], /approved and locked/],
    ['not while another desk has the right', { editRight: 'away' }, ['desk'], /with another desk/],
    ['not where it can only be read', { readOnly: 'Made by a newer Stet.' }, ['desk'], /newer Stet/],
  ] as const)('%s', (_when, fields, untracked, said) => {
    const why = restoreRefusal({ article: { ...open, ...fields }, untracked }, 'desk')
    if (said === null) expect(why).toBeNull()
    else expect(why).toMatch(said)
  })
})
