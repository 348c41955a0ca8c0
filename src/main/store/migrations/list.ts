import { first } from './0010-first.ts'

/** One step of the database's shape. Numbered in tens and never edited once released. */
export type Migration = { readonly version: number; readonly name: string; readonly sql: string }

/** In the order they run. */
export const migrations: readonly Migration[] = [first]
