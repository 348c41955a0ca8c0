import type { CreateRule } from '../rule.ts'

/** Prefixes that newer programs may be ignored by must be declared, or Word refuses the part. */
export const createIgnorable: CreateRule = (report) => ({
  openAny: (frame, part) => {
    if (frame.parent) return
    const raw = frame.scope.rawAttribute('mc:Ignorable')
    const prefixes = raw === null ? [] : (frame.raw[raw] ?? '').split(/\s+/).filter((word) => word !== '')
    for (const prefix of prefixes) {
      if (!frame.scope.declares(prefix)) report('ignorable-prefix', part, prefix)
    }
  },
})
