import { describe, expect, test } from 'vitest'
import {
  ALL_SOURCES,
  filterSources,
  sortSources,
  sourceRows,
} from '../../../../../src/renderer/features/sources/source-list.ts'
import type { SourceFilter } from '../../../../../src/renderer/features/sources/source-list.ts'
import type { SourceId } from '../../../../../src/shared/model/ids.ts'
import type { ClaimView } from '../../../../../src/shared/model/review.ts'
import { AT, claimLink, claimRow, sourceRow } from '../../../../support/rows.ts'

/** A claim of that number with these sources, each at this place in it. */
function claimOn(number: number, links: Readonly<Record<string, string>>): ClaimView {
  const derived = {
    words: '',
    orphaned: false,
    stale: false,
    spellingOnly: false,
    cleared: false,
    results: [],
  }
  const sources = Object.entries(links).map(([id, locator]) => ({ ...claimLink(id as SourceId), locator }))
  return { ...claimRow(`c${number}`, { sources }), ...derived, number }
}

const SOURCES = [
  sourceRow('court', { title: 'Charge sheet', origin: 'Osterlee court', locator: 'p. 3', createdAt: AT + 1 }),
  sourceRow('wire', {
    title: 'Coastal Wire',
    kind: 'outlet',
    grade: 'C',
    origin: 'Police  briefing',
    createdAt: AT + 3,
  }),
  sourceRow('chief', {
    title: 'Odda Bramwick',
    kind: 'person',
    grade: 'B',
    origin: 'police briefing',
    createdAt: AT + 2,
  }),
  sourceRow('ghost', { title: 'an investigator', kind: 'person', grade: 'D', onRecord: 'unnamed' }),
]
const CLAIMS = [claimOn(2, { chief: '', wire: 'par. 2' }), claimOn(1, { chief: '' })]
const rows = sourceRows(SOURCES, CLAIMS)
const found = (filter: Partial<SourceFilter>) =>
  filterSources(rows, { ...ALL_SOURCES, ...filter }).map(({ source }) => source.id)

describe('rows of sources', () => {
  test('tell the claims in the order of the text, and who counts once with them', () => {
    expect(
      rows.map(({ claims, peers, countsOnce }) => [
        claims.map(({ number }) => number),
        peers.map(({ id }) => id),
        countsOnce,
      ]),
    ).toEqual([
      [[], [], false],
      [[2], ['chief'], true],
      [[1, 2], ['wire'], true],
      [[], [], false],
    ])
  })

  test('one origin without a claim in common adds nothing, and takes nothing away', () => {
    const [one, other] = sourceRows(SOURCES.slice(1, 3), [claimOn(1, { chief: '' })])
    expect([one?.countsOnce, other?.countsOnce, one?.peers.length]).toEqual([false, false, 1])
  })

  test('without an origin nothing is of one origin', () => {
    expect(sourceRows([sourceRow('a'), sourceRow('b')], []).every(({ peers }) => peers.length === 0)).toBe(
      true,
    )
  })

  test.each<readonly [Partial<SourceFilter>, readonly string[]]>([
    [{}, ['court', 'wire', 'chief', 'ghost']],
    [{ grade: 'C' }, ['wire']],
    [{ kind: 'person' }, ['chief', 'ghost']],
    [{ want: 'unnamed' }, ['ghost']],
    [{ want: 'unattested' }, ['ghost']],
    [{ want: 'unused' }, ['court', 'ghost']],
    [{ want: 'no-locator' }, ['chief']],
    [{ query: 'BRIEFING police' }, ['wire', 'chief']],
    [{ query: 'claim 1' }, ['chief']],
    [{ query: 'briefing', grade: 'A' }, []],
  ])('%j', (filter, ids) => {
    expect(found(filter)).toEqual(ids)
  })

  test.each([
    ['grade', ['court', 'chief', 'wire', 'ghost']],
    ['title', ['ghost', 'court', 'wire', 'chief']],
    ['newest', ['wire', 'chief', 'court', 'ghost']],
    ['use', ['chief', 'wire', 'ghost', 'court']],
  ] as const)('sorted by %s', (order, ids) => {
    expect(sortSources(rows, order).map(({ source }) => source.id)).toEqual(ids)
  })
})
