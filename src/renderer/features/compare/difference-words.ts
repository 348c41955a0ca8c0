import type { Difference } from '../../../shared/document/compare/redline.ts'
import { CHANGE_KIND_NAMES, CHANGE_NOUNS } from '../../../shared/names.ts'
import { counted } from '../../ui/counted.ts'

/** "5 insertions, 2 replacements, 1 format change". */
export function tallyInWords(differences: readonly Difference[]): string {
  return [...Map.groupBy(differences, ({ kind }) => kind)]
    .map(([kind, some]) => counted(some.length, ...CHANGE_NOUNS[kind]))
    .join(', ')
}

/** What a row says it is, before its words. */
export function verbOf({ kind, description }: Difference): string {
  const name = kind === 'replacement' ? 'replaced' : CHANGE_KIND_NAMES[kind]
  return description === '' ? name : `${name}: ${description}`
}

/** A paragraph of a longer stretch reads as a sign, so that a row stays a row. */
export function onOneLine(words: string): string {
  return words.replaceAll('\n', ' ¶ ').replaceAll(/\s+/g, ' ').trim()
}

/** All of it as one sentence, for a screen reader. */
export function differenceInWords(difference: Difference): string {
  const [deleted, inserted] = [onOneLine(difference.deleted), onOneLine(difference.inserted)]
  if (difference.kind === 'replacement') return `“${deleted}” replaced with “${inserted}”`
  const words = inserted === '' ? deleted : inserted
  return words === '' ? verbOf(difference) : `${verbOf(difference)} “${words}”`
}
