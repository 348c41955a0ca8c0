/** One step of the database's shape. Numbered in tens and never edited once released. */
export type Migration = { readonly version: number; readonly name: string; readonly sql: string }
