import { CHANGE_NOUNS } from '../../../shared/names.ts'
import { counted } from '../../ui/counted.ts'
import type { ChangeRow } from './change-rows.ts'

/** Where the changes of a decision on many come from. */
export type Scope = 'all' | 'shown' | 'selection'

type Row = Pick<ChangeRow, 'authorId' | 'kind'>

/** One person's share, in words: "5 insertions, 2 moves". */
export type Share = { readonly authorId: string; readonly count: number; readonly words: string }

function nounOf(rows: readonly Row[]): readonly [one: string, many: string] {
  const kinds = new Set(rows.map((row) => row.kind))
  const [kind] = kinds
  return kinds.size === 1 && kind !== undefined ? CHANGE_NOUNS[kind] : ['change', 'changes']
}

/** Who made how many of which kind, most first. */
export function shares(rows: readonly Row[]): readonly Share[] {
  return [...Map.groupBy(rows, (row) => row.authorId)]
    .map(([authorId, own]) => {
      const kinds = [...Map.groupBy(own, (row) => row.kind)].sort(([, a], [, b]) => b.length - a.length)
      const words = kinds.map(([kind, some]) => counted(some.length, ...CHANGE_NOUNS[kind])).join(', ')
      return { authorId, count: own.length, words }
    })
    .sort((a, b) => b.count - a.count)
}

function byWhom(rows: readonly Row[], nameOf: (authorId: string) => string): string {
  const authors = [...new Set(rows.map((row) => row.authorId))]
  if (authors.length > 2) return `by ${authors.length} people`
  return `by ${authors.map(nameOf).join(' and ')}`
}

/** "12 changes by Mara Oyelle", "all 14 open changes by 3 people", "3 deletions by Ines Calloway in the selection". */
export function inWords(rows: readonly Row[], scope: Scope, nameOf: (authorId: string) => string): string {
  const [one, many] = scope === 'all' ? (['open change', 'open changes'] as const) : nounOf(rows)
  const all = scope === 'all' && rows.length > 1 ? 'all ' : ''
  const where = scope === 'selection' ? ' in the selection' : ''
  return `${all}${counted(rows.length, one, many)} ${byWhom(rows, nameOf)}${where}`
}
