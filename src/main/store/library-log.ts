import type { Database } from 'better-sqlite3'

/** What happened to the library itself: who sat down, whose roles changed. */
export type LibraryEvent = {
  readonly at: number
  readonly personId: string | null
  readonly kind: string
  readonly summary: string
}

type Row = { at: number; person_id: string | null; kind: string; summary: string }

export function createLibraryLog(db: Database) {
  const insert = db.prepare(`
    INSERT INTO library_event (seq, at, person_id, kind, summary)
    VALUES ((SELECT coalesce(max(seq), 0) + 1 FROM library_event), :at, :personId, :kind, :summary)`)
  const all = db.prepare<[], Row>('SELECT at, person_id, kind, summary FROM library_event ORDER BY seq')
  return {
    append: (event: LibraryEvent): void => {
      insert.run(event)
    },
    list: (): readonly LibraryEvent[] =>
      all.all().map(({ at, person_id, kind, summary }) => ({ at, personId: person_id, kind, summary })),
  }
}
