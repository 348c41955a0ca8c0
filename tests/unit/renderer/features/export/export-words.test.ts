import { expect, test } from 'vitest'
import { exportWords, isWordKind } from '../../../../../src/renderer/features/export/export-words.ts'
import type { Told } from '../../../../../src/renderer/features/export/export-words.ts'
import { EXPORT_KINDS } from '../../../../../src/shared/model/review.ts'
import { stateOf } from '../../../../support/small-review.ts'

const TOLD: Told = { asRead: 2, inFile: 3, isLegal: false, signOffPage: false, wordFile: null, kept: '' }
const state = stateOf({})
const words = (kind: (typeof EXPORT_KINDS)[number], told: Partial<Told> = {}, external = false) =>
  exportWords(kind, external ? 'external' : 'internal', state, [], { ...TOLD, ...told })

test('a sign-off page takes what it shows out of what a Word file leaves out, and touches no other file', () => {
  const evidence = (lines: readonly string[]) => lines.filter((line) => line.includes('sources'))
  expect(words('docx-review').leavesOut).toContain('The log and the signatures')
  const paged = words('docx-review', { signOffPage: true })
  expect(paged.includes.at(-1)).toMatch(/^A last page: verdict, slots, open items/)
  expect(evidence(paged.leavesOut)).toEqual(['The log, and what the sources hold'])
  for (const kind of EXPORT_KINDS.filter((one) => !isWordKind(one))) {
    expect(words(kind, { signOffPage: true })).toEqual(words(kind))
  }
})

test('what there is none of is neither put in nor left out', () => {
  for (const kind of EXPORT_KINDS) {
    const { includes, leavesOut } = words(kind, { asRead: 1, inFile: 1 })
    expect([...includes, ...leavesOut].join('; ')).not.toMatch(/no (comments|claims)/i)
    expect([...includes, ...leavesOut].filter((line) => !/^[\p{Lu}\d]/u.test(line))).toEqual([])
  }
})

test('outside, the last page has roles, and no copy says where it came from', () => {
  const { includes, leavesOut } = words('docx-review', { signOffPage: true, wordFile: 'boats.docx' }, true)
  expect(includes.at(-1)).toContain('slots, by role')
  expect(leavesOut).toContain('The mark by which a copy is known when it comes back')
  expect(leavesOut.join(' ')).toContain('custom parts and revision marks')
})

test('what of the Word file comes along is said of Word files alone', () => {
  const told = { wordFile: 'boats.docx', kept: '12 fields and 1 chart' }
  for (const kind of ['docx-review', 'docx-clean'] as const) {
    expect(words(kind, told).includes).toContain('Looks, headers and layout of “boats.docx”')
    expect(words(kind, told).includes).toContain('12 fields and 1 chart, as Word has them')
  }
  expect(words('pdf-clean', told)).toEqual(words('pdf-clean'))
})
