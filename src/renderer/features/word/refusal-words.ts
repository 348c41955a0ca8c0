import type { ErrorCode } from '../../../shared/contract.ts'
import { isWord } from './came-in-words.ts'

/** A file that was not taken, with the reason as main words it. */
export type RefusedFile = { readonly name: string; readonly message: string; readonly code: ErrorCode }

/** What was kept and what to do, where the reason does not say it already. */
export function afterRefusal({ name, message, code }: RefusedFile): string {
  const kept = /nothing|not opened|no file/i.test(message) ? '' : 'Nothing of it was stored.'
  const knowsBetter = /\b(save|open|choose|make|take) (it|them|a)\b/i.test(message)
  if (knowsBetter) return kept
  switch (code) {
    case 'unreadable-file':
      return isWord(name)
        ? `${kept} If Word opens it, save it there under a new name and open that.`.trim()
        : kept
    case 'too-large':
      return `${kept} Open a part of it, or save it without what makes it so large.`.trim()
    default:
      return kept
  }
}
