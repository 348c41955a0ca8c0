import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadChecks } from '../../../../src/main/core/load-checks.ts'
import { openTestLibrary } from '../../../support/library.ts'

const CHECKS = join(import.meta.dirname, '../../../../resources/checks')
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-checks-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the files of checks', () => {
  /** What is said after `from` became `to` in a file. */
  async function saidOf(file: string, from: string, to: string): Promise<string> {
    cpSync(CHECKS, folder, { recursive: true })
    const path = join(folder, file)
    const text = readFileSync(path, 'utf8')
    expect(text).toContain(from)
    writeFileSync(path, text.replace(from, to))
    const loaded = await loadChecks(folder)
    return loaded.ok ? 'fine' : loaded.error.message
  }

  test('as they are delivered they can be read', async () => {
    const loaded = await loadChecks(CHECKS)
    expect(loaded.ok && loaded.value.profiles.map(({ id }) => id)).toEqual([
      'agency-us',
      'courier-uk',
      'neutral',
    ])
  })

  test.each([
    ['finder.yaml', 'kind: quotation', 'kind: quotes', 'line 15 (rules.0.kind)'],
    [
      'finder.yaml',
      "'{wrongdoing}'",
      "'{wrongdoings}'",
      'names {wrongdoings}, and there is no words/wrongdoings.txt',
    ],
    ['style.yaml', 'severity: should', 'severty: should', '(rules.0.severty)'],
    ['style.yaml', "'{vague-holders} (have", "'{vague-holders} (have|", 'a part of it is empty'],
    ['style.yaml', 'id: vague-name', 'id: vague-source', 'a rule stands in it twice'],
    ['words/harm.txt', 'murdered', '(murdered', 'line 5: “(murdered”: a bracket is not closed'],
    ['words/harm.txt', 'murdered', '{people}', 'a list cannot name another list'],
    [
      'profiles/neutral.yaml',
      'choices: {}',
      'choices: {}\nwithout: [nothing-like-it]',
      'there is no rule nothing-like-it',
    ],
    ['profiles/neutral.yaml', 'dictionary: en-US', 'dictionary: fr', 'line 3 (dictionary)'],
  ])('%s: %s as %s is refused with its place', async (file, from, to, said) => {
    const message = await saidOf(file, from, to)
    expect(message).toContain(said)
    expect(message).toContain('Mend the file and start Stet again.')
  })

  test('a folder without them says what is missing', async () => {
    const loaded = await loadChecks(folder)
    expect(loaded).toMatchObject({ ok: false, error: { code: 'unreadable-file' } })
  })
})

describe('the house style', () => {
  test('is neutral at first, is kept with the library, and brings its dictionary', async () => {
    const library = await openTestLibrary(folder)
    const first = await library.must('checks.book', {})
    expect(first.profile).toBe('neutral')
    const chosen = await library.must('checks.useProfile', { profile: 'courier-uk' })
    expect(chosen.book.house.dictionary).toBe('en-GB')
    expect(chosen.dictionary?.dic).toContain('\ncolour')
    expect(await library.must('checks.book', {})).toMatchObject({ profile: 'courier-uk' })
    expect(await library.call('checks.useProfile', { profile: 'nobody' })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    })
    await library.core.close()
  })
})
