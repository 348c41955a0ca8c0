import type { Returned, ReturnPreview } from '../../../shared/contract.ts'
import { counted } from '../../ui/counted.ts'

/** What the pass holds that is not here, each kind with its count; nothing of what it brings none. */
export function bringsInWords(brings: Returned): readonly string[] {
  const { changes, comments, replies, resolved, accepted, rejected } = brings
  const lines = [
    [changes, counted(changes, 'tracked change')],
    [comments, counted(comments, 'comment')],
    [replies, counted(replies, 'message in comments', 'messages in comments')],
    [resolved, counted(resolved, 'comment resolved', 'comments resolved')],
    [accepted, counted(accepted, 'change of yours accepted', 'changes of yours accepted')],
    [rejected, counted(rejected, 'change of yours rejected', 'changes of yours rejected')],
  ] as const
  return lines.filter(([count]) => count > 0).map(([, words]) => words)
}

/** What one person did in the file. */
export function shareInWords({ changes, comments }: ReturnPreview['people'][number]): string {
  const words = [
    ...(changes > 0 ? [counted(changes, 'change')] : []),
    ...(comments > 0 ? [counted(comments, 'comment')] : []),
  ]
  return words.length === 0 ? 'decisions alone' : words.join(', ')
}

/** How the file was known to be of this article. */
export const KNOWN_BY: Readonly<Record<ReturnPreview['knownBy'], string>> = {
  mark: 'By what Stet wrote into it when it was made',
  text: 'By its words alone: another program dropped what Stet wrote into it. See that it is the right article',
}

/** Edits that nobody tracked are found by comparing; whose they are is not known for sure. Empty where there are none. */
export function untrackedInWords({ brings, untrackedAs }: ReturnPreview): string {
  const { untracked } = brings
  if (untracked === 0) return ''
  const edits = counted(untracked, 'edit was', 'edits were')
  const they = untracked === 1 ? 'It comes' : 'They come'
  return `${edits} made without tracking, and found by comparing. ${they} in as tracked changes by ${untrackedAs}, the name that the file gives: ask, if that matters.`
}
