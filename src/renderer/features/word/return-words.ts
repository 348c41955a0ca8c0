import type { ReturnPreview } from '../../../shared/contract.ts'
import type { Returned } from '../../../shared/model/import-report.ts'
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
