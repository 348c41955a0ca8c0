import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Args } from '../../../../src/shared/contract.ts'
import type { ArticleId } from '../../../../src/shared/model/ids.ts'
import { sortKey } from '../../../../src/shared/model/desk-list.ts'
import { openStore } from '../../../../src/main/store/open-store.ts'
import { fillDesk } from '../../../support/big-desk.ts'
import { openTestLibrary, temporaryFolder } from '../../../support/library.ts'
import type { TestLibrary } from '../../../support/library.ts'

/** Ten thousand articles on the desk: what is asked for is sent, and no more. */

const COUNT = 10_000
/** Far over what it takes (docs/bench-desk.md), for machines that have other work. */
const MOST_MS = 1500

const folder = temporaryFolder()
let library: TestLibrary

beforeAll(async () => {
  const begun = await openTestLibrary(folder.path)
  const { people } = await begun.must('session.get', {})
  await begun.core.close()
  const store = openStore(join(folder.path, 'library.stet-db'))
  if (!store.ok) throw new Error(store.error.message)
  const now = Date.UTC(2026, 10, 20, 9)
  fillDesk(store.value, { count: COUNT, now, holders: people.map(({ id }) => id), texts: 'none' })
  store.value.close()
  library = await openTestLibrary(folder.path)
}, 120_000)

afterAll(async () => {
  await library.core.close()
  folder.remove()
})

const ask = (args: Args<'articles.list'>) => library.must('articles.list', args)

test.each(
  sortKey.options.flatMap((key) => [
    { key, descending: false },
    { key, descending: true },
  ]),
)('sorted by $key (descending: $descending) a window holds its rows and no more', async (sort) => {
  const begin = performance.now()
  const told = await ask({ sort, count: 100, at: { kind: 'from', from: 4000 } })
  expect(performance.now() - begin).toBeLessThan(MOST_MS)
  expect([told.rows.length, told.from, told.total]).toEqual([100, 4000, COUNT])
  expect(JSON.stringify(told).length).toBeLessThan(100_000)
})

test('windows follow one another without a gap or a row that comes twice', async () => {
  const ids = new Set<string>()
  for (let from = 0; from < COUNT; from += 500) {
    // oxlint-disable-next-line no-await-in-loop -- one after another, as a reader scrolls
    const { rows } = await ask({ at: { kind: 'from', from }, count: 500 })
    for (const { id } of rows) ids.add(id)
  }
  expect(ids.size).toBe(COUNT)
})

test('counts of groups and filters add up to all of it', async () => {
  const { groups, facets, total } = await ask({})
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
  expect(sum(groups.map(({ count }) => count))).toBe(total)
  expect(sum(Object.values(facets.statuses))).toBe(COUNT)
  expect(sum(facets.desks.map(({ count }) => count))).toBe(COUNT)
  const filtered = await ask({ facet: { kind: 'desk', desk: 'Sport' } })
  expect(filtered.total).toBe(facets.desks.find(({ desk }) => desk === 'Sport')?.count)
})

test('rows around an article hold it, wherever it stands; around one that is not there, the first', async () => {
  const { rows } = await ask({ at: { kind: 'from', from: 7777 }, count: 1 })
  const articleId = rows[0]?.id as ArticleId
  const around = await ask({ at: { kind: 'around', articleId }, count: 50 })
  expect(around.rows[7777 - around.from]?.id).toBe(articleId)
  const gone = await ask({ at: { kind: 'around', articleId: 'gone' }, count: 50 })
  expect([gone.from, gone.rows.length]).toEqual([0, 50])
})

test('a search goes through ten thousand in bounded time', async () => {
  for (const query of ['fe', 'ferry', 'ferry wells', 'quarry road houses', 'zzqx']) {
    const begin = performance.now()
    // oxlint-disable-next-line no-await-in-loop -- one after another, each timed alone
    const told = await ask({ query })
    expect(performance.now() - begin).toBeLessThan(MOST_MS)
    expect(told.rows.length).toBe(Math.min(100, told.total))
    expect(told.facets.all).toBe(COUNT)
  }
})

test('asking for too much is refused', async () => {
  expect(await library.call('articles.list', { count: 501 })).toMatchObject({ ok: false })
})
