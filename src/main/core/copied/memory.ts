/** The last thing that was read for somebody who looks at it, so that it is not read again when they accept it. */
export type Memory = {
  /** What is kept under a key is of one kind: keys are made for one look. Null where it was forgotten. */
  get(key: string): unknown
  keep(key: string, value: unknown): void
}

export function createMemory(): Memory {
  let kept: { readonly key: string; readonly value: unknown } | null = null
  return {
    get: (key) => (kept?.key === key ? kept.value : null),
    keep: (key, value) => {
      kept = { key, value }
    },
  }
}
