import { expect, test } from 'vitest'
import type { ArticleRow } from '../../../../../src/shared/model/article.ts'
import type { PersonId } from '../../../../../src/shared/model/ids.ts'
import { standingInWords } from '../../../../../src/renderer/features/desk/standing.ts'
import { articleRow } from '../../../../support/articles.ts'

const tobias = 'tobias' as PersonId
const SUNDAY = new Date(2026, 10, 22, 9).getTime()
const aside = { by: tobias, at: 1, reason: 'no periods given', until: null, resume: 'desk-edit' } as const
const correction = { number: 1, reason: 'caption', by: tobias, at: 1 }
const legalHold = { by: tobias, at: 1, reason: 'an injunction' }
const locked = { locked: true, textHash: '41be90c7d215ff' }

test.each<[string, Partial<ArticleRow>, string]>([
  ['returned', { status: 'returned', aside }, 'by TR: no periods given'],
  ['held until', { status: 'held', aside: { ...aside, until: SUNDAY } }, 'until Sun 22 Nov, 09:00'],
  [
    'returned by a stranger',
    { status: 'returned', aside: { ...aside, by: 'x' as PersonId } },
    'no periods given',
  ],
  ['legal hold', { legalHold }, 'legal hold: an injunction'],
  ['legal hold of what is locked', { legalHold, ...locked }, 'legal hold: an injunction'],
  ['correction', { status: 'desk-edit', correction }, 'correction 1 open: caption'],
  ['correction that is filed', { status: 'filed', correction, ...locked }, 'locked, 41be 90c7 d215'],
  ['at another desk', { editRight: 'away' }, 'edited at another desk'],
  ['at a desk we know', { editRight: 'away', rightWith: 'Night desk' }, 'edited at another desk: Night desk'],
  ['of a newer format', { readOnly: 'It is newer.' }, 'read-only here'],
  ['a draft from a file', { importedFrom: 'Pell_draft3.docx' }, 'from Pell_draft3.docx'],
  ['a draft that was signed', { importedFrom: 'a.docx', slotsSigned: 1 }, '1 of 4 slots signed'],
])('%s', (_, fields, words) => {
  const row = articleRow({ name: 'a', ...fields })
  expect(standingInWords(row, (id) => (id === tobias ? 'TR' : '')).words).toBe(words)
})
