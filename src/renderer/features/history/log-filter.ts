import { foldWords } from '../../../shared/fold-words.ts'
import type { LogEvent } from '../../../shared/model/review.ts'

/** Which lines of the log are listed; an empty value leaves all in. */
export type LogFilter = {
  readonly personId: string
  /** The first part of an event's kind: "claim" of "claim.verify". */
  readonly area: string
  readonly words: string
}

export const EVERY_LINE: LogFilter = { personId: '', area: '', words: '' }

export function areaOf({ kind }: Pick<LogEvent, 'kind'>): string {
  return kind.split('.', 1)[0] ?? kind
}

/** Every word has to stand in the line, in any case and with any accents. */
export function filterLog(log: readonly LogEvent[], filter: LogFilter): readonly LogEvent[] {
  const words = foldWords(filter.words).split(/\s+/).filter(Boolean)
  return log.filter(
    (event) =>
      (filter.personId === '' || event.personId === filter.personId) &&
      (filter.area === '' || areaOf(event) === filter.area) &&
      (words.length === 0 || holdsAll(foldWords(event.summary), words)),
  )
}

function holdsAll(line: string, words: readonly string[]): boolean {
  return words.every((word) => line.includes(word))
}

/** The kinds of events of an area that the log holds. */
export function kindsOf(log: readonly LogEvent[], area: string): string[] {
  return [...new Set(log.filter((event) => areaOf(event) === area).map(({ kind }) => kind))]
}
