/** What the checks of attributes are made of. Each throws a RangeError, as ProseMirror's own checks do. */

const MAX_ID = 64

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function assert(condition: boolean, what: string): asserts condition {
  if (!condition) throw new RangeError(`Invalid ${what}`)
}

export function isWhole(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
}

export function checkOnly(value: Record<string, unknown>, keys: readonly string[], what: string): void {
  assert(
    Object.keys(value).every((key) => keys.includes(key)),
    what,
  )
}

export function checkId(value: unknown): void {
  assert(typeof value === 'string' && value.length > 0 && value.length <= MAX_ID, 'id')
}

export function checkFlag(value: unknown): void {
  assert(typeof value === 'boolean', 'yes or no')
}
