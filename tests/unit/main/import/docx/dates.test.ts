import { afterEach, describe, expect, test } from 'vitest'
import { readDate, readUtc } from '../../../../../src/main/import/docx/authors.ts'

/** The shapes in which Word and others write dates; a `Z` of Word is not true, an offset is. */

const zone = process.env['TZ']
afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

describe.each([
  ['America/New_York', 4],
  ['Asia/Kolkata', -5.5],
])('in %s', (where, hours) => {
  test.each([
    ['2026-09-14T14:00:00Z', 14 + hours],
    ['2026-09-14T14:00:00', 14 + hours],
    ['2026-09-14T14:00:00.123Z', 14 + hours],
    ['2026-09-14T14:00:00.9999999-07:00', 21],
    ['2026-09-14T14:00:00+05:30', 8.5],
  ])('%s is read', (written, hour) => {
    process.env['TZ'] = where
    expect(readDate(written)).toBe(Date.UTC(2026, 8, 14) + hour * 3_600_000)
  })

  test('a time that is said to be UTC is', () => {
    process.env['TZ'] = where
    expect(readUtc('2026-09-14T14:00:00Z')).toBe(Date.UTC(2026, 8, 14, 14))
    expect(readUtc('2026-09-14T14:00:00')).toBe(Date.UTC(2026, 8, 14, 14))
  })
})

test.each(['', 'yesterday', '2026-13-01T00:00:00Z', '2026-09-14', '2026-09-14T14:00Z'])(
  'what is no time of a day is none: %s',
  (written) => {
    expect([readDate(written), readUtc('14:00')]).toEqual([null, null])
  },
)
