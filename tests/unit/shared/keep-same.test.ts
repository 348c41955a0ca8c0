import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepSame } from '../../../src/shared/keep-same.ts'

test('what is equal is the value before, however deep', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(keepSame(structuredClone(value), value)).toStrictEqual(value)
      const before = structuredClone(value)
      if (!JSON.stringify(value).includes('-0')) expect(keepSame(before, value)).toBe(before)
    }),
  )
})

test('the result is always equal to the next value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, next) => {
      expect(keepSame(before, next)).toStrictEqual(next)
    }),
  )
})

const records = fc.uniqueArray(
  fc.record({ id: fc.nat(9), words: fc.string({ maxLength: 2 }) }, { noNullPrototype: true }),
  {
    selector: ({ id }) => id,
  },
)

test('entries with an id are found wherever they moved, and lists in maps are kept', () => {
  fc.assert(
    fc.property(records, records, (before, next) => {
      const kept = keepSame(before, next)
      expect(kept).toStrictEqual(next)
      for (const entry of kept) {
        const known = before.find(({ id }) => id === entry.id)
        if (known?.words === entry.words) expect(entry).toBe(known)
      }
      const map = new Map([['all', before]])
      expect(keepSame(map, new Map([['all', structuredClone(before)]]))).toBe(map)
      expect(keepSame(map, new Map([['all', next]]))).toStrictEqual(new Map([['all', next]]))
    }),
  )
})
