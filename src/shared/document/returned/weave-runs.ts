import type { ChangeRef } from '../attributes.ts'

/** What was done without tracking, as changes of one person: what stands side by side is one change. */
export type Runs = {
  /** The change that this belongs to; `about` parts neighbours that are not one (another format). */
  readonly ref: (side: Side, about?: string) => ChangeRef
  /** Something stands here that belongs to no such run. */
  readonly end: (side: Side) => void
  readonly made: ReadonlySet<string>
}

type Side = 'insertion' | 'deletion' | 'format' | 'paragraph'

export function createRuns(author: string, newId: () => string): Runs {
  const open = new Map<Side, { readonly about: string; readonly ref: ChangeRef }>()
  const made = new Set<string>()
  return {
    made,
    ref: (side, about = '') => {
      const run = open.get(side)
      if (run?.about === about) return run.ref
      const ref = { id: newId(), author }
      open.set(side, { about, ref })
      made.add(ref.id)
      return ref
    },
    end: (side) => void open.delete(side),
  }
}
