import type { PreservedKind } from '../../../shared/document/word-attributes.ts'
import type { CameIn } from '../../../shared/model/import-report.ts'
import { PRESERVED_NOUNS } from '../../../shared/names.ts'
import { counted } from '../../ui/counted.ts'

/** Those of the counts that are not nought, each as words of one line. */
export function inTheText(cameIn: CameIn): readonly string[] {
  const { words, paragraphs, changes, comments, replies, tables, pictures, notes } = cameIn
  const others = [
    [changes, counted(changes, 'tracked change')],
    [
      comments,
      counted(comments, 'comment') + (replies > 0 ? ` with ${counted(replies, 'reply', 'replies')}` : ''),
    ],
    [tables, counted(tables, 'table')],
    [pictures, counted(pictures, 'picture')],
    [notes, counted(notes, 'note')],
  ] as const
  return [
    `${counted(words, 'word')} in ${counted(paragraphs, 'paragraph')}`,
    ...others.filter(([count]) => count > 0).map(([, line]) => line),
  ]
}

function nounsOf(kind: string): readonly [one: string, many: string] {
  return kind in PRESERVED_NOUNS ? PRESERVED_NOUNS[kind as PreservedKind] : PRESERVED_NOUNS.other
}

/** "12 fields, 2 formulas and 1 chart"; empty for nothing. */
export function keptInWords(kept: CameIn['kept']): string {
  const words = kept.map(({ kind, count }) => counted(count, ...nounsOf(kind)))
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

/** Files that a Word file can be made from again, so that what is not shown here is not lost. */
export function isWord(name: string): boolean {
  return /\.do[ct]x$/i.test(name)
}
