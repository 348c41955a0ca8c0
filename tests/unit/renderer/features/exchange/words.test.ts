import { expect, test } from 'vitest'
import type { ReviewState } from '../../../../../src/shared/model/review.ts'
import { valueInWords } from '../../../../../src/renderer/features/exchange/conflict-words.ts'
import { isPackage } from '../../../../../src/renderer/features/exchange/package-file.ts'
import { packageWords, whyNotMade } from '../../../../../src/renderer/features/exchange/package-words.ts'
import { bringsInWords } from '../../../../../src/renderer/features/exchange/preview-words.ts'
import { choiceOfKey } from '../../../../../src/renderer/features/exchange/choice.ts'

const NOTHING = {
  changes: 0,
  comments: 0,
  replies: 0,
  claims: 0,
  sources: 0,
  waivers: 0,
  decisions: 0,
  signOffs: 0,
  versions: 0,
  logEvents: 0,
  people: 0,
  files: 0,
}

test('what a package brings is counted, and what it brings none of is not listed', () => {
  expect(bringsInWords({ ...NOTHING, changes: 12, comments: 1 })).toEqual(['12 changes', '1 comment'])
  expect(bringsInWords(NOTHING)).toEqual([])
})

const REVIEW = {
  threads: [{ audience: 'desk' }, { audience: 'legal' }, { audience: 'legal' }],
  claims: [{}],
  sources: [],
  waivers: [],
  replies: [],
  signOffs: [{}],
} as unknown as ReviewState

test('threads of legal go to legal alone, and only legal is told how many there are', () => {
  const told = (audience: 'internal' | 'legal', isLegal: boolean) =>
    packageWords(audience, REVIEW, [], { open: 0, isLegal })
  expect(told('internal', false).includes).toContain('1 comment, with replies')
  expect(told('internal', false).leavesOut).toContain('What is private to legal')
  expect(told('internal', true).leavesOut).toContain('2 comments of legal')
  expect(told('legal', true).includes).toContain('3 comments, with replies')
})

test('a package for outside says what it leaves out, with counts', () => {
  const { leavesOut } = packageWords('external', REVIEW, [], { open: 3, isLegal: false })
  expect(leavesOut.join(' ')).toContain('3 comments, and who wrote them')
  expect(leavesOut.join(' ')).toContain('1 signature, and the log')
})

test('what main would refuse is said before a package is made', () => {
  expect(whyNotMade('hand-over', 'internal', 'desk')).toBe(null)
  expect(whyNotMade('hand-over', 'external', 'desk')).toContain('cannot carry the right')
  expect(whyNotMade('marks', 'external', 'desk')).toBe(null)
  expect(whyNotMade('marks', 'legal', 'desk')).toContain('in the legal role')
  expect(whyNotMade('hand-over', 'legal', 'legal')).toBe(null)
  expect(whyNotMade('hand-over', 'internal', 'reporter')).toContain('Ask the desk')
})

test('a value of a record is told as a person would', () => {
  const nameOf = (id: string) => (id === 'ic' ? 'Ines Calloway' : null)
  expect(valueInWords(null, nameOf)).toBe('nothing')
  expect(valueInWords('ic', nameOf)).toBe('Ines Calloway')
  expect(valueInWords(['a', 'ic'], nameOf)).toBe('a, Ines Calloway')
  expect(valueInWords(true, nameOf)).toBe('yes')
  expect(valueInWords({ status: 'verified', statusBy: 'ic', statusAt: null }, nameOf)).toBe(
    'status verified, status by Ines Calloway',
  )
})

test('a package is told by its name', () => {
  expect(isPackage('teld.stet')).toBe(true)
  expect(isPackage('Teld.STET')).toBe(true)
  expect(isPackage('stet.docx')).toBe(false)
})

test('a conflict is settled by one key, and never by a shortcut', () => {
  const press = (key: string, ctrlKey = false) => choiceOfKey({ key, ctrlKey, metaKey: false, altKey: false })
  expect([press('1'), press('2'), press('k'), press('x')]).toEqual(['one', 'other', 'keep', null])
  expect(press('k', true)).toBe(null)
})
