/**
 * The next value with every part that is equal to one of the value before taken from there, so that whoever compares
 * by identity (React, above all) finds only what is new. For plain data: records, lists, maps. The entries of a list
 * are paired by their `id` where they have one, else by their place.
 */
export function keepSame<T>(before: unknown, next: T): T {
  // The casts hold because a part is taken from before only when it is equal to the one it stands for.
  if (Object.is(before, next)) return next
  if (!isObject(before) || !isObject(next)) return next
  if (Array.isArray(before) && Array.isArray(next)) return keepList(before, next) as T
  if (before instanceof Map && next instanceof Map) return keepMap(before, next) as T
  if (Object.getPrototypeOf(before) !== Object.getPrototypeOf(next)) return next
  return keepRecord(before as Record<string, unknown>, next as Record<string, unknown>) as T
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

// Reviews hold thousands of records, of which next to none is new: nothing is made for those that are not.

function keepList(before: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const moved = next.length !== before.length || next.some((entry, at) => idOf(entry) !== idOf(before[at]))
  const byId = moved ? new Map(before.map((entry) => [idOf(entry), entry])) : null
  let kept: unknown[] | null = moved ? [] : null
  for (const [at, entry] of next.entries()) {
    const id = idOf(entry)
    const part = keepSame(id === undefined || !byId ? before[at] : byId.get(id), entry)
    if (!kept && !Object.is(part, before[at])) kept = before.slice(0, at)
    kept?.push(part)
  }
  return kept ?? before
}

function idOf(entry: unknown): unknown {
  return isObject(entry) && 'id' in entry ? entry.id : undefined
}

function keepMap(
  before: ReadonlyMap<unknown, unknown>,
  next: ReadonlyMap<unknown, unknown>,
): ReadonlyMap<unknown, unknown> {
  const kept = new Map([...next].map(([key, value]) => [key, keepSame(before.get(key), value)]))
  const same = kept.size === before.size && [...kept].every(([key, value]) => isHeld(before, key, value))
  return same ? before : kept
}

function isHeld(map: ReadonlyMap<unknown, unknown>, key: unknown, value: unknown): boolean {
  return map.has(key) && Object.is(map.get(key), value)
}

function keepRecord(before: Record<string, unknown>, next: Record<string, unknown>): Record<string, unknown> {
  const keys = Object.keys(next)
  const isHeldToo = (key: string) =>
    Object.hasOwn(before, key) && Object.is(keepSame(before[key], next[key]), before[key])
  if (keys.length === Object.keys(before).length && keys.every(isHeldToo)) return before
  // By entries: a key of any name is one of the record's own.
  return Object.fromEntries(keys.map((key) => [key, keepSame(own(before, key), next[key])]))
}

function own(record: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
