import fc from 'fast-check'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { STATUSES } from '../../../../src/shared/model/article.ts'
import type { ArticleRow } from '../../../../src/shared/model/article.ts'
import { DUE_GROUPS, sortKey } from '../../../../src/shared/model/desk-list.ts'
import type { Facet } from '../../../../src/shared/model/desk-list.ts'
import type { ArticleId, PersonId } from '../../../../src/shared/model/ids.ts'
import { calendarOf, groupOf } from '../../../../src/shared/rules/running-order.ts'
import type { DeskLook } from '../../../../src/main/store/desk-list.ts'
import { openStore } from '../../../../src/main/store/open-store.ts'
import type { Store } from '../../../../src/main/store/open-store.ts'
import { articleRow } from '../../../support/articles.ts'
import { inFacet, isFound, ordered } from '../../../support/desk-model.ts'
import { temporaryFolder } from '../../../support/library.ts'
import { personRow } from '../../../support/rows.ts'

/** Friday 20 November 2026, 12:00, in the zone of the test. */
const NOW = new Date(2026, 10, 20, 12).getTime()
const HOUR = 3_600_000
const NAMES = { ines: 'Ines Calloway', mara: 'mara Oyelle', dov: 'Éva Lassiter' }
const HOLDERS = ['ines', 'mara', 'dov'] as const
const DESKS = ['', 'Regional', 'Politics', 'Sport']
const WORDS = ['ferry', 'Fähre', 'night-train', 'ledger', 'crews', 'unpaid', 'Sundays', 'été']

const words = fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }).map((some) => some.join(' '))
const small = fc.integer({ min: 0, max: 3 })

type Told = { readonly row: ArticleRow; readonly text: string }

const articles = fc
  .array(
    fc.record({
      headline: words,
      slug: fc.constantFrom('', 'ferry-26', 'train-26'),
      text: words,
      desk: fc.constantFrom(...DESKS),
      status: fc.constantFrom(...STATUSES),
      due: fc.option(fc.integer({ min: -60, max: 120 }).map((hours) => NOW + hours * HOUR)),
      holderId: fc.option(fc.constantFrom(...HOLDERS)),
      updatedAt: fc.integer({ min: 0, max: 5 }).map((ago) => NOW - ago * HOUR),
      openChanges: small,
      openMusts: small,
      openClaims: small,
      blockers: small,
    }),
    { maxLength: 30 },
  )
  .map((some) =>
    some.map(({ text, ...fields }, at): Told => {
      const locked = fields.status === 'approved' || fields.status === 'filed'
      const holderId = fields.holderId as PersonId | null
      return { text, row: articleRow({ name: `article-${at}`, ...fields, holderId, locked }) }
    }),
  )

const facets: fc.Arbitrary<Facet> = fc.oneof(
  fc.constantFrom(
    { kind: 'all' as const },
    { kind: 'held-by-me' as const },
    { kind: 'mine-to-sign' as const },
    { kind: 'blocked-today' as const },
  ),
  fc.constantFrom(...STATUSES).map((status) => ({ kind: 'status' as const, status })),
  fc.constantFrom(...DESKS).map((desk) => ({ kind: 'desk' as const, desk })),
)

const looks: fc.Arbitrary<DeskLook> = fc.record({
  facet: facets,
  sort: fc.record({ key: fc.constantFrom(...sortKey.options), descending: fc.boolean() }),
  query: fc.oneof(fc.constantFrom('', ' ', '"', 'rry', 'été', 'ETE fah', 'night tr', '-26', 'zz'), words),
  calendar: fc.constant(calendarOf(NOW)),
  reader: fc.record({
    me: fc.constantFrom(...HOLDERS) as unknown as fc.Arbitrary<PersonId>,
    steps: fc.constantFrom([], ['fact-check' as const], ['read-back' as const, 'ready' as const]),
    desks: fc.constantFrom('all' as const, [], ['Sport', 'Politics']),
  }),
})

function fill(store: Store, told: readonly Told[]): void {
  for (const [at, id] of HOLDERS.entries()) {
    store.people.save(personRow({ id: id as PersonId, name: NAMES[id], hue: at + 1 }))
  }
  for (const { row, text } of told) {
    store.articles.insert(row)
    store.articles.saveDerived(row.id, row)
    store.search.index(row.id, text)
  }
}

function withLibrary(told: readonly Told[], run: (store: Store) => void): void {
  const folder = temporaryFolder()
  const store = openStore(join(folder.path, 'library.stet-db'))
  if (!store.ok) throw new Error(store.error.message)
  fill(store.value, told)
  run(store.value)
  store.value.close()
  folder.remove()
}

function expectAsModel(store: Store, told: readonly Told[], look: DeskLook): void {
  const { calendar } = look
  const matching = told.filter(({ row, text }) => inFacet(row, look) && isFound(row, text, look.query))
  const rows = ordered(
    matching.map(({ row }) => row),
    look,
    (id) => NAMES[id as keyof typeof NAMES],
  )
  const ids = rows.map(({ id }) => id)
  expect(store.deskList.window(look, 0, 100)).toEqual(ids)
  expect(store.deskList.window(look, 3, 4)).toEqual(ids.slice(3, 7))
  const groups = DUE_GROUPS.map((group) => ({
    group,
    count: rows.filter((row) => groupOf(row, calendar) === group).length,
  }))
  expect(store.deskList.groups(look)).toEqual(groups.filter(({ count }) => count > 0))
}

function expectCounts(store: Store, told: readonly Told[], look: DeskLook): void {
  const counts = store.deskList.facets(look)
  const count = (facet: Facet) => told.filter(({ row }) => inFacet(row, { ...look, facet })).length
  expect(counts.all).toBe(told.length)
  expect(counts.heldByMe).toBe(count({ kind: 'held-by-me' }))
  expect(counts.mineToSign).toBe(count({ kind: 'mine-to-sign' }))
  expect(counts.blockedToday).toBe(count({ kind: 'blocked-today' }))
  for (const status of STATUSES) {
    expect(counts.statuses[status] ?? 0).toBe(count({ kind: 'status', status }))
  }
  const desks = ['Politics', 'Regional', 'Sport'].map((desk) => ({
    desk,
    count: count({ kind: 'desk', desk }),
  }))
  expect(counts.desks).toEqual(desks.filter((one) => one.count > 0))
}

test('the database answers as plain code over all rows would, however the list is looked at', () => {
  fc.assert(
    fc.property(articles, fc.array(looks, { minLength: 8, maxLength: 8 }), (told, asked) => {
      withLibrary(told, (store) => {
        for (const look of asked) {
          expectAsModel(store, told, look)
          expectCounts(store, told, look)
        }
      })
    }),
    { numRuns: 40 },
  )
}, 60_000)

test('a headline that changes is found by its new words at once, before its text is read again', () => {
  const row = articleRow({ name: 'ferry' })
  const look: DeskLook = {
    facet: { kind: 'all' },
    sort: { key: 'article', descending: false },
    query: 'lighthouse',
    calendar: calendarOf(NOW),
    reader: { me: 'ines' as PersonId, steps: [], desks: 'all' },
  }
  withLibrary([{ row, text: '' }], (store) => {
    expect(store.deskList.window(look, 0, 9)).toEqual([])
    expect(store.deskList.groups(look)).toEqual([])
    expect(store.deskList.facets(look).heldByMe).toBe(0)
    const stored = store.articles.get(row.id)
    if (stored === null) throw new Error('no article')
    store.articles.update({ ...stored, headline: 'The last Lighthouse', holderId: look.reader.me })
    expect(store.deskList.window(look, 0, 9)).toEqual(['ferry' as ArticleId])
    expect(store.deskList.groups(look)).toEqual([{ group: 'undated', count: 1 }])
    expect(store.deskList.facets(look).heldByMe).toBe(1)
  })
})
