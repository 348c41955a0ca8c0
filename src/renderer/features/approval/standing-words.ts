import type { Article } from '../../../shared/model/article.ts'
import type { MoveKind } from '../../../shared/model/workflow.ts'
import { dayAndClock, fromNow } from '../../ui/time.ts'
import { STATUS_NAMES } from '../words.ts'

/** One thing that is out of the ordinary: what it is, why, and what can be done. */
export type Standing = {
  readonly key: 'read-only' | 'away' | 'aside' | 'legal-hold' | 'correction'
  readonly head: string
  readonly words: string
  readonly act:
    | { readonly kind: 'move'; readonly move: MoveKind }
    | { readonly kind: 'take-back' }
    | { readonly kind: 'compare' }
    | null
}

function sentence(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`
}

function asideOf(article: Article, nameOf: (id: string) => string, now: number): Standing | null {
  const { aside, status } = article
  if (aside === null) return null
  const until =
    aside.until === null ? '' : ` until ${dayAndClock(aside.until)} (${fromNow(aside.until, now)})`
  const back =
    status === 'killed' ? 'It is kept, and never filed.' : `It comes back to ${STATUS_NAMES[aside.resume]}.`
  return {
    key: 'aside',
    head: `${STATUS_NAMES[status]}${status === 'held' ? until : ''}.`,
    words: `${nameOf(aside.by)}, ${dayAndClock(aside.at)}: ${sentence(aside.reason)} ${back}`,
    act: { kind: 'move', move: 'resume' },
  }
}

function awayOf({ editRight, rightWith }: Article): Standing | null {
  if (editRight === 'here') return null
  return {
    key: 'away',
    head:
      rightWith === ''
        ? 'The right to edit is on its way to another desk.'
        : `The right to edit is with ${rightWith}.`,
    words: 'Here you suggest, comment and add sources; nothing is moved, signed or edited untracked.',
    act: { kind: 'take-back' },
  }
}

/** What is said at the top of the review, the weightiest first; nothing for an article that simply is at work. */
export function standingsOf(
  article: Article,
  nameOf: (id: string) => string,
  now: number,
): readonly Standing[] {
  const { readOnly, legalHold, correction } = article
  const all: readonly (Standing | null)[] = [
    readOnly === ''
      ? null
      : { key: 'read-only', head: 'Read-only here.', words: sentence(readOnly), act: null },
    awayOf(article),
    asideOf(article, nameOf, now),
    legalHold === null
      ? null
      : {
          key: 'legal-hold',
          head: 'Legal hold.',
          words: `${nameOf(legalHold.by)}, ${dayAndClock(legalHold.at)}: ${sentence(legalHold.reason)} It can be worked on, and neither approved nor filed until legal lifts it.`,
          act: null,
        },
    correction === null
      ? null
      : {
          key: 'correction',
          head: `Correction ${correction.number}, v${article.version}.`,
          words: `${nameOf(correction.by)}, ${dayAndClock(correction.at)}: ${sentence(correction.reason)}`,
          act: { kind: 'compare' },
        },
  ]
  return all.filter((each) => each !== null)
}
