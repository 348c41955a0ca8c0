import type { ChangeId, ClaimId } from '../../../shared/model/ids.ts'
import type { Writing } from './drafts.ts'

/** What a draft is of, read back from the name that `writingName` gave it; its ids were ids when it did. */
export function writingOf(name: string): Writing | null {
  const [what, second = '', id = ''] = name.split(' ')
  if (what === 'reply') return { kind: 'reply', threadId: second }
  if (what === 'edit') return { kind: 'edit', messageId: second }
  switch (second) {
    case 'range':
    case 'article':
      return { kind: 'new', target: { kind: second } }
    case 'change':
      return { kind: 'new', target: { kind: second, changeId: id as ChangeId } }
    case 'claim':
      return { kind: 'new', target: { kind: second, claimId: id as ClaimId } }
    default:
      return null
  }
}
