import { expect, test } from 'vitest'
import type { Person } from '../../../../../src/shared/model/person.ts'
import {
  draftOf,
  fieldsOf,
  freestHue,
  whyIncomplete,
} from '../../../../../src/renderer/features/settings/person-draft.ts'

const NEW = { ...draftOf(null, 3), name: 'Petra Sund' }

test('initials come from the name unless somebody gives others', () => {
  expect(fieldsOf(NEW).initials).toBe('PS')
  expect(fieldsOf({ ...NEW, initials: 'Psd' }).initials).toBe('Psd')
})

test('a new person gets the hue that fewest have', () => {
  const hues = [1, 1, 2, 3].map((hue) => ({ hue }) as Person)
  expect(freestHue(hues, [1, 2, 3, 4])).toBe(4)
  expect(freestHue([...hues, { hue: 4 } as Person], [1, 2, 3, 4])).toBe(2)
})

test('a desk needs a name and a role, and stands there once', () => {
  const held = (...deskRoles: (typeof NEW.deskRoles)[number][]) => whyIncomplete({ ...NEW, deskRoles })
  expect(held({ desk: 'City', roles: ['copy'] })).toBe(null)
  expect(held({ desk: ' ', roles: ['copy'] })).toContain('Name the desk')
  expect(held({ desk: 'City', roles: [] })).toContain('Choose a role')
  expect(held({ desk: 'City', roles: ['copy'] }, { desk: 'City ', roles: ['desk'] })).toContain('twice')
  expect(whyIncomplete({ ...NEW, name: ' ' })).toContain('name')
})
