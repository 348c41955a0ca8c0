import { describe, expect, test } from 'vitest'
import {
  PERSONAL_KINDS,
  PERSONAL_NAMES,
  looksPersonal,
} from '../../../../src/shared/rules/personal-details.ts'

describe('contacts are told for certain', () => {
  test.each([
    ['reach her at m.oyelle@example.org', 'e-mail', 'm.oyelle@example.org'],
    ['mara [at] example.org', 'e-mail', 'mara [at] example.org'],
    ['https://example.org/people/mara', 'web-address', 'https://example.org/people/mara'],
    ['see www.example.org', 'web-address', 'www.example.org'],
    ['example.social/mara_o', 'web-address', 'example.social/mara_o'],
    ['posts as @mara_o', 'handle', '@mara_o'],
    ['@dov', 'handle', '@dov'],
    ['call +44 20 7946 0018 after six', 'phone', '+44 20 7946 0018'],
    ['(020) 7946-0018', 'phone', '(020) 7946-0018'],
    ['07946001800', 'phone', '07946001800'],
    ['lives at 14 Quay Street', 'address', '14 Quay Street'],
  ])('%s', (text, kind, words) => {
    expect(looksPersonal(text)).toEqual({ kind, words })
  })
})

describe('names are guessed by their shape', () => {
  test.each([
    ['Mara Oyelle', 'Mara Oyelle'],
    ['a deckhand, Dov Lassiter, on the ferry', 'Dov Lassiter'],
    ['Inspector Ostrow', 'Inspector Ostrow'],
    ['the former Inspector Hanne Ostrow', 'Inspector Hanne Ostrow'],
    ['Mr Pell', 'Mr Pell'],
    ['J. Pell of the harbour office', 'J. Pell'],
    ['Petra van der Sund', 'Petra van der Sund'],
    ['Tobias Reuk-Calloway', 'Tobias Reuk-Calloway'],
    ['Åse Bjørnvik', 'Åse Bjørnvik'],
    ['Oyelle', 'Oyelle'],
  ])('%s', (text, words) => {
    expect(looksPersonal(text)).toEqual({ kind: 'name', words })
  })
})

test.each([
  '',
  'an investigator with direct knowledge of the raids',
  'A senior official',
  'An official of the Harbour Authority',
  'Former Customs Officer',
  'a lawyer at the Ministry of the Interior',
  'Two officers of the Teld Police',
  'a witness, heard on 20 November 2026',
  'seen on 2026-11-20, pp. 14-19',
  'Official',
  'somebody in the Regional Task Force',
  'an engineer at ORL',
  'a member of the North Coast Union',
  'worked there from 2019 to 2026',
])('describes without telling who: %s', (text) => {
  expect(looksPersonal(text)).toBeNull()
})

test('each kind has words of its own', () => {
  expect(new Set(Object.values(PERSONAL_NAMES)).size).toBe(PERSONAL_KINDS.length)
})
