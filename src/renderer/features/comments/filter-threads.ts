import type { ThreadView } from '../../../shared/model/review.ts'
import type { Level } from '../../../shared/model/thread.ts'

export type Standing = 'range' | 'change' | 'claim' | 'article' | 'orphaned' | 'check' | 'private'

/** What the tab shows; an empty word asks for nothing. */
export type ThreadFilter = {
  readonly state: 'open' | 'resolved' | ''
  readonly level: Level | ''
  /** `mine`: assigned to whoever looks; else the id of somebody who wrote in the thread, or whom it is assigned to. */
  readonly who: string
  readonly about: Standing | ''
  readonly find: string
}

export const OPEN_THREADS: ThreadFilter = { state: 'open', level: '', who: '', about: '', find: '' }

export type Sought = {
  readonly thread: ThreadView
  /** The words that it speaks of: they are searched, too. */
  readonly words: string
  /** Its place was found by likeness, and nobody has confirmed it. */
  readonly unsure: boolean
}

function isAbout({ thread, unsure }: Sought, about: Standing): boolean {
  if (about === 'orphaned') return thread.orphaned
  if (about === 'check') return unsure
  if (about === 'private') return thread.audience === 'legal'
  return thread.target.kind === about
}

function isBy({ thread }: Sought, who: string, me: string): boolean {
  if (who === 'mine') return thread.assigneeId === me
  return thread.assigneeId === who || thread.messages.some((message) => message.authorId === who)
}

/** Every word of the search stands in the thread or in what it speaks of, in whatever case. */
function holds({ thread, words }: Sought, find: string): boolean {
  const wanted = find
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (wanted.length === 0) return true
  const all = [words, ...thread.messages.map((message) => message.text)].join('\n').toLowerCase()
  return wanted.every((word) => all.includes(word))
}

export function matchesFilter(sought: Sought, filter: ThreadFilter, me: string): boolean {
  const { thread } = sought
  return (
    (filter.state === '' || (thread.resolvedAt === null) === (filter.state === 'open')) &&
    (filter.level === '' || thread.level === filter.level) &&
    (filter.who === '' || isBy(sought, filter.who, me)) &&
    (filter.about === '' || isAbout(sought, filter.about)) &&
    holds(sought, filter.find)
  )
}

/** How many threads one filter would show with this value, the others as they are. */
export function countWith(
  all: readonly Sought[],
  filter: ThreadFilter,
  values: readonly Partial<ThreadFilter>[],
  me: string,
): readonly number[] {
  return values.map((value) => {
    const asked = { ...filter, ...value }
    return all.filter((sought) => matchesFilter(sought, asked, me)).length
  })
}
