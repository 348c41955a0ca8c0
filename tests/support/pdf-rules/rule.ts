import type { Book } from './book.ts'

export type Rule = {
  readonly name: string
  /** Where it is written. */
  readonly clause: string
  /** In words, one for each place that is at fault. */
  readonly faults: (book: Book) => readonly string[]
}

/** The words for each of the things that are not as they should be. */
export function wrong<T>(
  things: readonly T[],
  isWrong: (thing: T) => boolean,
  words: (thing: T) => string,
): readonly string[] {
  return things.filter(isWrong).map(words)
}
