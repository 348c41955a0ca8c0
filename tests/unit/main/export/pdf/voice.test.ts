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
})
