import { shortened } from './labels.ts'
import type { ReportThread } from './report-comments.ts'

/** A comment beside its words: as much of it as a margin holds. */
export type ReportCard = {
  /** "C3" */
  readonly number: string
  readonly name: string
  readonly initials: string
  readonly hue: number
  readonly words: string
  /** The same cut to one line. */
  readonly brief: string
  /** "2 replies"; empty for none. */
  readonly replies: string
  readonly resolved: boolean
}

/** In letters as a reader counts them. */
const WORDS = 110
const BRIEF = 27

function cardOf({ number, resolved, messages }: ReportThread): ReportCard {
  const [first] = messages
  const words = (first?.text ?? '').replaceAll(/\s+/g, ' ').trim()
  const replies = messages.length - 1
  return {
    number,
    name: first?.name ?? '',
    initials: first?.initials ?? '',
    hue: first?.hue ?? 1,
    words: shortened(words, WORDS),
    brief: shortened(words, BRIEF),
    replies: replies < 1 ? '' : replies === 1 ? '1 reply' : `${replies} replies`,
    resolved,
  }
}

/** In the order of the comments' numbers. */
export function reportCards(threads: readonly ReportThread[]): readonly ReportCard[] {
  return threads.map(cardOf)
}
