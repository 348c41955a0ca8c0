import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createBuiltRenderer } from '../../../../src/main/host/renderer-source.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-renderer-'))
  await mkdir(join(folder, 'renderer/assets'), { recursive: true })
  await writeFile(join(folder, 'secret.js'), 'secret')
  await writeFile(join(folder, 'renderer/index.html'), 'page')
  await writeFile(join(folder, 'renderer/assets/index-abc.js'), 'script')
  await writeFile(join(folder, 'renderer/assets/notes.txt'), 'notes')
  await symlink(join(folder, 'secret.js'), join(folder, 'renderer/assets/link.js'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('serves what was built, by its exact path', async () => {
  const source = await createBuiltRenderer(join(folder, 'renderer'))
  const read = async (path: string) => {
    const file = await source.read(path)
    return file && [new TextDecoder().decode(file.bytes), file.type.split(';')[0]]
  }
  expect(await read('/')).toEqual(['page', 'text/html'])
  expect(await read('/index.html')).toEqual(['page', 'text/html'])
  expect(await read('/assets/index-abc.js?v=1')).toEqual(['script', 'text/javascript'])
})

test.each([
  '/../secret.js',
  '/assets/../../secret.js',
  '/%2e%2e/secret.js',
  '/..\\secret.js',
  '/assets/link.js',
  '/assets/notes.txt',
  '/assets',
  '//index.html',
  'index.html',
  '',
])('does not serve %j', async (path) => {
  const source = await createBuiltRenderer(join(folder, 'renderer'))
  expect(await source.read(path)).toBe(null)
})
