import type { Kind } from '../../../src/main/word/lint/kinds.ts'

/**
 * One defect put into the sound file: in this part the first `from` becomes `to`. Of its kinds the first is the kind of
 * the defect itself, others follow from it.
 */
export type Defect = readonly [
  what: string,
  part: string,
  from: string,
  to: string,
  kinds: readonly [Kind, ...Kind[]],
]
