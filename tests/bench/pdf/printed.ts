import type { Taken } from './proc.ts'

/** What making one file took. A printer that fails or takes too much has a result as well. */
export type Printed = Taken & {
  /** Seconds of processor time until the file was made, before it was read back; the whole where nothing reads it back. */
  readonly made: number | null
  readonly bytes: number | null
  readonly pages: number | null
  /** Why it ended before its end, in words; null where it did not. */
  readonly ended: string | null
}

/** Twice what a packet of 100,000 words may take; more would take the machine along. */
export const MOST_MEMORY_MB = 3000
export const MOST_TIME_MS = 600_000

export const ENDED = {
  memory: `ended at ${MOST_MEMORY_MB / 1000} GB`,
  time: `ended after ${MOST_TIME_MS / 60_000} minutes`,
} as const
