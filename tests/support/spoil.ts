import * as fc from 'fast-check'

/** Puts something else at a random place of JSON. */
export function spoil(json: unknown, path: readonly number[], value: unknown): unknown {
  const [first, ...rest] = path
  if (first === undefined || typeof json !== 'object' || json === null) return value
  const keys = Object.keys(json)
  const key = keys[first % Math.max(1, keys.length)]
  if (key === undefined) return value
  const child = spoil((json as Record<string, unknown>)[key], rest, value)
  return Array.isArray(json)
    ? json.map((one: unknown, index) => (String(index) === key ? child : one))
    : { ...json, [key]: child }
}

const garbage = fc.oneof(fc.anything(), fc.integer({ min: -2, max: 40 }))

/** Where to spoil, and by what. */
export const spoilt = fc.array(fc.tuple(fc.array(fc.nat(12), { maxLength: 9 }), garbage), {
  minLength: 1,
  maxLength: 2,
})
