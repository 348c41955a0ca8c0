import { compareWords, settle } from '../document/merge/merge-refs.ts'
import type { ThreeWay } from '../document/merge/merge-refs.ts'
import { canonicalJson } from '../rules/canonical-json.ts'

/** Merging of values, sets and lists of rows. Nothing here depends on which side is called the first. */

export type { ThreeWay }

export function sameJson(one: unknown, other: unknown): boolean {
  return one === other || canonicalJson(one) === canonicalJson(other)
}

/** Orders any two values in the same way everywhere. */
export function compareJson(one: unknown, other: unknown): number {
  return compareWords(canonicalJson(one), canonicalJson(other))
}

export function firstOf<T>(one: T, other: T): T {
  return compareJson(one, other) <= 0 ? one : other
}

/** Of two tellings of one thing, the one that says more: the other may have been made for other eyes. */
export function fullerOf<T>(one: T, other: T): T {
  const [left, right] = [canonicalJson(one), canonicalJson(other)]
  if (left.length !== right.length) return left.length > right.length ? one : other
  return firstOf(one, other)
}

/** What one side changed, or both alike; `undefined` where each made something else of it. */
export function settleJson<T>(three: ThreeWay<T>): { readonly value: T } | undefined {
  const keyed = {
    base: { value: three.base },
    one: { value: three.one },
    other: { value: three.other },
  }
  return settle(keyed, (left, right) => sameJson(left.value, right.value))
}

/** Words of which each is there or not. What either put in is in, what either took out is out. */
export function mergeSet<T>({ base, one, other }: ThreeWay<readonly T[]>): readonly T[] {
  const keysOf = (list: readonly T[]) => new Set(list.map(canonicalJson))
  const [was, left, right] = [keysOf(base), keysOf(one), keysOf(other)]
  const stays = (key: string) => (was.has(key) ? left.has(key) && right.has(key) : true)
  const all = new Map([...one, ...other].map((item) => [canonicalJson(item), item]))
  const merged = [...all].filter(([key]) => stays(key))
  // In the order that people gave it, where that is known.
  const isAllOf = (list: readonly T[]) =>
    list.length === merged.length && merged.every(([key]) => keysOf(list).has(key))
  const [known] = [one, other].filter(isAllOf).toSorted(compareJson)
  return known ?? merged.toSorted(([a], [b]) => compareWords(a, b)).map(([, item]) => item)
}

/** The rows of one key in the base and on both sides; null where there is none. */
type Found<Row> = { readonly key: string; readonly rows: ThreeWay<Row | null> }

/** Rows by their keys, sorted. */
export function rowsByKey<Row>(
  three: ThreeWay<readonly Row[]>,
  keyOf: (row: Row) => string,
): readonly Found<Row>[] {
  const read = (rows: readonly Row[]) => new Map(rows.map((row) => [keyOf(row), row]))
  const [base, one, other] = [read(three.base), read(three.one), read(three.other)]
  const keys = [...new Set([...base.keys(), ...one.keys(), ...other.keys()])].toSorted(compareWords)
  const find = (rows: ReadonlyMap<string, Row>, key: string) => rows.get(key) ?? null
  return keys.map((key) => ({
    key,
    rows: { base: find(base, key), one: find(one, key), other: find(other, key) },
  }))
}

/** Rows that are only ever added and never changed: all that anybody has. */
export function unionRows<Row>(three: ThreeWay<readonly Row[]>, keyOf: (row: Row) => string): readonly Row[] {
  return rowsByKey(three, keyOf).flatMap(({ rows: { base, one, other } }) => {
    const told = [base, one, other].filter((row) => row !== null)
    const [first, ...others] = told
    return first === undefined ? [] : [others.reduce(fullerOf, first)]
  })
}
