import type { ConflictTable } from '../model/conflict.ts'
import type { ConflictRows, MergeContext } from './conflict-rows.ts'
import { compareJson, firstOf, mergeSet, sameJson, settleJson } from './three-way.ts'
import type { ThreeWay } from './three-way.ts'

/**
 * How one field of a row is merged.
 * - `kept`: it was said when the row was made, and never changes; for some eyes it may be told otherwise.
 * - `latest`: the greater of the two.
 * - `derived`: read from the text at every save; of two either will do.
 * - `set`: a list of words, each of which is there or not.
 * - `apart`: merged by whoever merges the row.
 * - `value`: by itself, or with the other fields of its unit as one value. Changed differently by both, it stays as it
 *   was, and a conflict holds both sides.
 */
export type FieldRule =
  | { readonly kind: 'kept' | 'latest' | 'derived' | 'set' | 'apart' }
  | { readonly kind: 'value'; readonly unit: string }

type Fields = Readonly<Record<string, unknown>>

/** The fields that are one value. */
export type Unit = {
  /** For the list of conflicts, after the name of the row: "status". */
  readonly words: string
  /** What the value says, beside who said it and when: where that agrees, who said it first stands. */
  readonly says?: (value: Fields) => unknown
}

export type RowRules<Row> = {
  readonly fields: Readonly<Record<keyof Row & string, FieldRule>>
  readonly units: Readonly<Record<string, Unit>>
}

export const KEPT = { kind: 'kept' } as const
export const LATEST = { kind: 'latest' } as const
export const DERIVED = { kind: 'derived' } as const
export const SET = { kind: 'set' } as const
export const APART = { kind: 'apart' } as const
export const valueOf = (unit: string): FieldRule => ({ kind: 'value', unit })

/** The row as people and the conflict rows call it. */
export type RowName = {
  readonly table: ConflictTable
  readonly id: string
  readonly words: string
  /** Put before the name of a unit: "details.". */
  readonly prefix?: string
  /** When each side last changed the row, where the row tells. */
  readonly at?: { readonly one: number; readonly other: number }
}

export type RowMerging = { readonly context: MergeContext; readonly conflicts: ConflictRows }

/** The names of the fields of each unit. */
function unitsOf(rules: Readonly<Record<string, FieldRule>>): ReadonlyMap<string, readonly string[]> {
  const units = new Map<string, string[]>()
  for (const [name, rule] of Object.entries(rules)) {
    if (rule.kind !== 'value') continue
    const known = units.get(rule.unit)
    if (known) known.push(name)
    else units.set(rule.unit, [name])
  }
  return units
}

/** A unit of one field is its value, one of several an object of them. */
export function readUnit(row: Fields, names: readonly string[]): unknown {
  const [only] = names
  if (names.length === 1 && only !== undefined) return row[only]
  return Object.fromEntries(names.map((name) => [name, row[name]]))
}

/** The fields that a value of the unit gives. */
export function writeUnit(value: unknown, names: readonly string[]): Fields {
  const [only] = names
  return names.length === 1 && only !== undefined ? { [only]: value } : (value as Fields)
}

/** The fields of a unit by its name; null where there is no such unit. */
export function fieldsOfUnit(
  rules: Readonly<Record<string, FieldRule>>,
  unit: string,
): readonly string[] | null {
  return unitsOf(rules).get(unit) ?? null
}

function mergeUnit(
  three: ThreeWay<unknown>,
  hasBase: boolean,
  unit: Unit,
): { readonly value: unknown; readonly isConflict: boolean } {
  const { base, one, other } = three
  if (sameJson(one, other)) return { value: one, isConflict: false }
  const settled = hasBase ? settleJson(three) : undefined
  if (settled) return { value: settled.value, isConflict: false }
  const said = (value: unknown) => unit.says?.(value as Fields)
  if (unit.says && sameJson(said(one), said(other)))
    return { value: earlierOf(one, other), isConflict: false }
  return { value: hasBase ? base : firstOf(one, other), isConflict: true }
}

/** By the times that stand in them. */
function earlierOf(one: unknown, other: unknown): unknown {
  const times = (value: unknown) =>
    Object.values(value as Fields).filter((member) => typeof member === 'number')
  return [one, other].toSorted((a, b) => compareTimes(times(a), times(b)) || compareJson(a, b))[0]
}

function compareTimes(one: readonly number[], other: readonly number[]): number {
  return Math.min(...one) - Math.min(...other) || 0
}

function mergeField(rule: FieldRule, { base, one, other }: ThreeWay<unknown>, hasBase: boolean): unknown {
  if (sameJson(one, other)) return one
  switch (rule.kind) {
    case 'latest':
      return Math.max(one as number, other as number)
    case 'set':
      return mergeSet({
        base: (base ?? []) as readonly unknown[],
        one: one as readonly unknown[],
        other: other as readonly unknown[],
      })
    default: {
      const settled = hasBase ? settleJson({ base, one, other }) : undefined
      return settled ? settled.value : firstOf(one, other)
    }
  }
}

/** One row out of what both sides made of it; of a row without a base both brought the same. */
export function mergeRow<Row extends object>(
  rules: RowRules<Row>,
  rows: { readonly base: Row | null; readonly one: Row; readonly other: Row },
  name: RowName,
  { context, conflicts }: RowMerging,
): Row {
  const [one, other] = [rows.one as Fields, rows.other as Fields]
  const hasBase = rows.base !== null
  const base = (rows.base ?? {}) as Fields
  const fields: Readonly<Record<string, FieldRule>> = rules.fields
  const merged: Record<string, unknown> = {}
  for (const [field, rule] of Object.entries(fields)) {
    if (rule.kind === 'value') continue
    merged[field] = mergeField(rule, { base: base[field], one: one[field], other: other[field] }, hasBase)
  }
  for (const [field, names] of unitsOf(fields)) {
    const unit = rules.units[field] ?? { words: field }
    const three = { base: readUnit(base, names), one: readUnit(one, names), other: readUnit(other, names) }
    const { value, isConflict } = mergeUnit(three, hasBase, unit)
    Object.assign(merged, writeUnit(value, names))
    if (!isConflict) continue
    const side = (at: 'one' | 'other') => ({
      value: three[at],
      origin: context[at].origin,
      at: name.at?.[at] ?? context[at].at,
    })
    conflicts.field({
      what: { table: name.table, id: name.id, field: (name.prefix ?? '') + field },
      words: `${name.words}: ${unit.words}`,
      base: hasBase ? three.base : null,
      one: side('one'),
      other: side('other'),
    })
  }
  return merged as Row
}
