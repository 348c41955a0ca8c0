import type { Warning } from '../../shared/model/review.ts'

/** What is said of something; of more than one of it, where that is said otherwise than with a number behind it. */
type Words = string | ((count: number) => string)

/** Warnings of one import: the same one is said once, with its count. */
export type Warnings = {
  /** `count`: how many times. */
  add(code: string, words: Words, count?: number): void
  list(): readonly Warning[]
}

function said(words: Words, count: number): string {
  if (typeof words === 'function') return words(count)
  return count === 1 ? words : `${words} (${count} times)`
}

export function createWarnings(): Warnings {
  const counts = new Map<string, { readonly code: string; readonly words: Words; count: number }>()
  return {
    add(code, words, count = 1) {
      if (count === 0) return
      const key = `${code} ${said(words, 1)}`
      const known = counts.get(key)
      if (known) known.count += count
      else counts.set(key, { code, words, count })
    },
    list: () => [...counts.values()].map(({ code, words, count }) => ({ code, message: said(words, count) })),
  }
}
