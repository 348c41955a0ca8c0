import type { Args } from '../../../src/shared/contract.ts'
import { sortKey } from '../../../src/shared/model/desk-list.ts'

/** What is asked of the list: each of these is one look at the desk. */
export type Look = { readonly name: string; readonly args: Args<'articles.list'> }

const WINDOW = 150

const sorts: readonly Look[] = sortKey.options.flatMap((key) => {
  const of = (descending: boolean): Look => ({
    name: `sorted by ${key}${descending ? ', descending' : ''}`,
    args: { sort: { key, descending }, count: WINDOW },
  })
  return [of(false), of(true)]
})

const facets: readonly Look[] = [
  { name: 'held by me', args: { facet: { kind: 'held-by-me' }, count: WINDOW } },
  { name: 'mine to sign', args: { facet: { kind: 'mine-to-sign' }, count: WINDOW } },
  { name: 'blocked, due today', args: { facet: { kind: 'blocked-today' }, count: WINDOW } },
  { name: 'one status', args: { facet: { kind: 'status', status: 'filed' }, count: WINDOW } },
  { name: 'one desk', args: { facet: { kind: 'desk', desk: 'Sport' }, count: WINDOW } },
]

const searches: readonly Look[] = [
  ['one letter', 'f'],
  ['two letters', 'fe'],
  ['one word', 'ferry'],
  ['two words', 'ferry wells'],
  ['words of one text', 'folio4711'],
  ['a phrase', 'harrow gap railway bridge closed'],
  ['letters in the middle of a word', 'erry'],
  ['no hit', 'zzqx'],
].map(([name, query]) => ({ name: `search: ${name}`, args: { query: query ?? '', count: WINDOW } }))

const elsewhere: readonly Look[] = [
  { name: 'the last rows', args: { at: { kind: 'from', from: 9850 }, count: WINDOW } },
  {
    name: 'two letters, by holder, the last rows',
    args: {
      query: 'fe',
      sort: { key: 'holder', descending: true },
      at: { kind: 'from', from: 9700 },
      count: WINDOW,
    },
  },
]

export const looks: readonly Look[] = [...sorts, ...facets, ...searches, ...elsewhere]
