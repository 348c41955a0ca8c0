import type { ThreadView } from '../../../shared/model/review.ts'
import { counted } from '../../ui/counted.ts'
import { LEVEL_NAMES } from '../words.ts'
import type { About } from './about.ts'

/** As much of a text as is read out in one breath, in characters. */
const BREATH = 100

export function shortened(words: string, length = BREATH): string {
  const line = words.replaceAll(/\s+/g, ' ').trim()
  return line.length <= length ? line : `${line.slice(0, length - 1).trimEnd()}…`
}

/** “On claim 7”: as a line of its own. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function whatAbout(about: About, orphaned: boolean): string {
  const words = about.words === '' ? '' : `“${shortened(about.words)}”`
  if (about.label !== '') return [about.label, words].filter((part) => part !== '').join(', ')
  if (words === '') return 'on words that are gone'
  return orphaned ? `on ${words}, no longer in the text` : `on ${words}`
}

/** All of a thread as one sentence, for a screen reader: whose, how heavy, about what, answered how often. */
export function threadInWords(
  thread: ThreadView,
  about: About,
  nameOf: (id: string | null) => string,
): string {
  const [first, ...replies] = thread.messages
  const parts = [
    `Comment by ${nameOf(first?.authorId ?? null)}`,
    LEVEL_NAMES[thread.level],
    thread.audience === 'legal' && 'private to legal',
    whatAbout(about, thread.orphaned),
    thread.assigneeId !== null && `assigned to ${nameOf(thread.assigneeId)}`,
    replies.length > 0 && counted(replies.length, 'reply', 'replies'),
    thread.resolvedAt !== null && 'resolved',
  ]
  return `${parts.filter((part) => part !== false).join(', ')}: ${shortened(first?.text ?? '')}`
}
