import { expect, test } from 'vitest'
import type { Article } from '../../../../../src/shared/model/article.ts'
import type { PersonId } from '../../../../../src/shared/model/ids.ts'
import { standingsOf } from '../../../../../src/renderer/features/approval/standing-words.ts'

const NOW = Date.UTC(2026, 10, 22, 12)
const by = 'ic' as PersonId

function said(more: Partial<Article>): readonly string[] {
  const plain = { status: 'copy', version: 2, readOnly: '', editRight: 'here', rightWith: '' }
  const article = { ...plain, aside: null, legalHold: null, correction: null, ...more } as Article
  return standingsOf(article, () => 'Ines Calloway', NOW).map(({ head, words }) => `${head} ${words}`)
}

test('nothing is said of an article that simply is at work', () => {
  expect(said({})).toEqual([])
})

test('a hold says by whom, why, until when and where it comes back to', () => {
  const [line = ''] = said({
    status: 'held',
    aside: { by, at: NOW, reason: 'The court answers on Thursday', until: NOW + 3_600_000, resume: 'copy' },
  })
  expect(line).toMatch(/^Held until .* \(in 60 min|in 1 h\)/)
  expect(line).toContain('Ines Calloway')
  expect(line).toContain('The court answers on Thursday. It comes back to Copy.')
})

test('what is killed is kept and does not come back by itself', () => {
  const [line] = said({
    status: 'killed',
    aside: { by, at: NOW, reason: 'No source.', until: null, resume: 'copy' },
  })
  expect(line).toContain('It is kept, and never filed.')
})

test('the weightiest comes first', () => {
  const lines = said({
    readOnly: 'A newer Stet made it',
    editRight: 'away',
    rightWith: 'Harbour desk',
    legalHold: { by, at: NOW, reason: 'A letter came' },
    correction: { number: 1, reason: 'The date was wrong', by, at: NOW },
  })
  expect(lines.map((line) => line.split('.')[0])).toEqual([
    'Read-only here',
    'The right to edit is with Harbour desk',
    'Legal hold',
    'Correction 1, v2',
  ])
})
