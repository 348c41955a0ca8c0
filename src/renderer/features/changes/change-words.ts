import { CHANGE_KIND_NAMES, CHANGE_NOUNS } from '../../../shared/names.ts'
import type { GroupKind } from '../../../shared/names.ts'
import type { ChangePlace } from '../../editor/api.ts'
import type { ChangeRow } from './change-rows.ts'

/** What a row says it is, before its words. */
export function verbOf(kind: GroupKind): string {
  return kind === 'replacement' ? 'replaced' : CHANGE_KIND_NAMES[kind]
}

function moved({ from, to }: Extract<ChangePlace, { kind: 'move' }>): string {
  if (from === null && to === null) return 'moved'
  if (from === null) return `moved to ${to}`
  return to === null ? `moved from ${from}` : `moved from ${from} to ${to}`
}

function divided(kind: GroupKind, { number, next }: Extract<ChangePlace, { kind: 'paragraph' }>): string {
  const name = verbOf(kind)
  if (number === null || next === null) return name
  return kind === 'split' ? `split ${number} from ${next}` : `joined ${number} with ${next}`
}

/** One line: "split 2 from 3", "moved from 12 to 4", "2 rows inserted", "format: bold", "layout of table, row". */
export function noteWords(kind: GroupKind, description: string, place: ChangePlace | null): string {
  if (place?.kind === 'move') return moved(place)
  if (kind === 'layout' && description !== '') return `layout of ${description.replaceAll('; ', ', ')}`
  // "2 rows deleted" says all of it.
  if (kind === 'cells' && description !== '') return description
  if (place?.kind === 'paragraph' && (kind === 'split' || kind === 'join')) return divided(kind, place)
  return description === '' ? verbOf(kind) : `${verbOf(kind)}: ${description}`
}

/** Whether the words that were inserted and deleted say it; else it is a note of one line. */
export function isWorded(kind: GroupKind): boolean {
  return kind === 'insertion' || kind === 'deletion' || kind === 'replacement'
}

/** The cells of a row stand beside one another, also where their text is quoted. */
export function shownWords(kind: GroupKind, words: string): string {
  return kind === 'cells' ? words.trim().replaceAll(/\n+/g, ' · ') : words
}

function spoken(row: ChangeRow): string {
  const [inserted, deleted] = [row.inserted, row.deleted].map((words) => words.replaceAll('\n', ' ').trim())
  if (row.kind === 'replacement') return `“${deleted}” replaced with “${inserted}”`
  const words = inserted === '' ? deleted : inserted
  return words === '' ? '' : `“${words}”`
}

/** All of a row as one sentence, for a screen reader. */
export function rowInWords(
  row: ChangeRow & { readonly label?: string },
  place: ChangePlace | null,
  nameOf: (id: string | null) => string,
): string {
  const noun = CHANGE_NOUNS[row.kind][0]
  const note = noteWords(row.kind, row.description, place)
  const words = isWorded(row.kind) ? `${noun} ${spoken(row)}` : `${note} ${spoken(row)}`
  const what = row.label === undefined || row.label === '' ? words : row.label
  const state = row.state === 'open' ? 'open' : `${row.state} by ${nameOf(row.decidedBy)}`
  return `${what.trim()}, by ${nameOf(row.authorId)}, ${state}`
}
