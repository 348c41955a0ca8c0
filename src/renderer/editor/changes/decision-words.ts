import { groupChanges } from '../../../shared/document/index/change-groups.ts'
import type { ChangeGroup } from '../../../shared/document/index/change-groups.ts'
import type { ChangeEntry } from '../../../shared/document/index/document-index.ts'
import { CHANGE_NOUNS } from '../../../shared/names.ts'

/** Longer words are cut when they are said aloud; characters. */
const MOST = 60

function quoted(words: string): string {
  const line = words.replaceAll('\n', ' ').trim()
  return `“${line.length > MOST ? `${line.slice(0, MOST).trimEnd()}…` : line}”`
}

function wordsOf({ kind, members }: ChangeGroup): string {
  const inserted = members.map((member) => member.inserted).join('')
  const deleted = members.map((member) => member.deleted).join('')
  const description = members.map((member) => member.description).find((words) => words !== '')
  if (kind === 'replacement') return ` of ${quoted(deleted)} with ${quoted(inserted)}`
  if (description !== undefined) return `, ${description},`
  const words = inserted.trim() === '' ? deleted : inserted
  return words.trim() === '' ? '' : ` ${quoted(words)}`
}

/** "replacement of “smashes” with “breaks up” by Ines Calloway". */
export function groupInWords(group: ChangeGroup, nameOf: (author: string) => string): string {
  return `${CHANGE_NOUNS[group.kind][0]}${wordsOf(group)} by ${nameOf(group.members[0]?.author ?? '')}`
}

function stillOpen(open: number): string {
  if (open === 0) return 'No change is open.'
  return open === 1 ? '1 change open.' : `${open} changes open.`
}

/** What a screen reader says of a decision: "Accepted insertion “, police say” by Tobias Reuk. 11 changes open." */
export function decisionInWords(
  decided: readonly ChangeEntry[],
  verdict: 'accepted' | 'rejected',
  open: number,
  nameOf: (author: string) => string,
): string {
  const groups = groupChanges(decided)
  const [only] = groups
  const authors = new Set(decided.map((change) => change.author))
  const [author] = authors
  const by = authors.size === 1 && author !== undefined ? ` by ${nameOf(author)}` : ''
  const what =
    groups.length === 1 && only !== undefined ? groupInWords(only, nameOf) : `${groups.length} changes${by}`
  return `${verdict === 'accepted' ? 'Accepted' : 'Rejected'} ${what}. ${stillOpen(open)}`
}
