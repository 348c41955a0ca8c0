import { expect, test } from 'vitest'
import { exportWords, isWordKind } from '../../../../../src/renderer/features/export/export-words.ts'
import type { Told } from '../../../../../src/renderer/features/export/export-facts.ts'
import type { Reply } from '../../../../../src/shared/model/reply.ts'
import { EXPORT_KINDS } from '../../../../../src/shared/model/review.ts'
import type { Audience, ReviewState } from '../../../../../src/shared/model/review.ts'
import type { Waiver } from '../../../../../src/shared/model/waiver.ts'
import { stateOf } from '../../../../support/small-review.ts'

const TOLD: Told = {
  asRead: 2,
  inFile: 3,
  isLegal: false,
  signOffPage: false,
  wordFile: null,
  kept: '',
  changeList: 'listed',
}
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

test('the list of changes is told where it is, told where it is left out, and not at all where no change is', () => {
  for (const kind of ['pdf-packet', 'pdf-redline'] as const) {
    for (const external of [false, true]) {
      const lists = (changeList: Told['changeList']) => {
        const { includes, leavesOut } = words(kind, { changeList }, external)
        return [includes, leavesOut].map(
          (lines) => lines.filter((line) => line.startsWith('A list of')).length,
        )
      }
      expect(lists('listed')).toEqual([1, 0])
      expect(lists('left out')).toEqual([0, 1])
      expect(lists('none')).toEqual([0, 0])
    }
  }
})

test('every PDF tells how the review stands, who signed, and nobody by name outside', () => {
  for (const kind of ['pdf-clean', 'pdf-redline'] as const) {
    const inside = words(kind)
    expect(inside.includes).toContain('The verdict and the hash, on every page')
    expect(inside.includes).toContain('A last page: the slots, who signed and when')
    expect(inside.leavesOut).toContain('The log')
    expect(inside.leavesOut.join(' ')).not.toContain('signatures')
    expect(words(kind, {}, true).includes).toContain('A last page: the slots by role, and when they signed')
  }
})

test('what is private to legal is counted for legal alone, and stands in a file for legal alone', () => {
  const thread = (id: string, audience: 'desk' | 'legal') =>
    ({ id, audience, orphaned: false }) as ReviewState['threads'][number]
  const review = { ...state, threads: [thread('a', 'desk'), thread('b', 'desk'), thread('c', 'legal')] }
  const of = (kind: (typeof EXPORT_KINDS)[number], audience: Audience, isLegal: boolean) =>
    exportWords(kind, audience, review, [], { ...TOLD, isLegal })
  for (const kind of ['docx-review', 'pdf-packet', 'pdf-redline'] as const) {
    expect(of(kind, 'internal', true).includes.join()).toContain('2 comments')
    expect(of(kind, 'internal', true).leavesOut).toContain('1 comment of legal')
    expect(of(kind, 'internal', false).leavesOut).toContain('What is private to legal')
    expect(of(kind, 'legal', true).includes.join()).toContain('3 comments')
    expect(of(kind, 'legal', true).includes).toContain('What is private to legal')
    expect(of(kind, 'external', true).leavesOut.join()).toContain('3 comments, and who wrote them')
  }
})

test('a packet of a text without marks has no redline, and none for outside of comments alone', () => {
  const comment = { id: 'a', audience: 'desk', orphaned: false } as ReviewState['threads'][number]
  const redlines = (audience: Audience, asRead: number, threads: ReviewState['threads']) =>
    exportWords('pdf-packet', audience, { ...state, threads }, [], { ...TOLD, asRead }).includes.filter(
      (line) => line.startsWith('The redline'),
    ).length
  expect([redlines('internal', 0, []), redlines('external', 0, [comment])]).toEqual([0, 0])
  expect([redlines('internal', 0, [comment]), redlines('external', 1, [])]).toEqual([1, 1])
})

test('a packet tells of waivers, replies and consultations where there are any', () => {
  expect(words('pdf-packet').includes.join()).not.toMatch(/waiver|reply/)
  const review = { ...state, waivers: [{} as Waiver], replies: [{} as Reply, {} as Reply] }
  for (const audience of ['internal', 'external'] as const) {
    expect(exportWords('pdf-packet', audience, review, [], TOLD).includes).toContain(
      '1 waiver, 2 records of the right of reply',
    )
  }
})

test('what the style check proposes stands in a packet for the desk, and in none that leaves the house', () => {
  expect(words('pdf-packet').includes).toContain('What the style check proposes')
  const outside = words('pdf-packet', {}, true)
  expect(outside.leavesOut).toContain('What the style check proposes')
  expect(outside.leavesOut).toContain('What photographs tell of camera, place and time')
})
