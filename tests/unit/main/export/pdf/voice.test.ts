import { describe, expect, test } from 'vitest'
import { createVoice } from '../../../../../src/main/export/pdf/voice.ts'
import { INES, PEOPLE, TOBIAS } from './builders.ts'

describe('who is called what', () => {
  test.each(['internal', 'legal'] as const)('%s readers read names', (audience) => {
    const voice = createVoice(audience, PEOPLE)
    expect([voice.name(INES.id), voice.initials(INES.id), voice.free('Ask Tobias Reuk')]).toEqual([
      'Ines Calloway',
      'IC',
      'Ask Tobias Reuk',
    ])
  })

  test('outside readers read numbers, given in order and kept', () => {
    const voice = createVoice('external', PEOPLE)
    expect([
      voice.name(TOBIAS.id),
      voice.name(INES.id),
      voice.name(TOBIAS.id),
      voice.initials(INES.id),
    ]).toEqual(['editor 1', 'editor 2', 'editor 1', 'E2'])
  })

  test('names and parts of names in free words are replaced for outside readers', () => {
    const voice = createVoice('external', PEOPLE)
    expect(voice.free('Ines Calloway asked Reuk; the reuks did not answer.')).toBe(
      '[editor 1] asked [editor 2]; the reuks did not answer.',
    )
  })

  test.each([
    [
      'of two people with one name in common',
      ['Jonah Pell', 'Jonah Reuk'],
      'Jonah Reuk said so.',
      '[editor 1] said so.',
    ],
    ['in capitals', ['Jonah Pell'], 'JONAH PELL asked.', '[editor 1] asked.'],
    ['across a line', ['Li Na'], 'Li\nNa asked.', '[editor 1] asked.'],
    ['with accents in two parts', ['José Ruiz'], 'Jose\u0301 Ruiz asked.', '[editor 1] asked.'],
    ['where no space divides words', ['王小明'], '请问王小明吧。', '请问[editor 1]吧。'],
    ['behind a letter that means “and”', ['ليلى الحسن'], 'سألت وليلى الحسن.', 'سألت و[editor 1].'],
    [
      'that nobody has',
      ['Microsoft Office User', 'Author'],
      'The Office of the Author',
      'The Office of the Author',
    ],
  ])('names %s', (_, names, text, said) => {
    const people = names.map((name, index) => ({ ...INES, id: `p${index}` as typeof INES.id, name }))
    expect(createVoice('external', people).free(text)).toBe(said)
  })
})
