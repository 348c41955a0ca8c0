import type { Warning } from '../../shared/model/review.ts'

/** Warnings of one import: the same one is said once, with its count. */
export type Warnings = {
  /** `count`: how many times. */
  add(code: string, message: string, count?: number): void
  list(): readonly Warning[]
}

export function createWarnings(): Warnings {
  const counts = new Map<string, { readonly warning: Warning; count: number }>()
  return {
    add(code, message, count = 1) {
      if (count === 0) return
      const key = `${code} ${message}`
      const known = counts.get(key)
      if (known) known.count += count
      else counts.set(key, { warning: { code, message }, count })
    },
    list: () =>
      [...counts.values()].map(({ warning, count }) =>
        count === 1 ? warning : { ...warning, message: `${warning.message} (${count} times)` },
      ),
  }
}
