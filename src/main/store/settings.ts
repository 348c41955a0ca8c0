import type { Database } from 'better-sqlite3'

/** Small values of the library itself, as text under a key. */
export function createSettings(db: Database) {
  const get = db.prepare<[string], { value: string }>('SELECT value FROM setting WHERE key = ?')
  const set = db.prepare(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  return {
    get: (key: string): string | null => get.get(key)?.value ?? null,
    set: (key: string, value: string): void => {
      set.run(key, value)
    },
  }
}
