import { expect, test } from 'vitest'
import { suggestGrade } from '../../../../src/shared/rules/grade.ts'
import type { GradeInput } from '../../../../src/shared/rules/grade.ts'
import { SOURCE_KINDS } from '../../../../src/shared/model/source.ts'

const person: GradeInput = { kind: 'person', onRecord: 'on-record', directKnowledge: true, medium: '' }

test.each<[string, Partial<GradeInput>, string]>([
  ['a court document', { kind: 'document' }, 'A'],
  ['a document out of an archive', { kind: 'document', medium: 'newspaper archive' }, 'C'],
  ['a study', { kind: 'document', medium: 'peer-reviewed journal' }, 'B'],
  ['official data', { kind: 'data' }, 'A'],
  ['a recording', { kind: 'recording' }, 'A'],
  ['an observation with notes', { kind: 'observation', medium: 'notebook, notes' }, 'A'],
  ['an observation with a file', { kind: 'observation', hasFile: true }, 'A'],
  ['an observation from memory', { kind: 'observation' }, 'C'],
  ['a named person who was there', {}, 'B'],
  ['a named person who was not', { directKnowledge: false }, 'C'],
  ['a spokesperson', { directKnowledge: false, medium: 'e-mail of the spokesperson' }, 'B'],
  ['a person on background who was there', { onRecord: 'background' }, 'D'],
  ['a person on background who was not', { onRecord: 'background', directKnowledge: false }, 'E'],
  ['an outlet', { kind: 'outlet' }, 'C'],
  ['a press release', { kind: 'press-release' }, 'C'],
  ['a post', { kind: 'post' }, 'E'],
  ['an unnamed person who was there', { onRecord: 'unnamed' }, 'D'],
  ['an unnamed person who was not', { onRecord: 'unnamed', directKnowledge: false }, 'E'],
])('%s: %j is graded %s', (_what, fields, grade) => {
  const suggested = suggestGrade({ ...person, ...fields })
  expect(suggested.grade).toBe(grade)
  expect(suggested.why).not.toBe('')
})

test('what is off the record is guidance, and what is unnamed never better than D, of whatever kind', () => {
  for (const kind of SOURCE_KINDS) {
    expect(suggestGrade({ ...person, kind, onRecord: 'off-record' }).grade).toBe('E')
    expect(suggestGrade({ ...person, kind, onRecord: 'unnamed' }).grade).toBe('D')
  }
})
