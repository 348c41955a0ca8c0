import { first } from './0010-first.ts'
import type { Migration } from './migration.ts'

/** In the order they run. */
export const migrations: readonly Migration[] = [first]
