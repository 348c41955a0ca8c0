import { describe, expect, test } from 'vitest'
import { fileRefusal } from '../../../../../src/renderer/features/sources/file-refusal.ts'
import { locatorWords } from '../../../../../src/renderer/features/sources/locators.ts'
import {
  draftOf,
  EMPTY_DRAFT,
  endsAttestation,
  fieldsOf,
  lostUnnamed,
  sourceRefusal,
} from '../../../../../src/renderer/features/sources/source-draft.ts'
import type { SourceDraft } from '../../../../../src/renderer/features/sources/source-draft.ts'
import { MAX_ATTACHMENT } from '../../../../../src/shared/model/source.ts'
import type { PersonId } from '../../../../../src/shared/model/ids.ts'
import { AT, sourceRow } from '../../../../support/rows.ts'

const NAMED: SourceDraft = { ...EMPTY_DRAFT, title: 'Charge sheet 26-1184' }
const UNNAMED: SourceDraft = {
  ...EMPTY_DRAFT,
  kind: 'person',
  title: 'an investigator',
  onRecord: 'unnamed',
  grade: 'E',
}

describe('what a form of a source refuses', () => {
  test.each<readonly [string, SourceDraft, RegExp | null]>([
    ['nothing of what is complete', NAMED, null],
    ['no title', { ...NAMED, title: ' ' }, /^Give the source a title/],
    ['no description', { ...UNNAMED, title: '' }, /^Write the description/],
    ['another grade without a reason', { ...NAMED, grade: 'B' }, /^Say why the grade is B and not A/],
    ['nothing of one with a reason', { ...NAMED, grade: 'B', gradeReason: 'A copy of a copy.' }, null],
    ['an address of no page', { ...NAMED, url: 'javascript:alert(1)' }, /^Write an address/],
    [
      'a contact, in whatever field',
      { ...UNNAMED, medium: 'phone +44 20 7946 0000' },
      /looks like a phone number/,
    ],
    [
      'a contact, also where it is no name',
      { ...UNNAMED, origin: 'ada@harbour.example', confirmedNoName: true },
      /e-mail/,
    ],
    [
      'what looks like a name',
      { ...UNNAMED, title: 'Ada Quill of the yard' },
      /^“Ada Quill” looks like a personal name/,
    ],
    [
      'nothing of a name that is none',
      { ...UNNAMED, title: 'Ada Quill of the yard', confirmedNoName: true },
      null,
    ],
  ])('%s', (_what, draft, why) => {
    const refusal = sourceRefusal(draft, null)
    if (why === null) expect(refusal).toBeNull()
    else expect(refusal).toMatch(why)
  })
})

describe('what is sent', () => {
  test('a grade as suggested carries no reason', () => {
    expect(fieldsOf({ ...NAMED, gradeReason: 'left over' }, 'A').gradeReason).toBe('')
    expect(fieldsOf({ ...NAMED, grade: 'B', gradeReason: 'a copy' }, 'A').gradeReason).toBe('a copy')
  })

  test('of an unnamed source nothing that leads to the person', () => {
    const led = { locator: 'p. 3', url: 'https://court.example/', accessedAt: AT, period: '2026' }
    expect(fieldsOf({ ...UNNAMED, ...led }, 'E')).toMatchObject({
      locator: '',
      url: '',
      accessedAt: null,
      period: '',
    })
    expect(fieldsOf({ ...NAMED, ...led }, 'A')).toMatchObject(led)
  })

  test('what a source loses with its name is told before', () => {
    const file = { sha256: 'a'.repeat(64), name: 'notes.pdf', size: 9, at: AT }
    const before = sourceRow('s', { kind: 'person', url: 'https://court.example/', file })
    expect(lostUnnamed(before, { ...draftOf(before), onRecord: 'unnamed' })).toEqual([
      'its file “notes.pdf”',
      'its address',
    ])
    expect(lostUnnamed(before, draftOf(before))).toEqual([])
  })

  test('an attestation ends with title, kind or record, and with nothing else', () => {
    const attestation = { by: 'ines' as PersonId, at: AT, reason: 'Their post.' }
    const source = sourceRow('s', { kind: 'person', onRecord: 'unnamed', attestation })
    const draft = draftOf(source)
    expect(endsAttestation(source, { ...draft, origin: 'elsewhere', title: ` ${draft.title} ` })).toBe(false)
    expect(endsAttestation(source, { ...draft, title: 'another' })).toBe(true)
    expect(endsAttestation(source, { ...draft, onRecord: 'off-record' })).toBe(true)
    expect(endsAttestation({ ...source, attestation: null }, { ...draft, title: 'another' })).toBe(false)
  })
})

test('a file is refused by its size as main refuses it', () => {
  expect(fileRefusal({ name: 'a.pdf', size: MAX_ATTACHMENT })).toBeNull()
  expect(fileRefusal({ name: 'a.pdf', size: MAX_ATTACHMENT + 1 })).toMatch(/at most 25 MB/)
  expect(fileRefusal({ name: 'a.pdf', size: 0 })).toMatch(/is empty/)
})

test('the place in a source is asked for by medium, else by kind', () => {
  expect(locatorWords('document', '').label).toBe('Page or paragraph')
  expect(locatorWords('recording', '').label).toBe('Timecode')
  expect(locatorWords('person', 'recording').label).toBe('Timecode')
  expect(locatorWords('recording', 'transcript').label).toBe('Page or paragraph')
})
