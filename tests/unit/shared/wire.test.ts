import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromWire, toWire } from '../../../src/shared/wire.ts'

const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const decode = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))

test('every value with bytes anywhere in it arrives as it was sent', () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.uint8Array(),
      fc.array(tie('any')),
      fc.dictionary(
        fc.string().filter((key) => key !== '$bytes' && key !== '__proto__'),
        tie('any'),
        { noNullPrototype: true },
      ),
    ),
  })).any
  fc.assert(
    fc.property(value, (sent) => {
      expect(fromWire(toWire(sent, encode), decode)).toEqual(sent)
    }),
  )
})

test('a Buffer of Node travels as bytes', () => {
  expect(fromWire(toWire({ bytes: Buffer.from([1, 2]) }, encode), decode)).toEqual({
    bytes: new Uint8Array([1, 2]),
  })
})

test('text that speaks of $bytes stays text', () => {
  const sent = { text: '{"$bytes":"AAAA"}', more: { $bytes: 'AAAA', and: 1 } }
  expect(fromWire(toWire(sent, encode), decode)).toEqual(sent)
})

test('what is not JSON throws', () => {
  expect(() => fromWire('{', decode)).toThrow(SyntaxError)
})
