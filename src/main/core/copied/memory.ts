/** The last thing that was read for somebody who looks at it, so that it is not read again when they accept it. */
export type Memory = {
  get<T>(key: string): T | null
  keep(key: string, value: unknown): void
}

export function createMemory(): Memory {
  let kept: { readonly key: string; readonly value: unknown } | null = null
  return {
    // What is kept under a key is of one kind: keys are made for one look.
    get: <T>(key: string) => (kept?.key === key ? (kept.value as T) : null),
    keep: (key, value) => {
      kept = { key, value }
    },
  }
}
