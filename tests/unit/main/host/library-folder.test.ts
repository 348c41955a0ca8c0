import { expect, test } from 'vitest'
import { libraryFolder } from '../../../../src/main/host/library-folder.ts'

const home = '/home/ines'

test.each([
  ['linux', {}, '/home/ines/.local/share/stet'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/stet'],
  ['darwin', {}, '/home/ines/Library/Application Support/Stet'],
  ['linux', { STET_LIBRARY: '/elsewhere' }, '/elsewhere'],
] as const)('on %s with %j it is %s', (platform, env, folder) => {
  expect(libraryFolder({ platform, env, home })).toBe(folder)
})

test('what was chosen wins', () => {
  expect(libraryFolder({ platform: 'linux', env: { STET_LIBRARY: '/a' }, home }, '/b')).toBe('/b')
})
