import { afterEach, expect, test, vi } from 'vitest'
import type { Node } from 'prosemirror-model'
import { parse } from 'yaml'
import { checkArticle } from '../../../src/renderer/checks/check-article.ts'
import type { Checking } from '../../../src/renderer/checks/check-article.ts'
import { startThread } from '../../../src/renderer/checks/checker.ts'
import type { Thread } from '../../../src/renderer/checks/checker.ts'
import { rangeOf, useChecks } from '../../../src/renderer/checks/checks.ts'
import type { PlacedProposal } from '../../../src/renderer/checks/checks.ts'
import type { ChecksInUse } from '../../../src/shared/contract.ts'
import { deleted, document, p } from '../../support/document.ts'
import aff from '../../../node_modules/dictionary-en-gb/index.aff?raw'
import dic from '../../../node_modules/dictionary-en-gb/index.dic?raw'
import finder from '../../../resources/checks/finder.yaml?raw'
import style from '../../../resources/checks/style.yaml?raw'
import courier from '../../../resources/checks/profiles/courier-uk.yaml?raw'

/** The worker itself, in Chromium, with the rules and the dictionary that are delivered. */

const words = import.meta.glob<string>('../../../resources/checks/words/*.txt', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const lists = Object.fromEntries(
  Object.entries(words).map(([path, text]) => [
    path.replace(/^.*\/|\.txt$/g, ''),
    text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#')),
  ]),
)
const house = {
  without: [],
  with: [],
  ...(parse(courier) as object),
} as unknown as ChecksInUse['book']['house']
const IN_USE: ChecksInUse = {
  profile: 'courier-uk',
  profiles: [{ id: 'courier-uk', title: 'Courier', paper: 'a4' }],
  book: {
    lists,
    finder: (parse(finder) as { rules: ChecksInUse['book']['finder'] }).rules,
    style: (parse(style) as { rules: ChecksInUse['book']['style'] }).rules,
    house,
  },
  dictionary: { aff, dic },
}

let checking: Checking | null = null
afterEach(() => {
  checking?.close()
  checking = null
})

function check(doc: Node, start: () => Thread = startThread) {
  let now = doc
  const dismissed = new Set<string>()
  checking = checkArticle({
    loadBook: () => Promise.resolve({ ok: true, value: IN_USE }),
    chooseProfile: () => Promise.resolve({ ok: true, value: IN_USE }),
    doc: () => now,
    dismissedKeys: () => dismissed,
    start,
  })
  return {
    dismissed,
    edit: (next: Node) => {
      now = next
      checking?.follow()
    },
    text: (proposal: PlacedProposal) => {
      const range = rangeOf(proposal)
      return range === null ? null : now.textBetween(range.from, range.to)
    },
  }
}

async function ready(): Promise<readonly PlacedProposal[]> {
  await vi.waitFor(() => expect(useChecks.getState().state).toBe('ready'), { timeout: 15_000 })
  return useChecks.getState().proposals
}

const STORY = document(
  p({ style: 'headline' }, 'Harbour guard breaks gang'),
  'Ines Calloway will undoubtedly win the the vote on Monday, expets say.',
  'The gang was broken.',
)

test('finds claims and notes with the dictionary, and places them in the document', async () => {
  const { text } = check(STORY)
  const found = await ready()
  const rules = found.map(({ rule }) => rule)
  expect(rules).toContain('sure-forecast')
  expect(rules).toContain('double-word')
  const misspelt = found.find(({ rule }) => rule === 'spelling')
  expect(misspelt).toMatchObject({ words: 'expets', label: '1.1' })
  expect(found.map(text)).toEqual(found.map(({ words }) => words))
})

test('what is typed moves places at once, and is checked anew', async () => {
  const { edit, text } = check(STORY)
  const [before] = (await ready()).filter(({ rule }) => rule === 'spelling')
  if (!before) throw new Error('nothing to follow')
  edit(
    document(
      p({ style: 'headline' }, 'Harbour guard breaks gang'),
      'So Ines Calloway will undoubtedly win the the vote on Monday, expets say.',
      'The gang was broken.',
    ),
  )
  expect(text(before)).toBe('expets')
  edit(
    document(
      p({ style: 'headline' }, 'Harbour guard breaks gang'),
      'So Ines Calloway will win the vote.',
      'The gang was broken.',
    ),
  )
  expect(text(before)).toBeNull()
  const after = await ready()
  expect(after.map(({ rule }) => rule)).not.toContain('spelling')
})

test('what was put aside is listed by itself, and deleted words are not there', async () => {
  const { dismissed } = check(
    document(p({ style: 'headline' }, 'Calm'), p('It was a ', deleted('notorious ', 'A'), 'thug.')),
  )
  const [loaded] = (await ready()).filter(({ rule }) => rule === 'loaded')
  expect(loaded?.words).toBe('thug')
  dismissed.add(loaded?.key ?? '')
  checking?.refresh()
  expect(useChecks.getState().proposals.map(({ rule }) => rule)).not.toContain('loaded')
  expect(useChecks.getState().dismissed.map(({ words }) => words)).toEqual(['thug'])
})

test('a worker that dies is started once more; the second death is told', async () => {
  const deaths: (() => void)[] = []
  const start = (): Thread => {
    const thread = startThread()
    return { ...thread, onDeath: (listener) => void deaths.push(listener) }
  }
  check(STORY, start)
  await ready()
  deaths[0]?.()
  expect(useChecks.getState().state).toBe('checking')
  expect((await ready()).map(({ rule }) => rule)).toContain('spelling')
  deaths[1]?.()
  expect(useChecks.getState()).toMatchObject({ state: 'failed' })
  expect(useChecks.getState().failure).toContain('Nothing that you wrote')
  expect(useChecks.getState().proposals.length).toBeGreaterThan(0)
})
