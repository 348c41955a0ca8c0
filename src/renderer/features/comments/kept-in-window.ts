import type { Draft } from './draft.ts'

/** Drafts outlive a reload of the window, and end with it: they are nobody's record yet. */
const NAME = 'stet.comment-drafts'

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false
  const { text, level, assigneeId, audience } = value as Record<string, unknown>
  return (
    typeof text === 'string' &&
    (level === 'must' || level === 'should' || level === 'fyi') &&
    (assigneeId === null || typeof assigneeId === 'string') &&
    (audience === 'desk' || audience === 'legal')
  )
}

/** Whatever a window left there is looked at as something from outside: what is not a draft is passed over. */
export function draftsIn(kept: string | null): Readonly<Record<string, Draft>> {
  try {
    const value: unknown = JSON.parse(kept ?? '{}')
    if (typeof value !== 'object' || value === null) return {}
    return Object.fromEntries(
      Object.entries(value).filter((entry): entry is [string, Draft] => isDraft(entry[1])),
    )
  } catch {
    return {}
  }
}

export function keptInWindow(): Readonly<Record<string, Draft>> {
  try {
    return draftsIn(sessionStorage.getItem(NAME))
  } catch {
    // No storage in this window: drafts are kept in memory alone.
    return {}
  }
}

export function keepInWindow(drafts: Readonly<Record<string, Draft>>): void {
  try {
    sessionStorage.setItem(NAME, JSON.stringify(drafts))
  } catch {
    // Full, or none: drafts are kept in memory alone.
  }
}
