import nspell from 'nspell'
import type { Dictionary } from '../model/check-book.ts'

export type Speller = {
  knows(word: string): boolean
  /** The likeliest word that was meant; null when none is near. */
  suggest(word: string): string | null
}

/** Longer words cost too much to guess at. */
const LONGEST_GUESS = 18
/** A text full of unknown words is in another language: guessing would only take time. */
const MOST_GUESSES = 400

/** Words are asked for again and again: each answer is kept. */
export function createSpeller({ aff, dic }: Dictionary): Speller {
  const checker = nspell(aff, dic)
  const known = new Map<string, boolean>()
  const guesses = new Map<string, string | null>()
  return {
    knows: (word) => {
      let answer = known.get(word)
      if (answer === undefined) known.set(word, (answer = checker.correct(word)))
      return answer
    },
    suggest: (word) => {
      const before = guesses.get(word)
      if (before !== undefined) return before
      if (word.length > LONGEST_GUESS || guesses.size >= MOST_GUESSES) return null
      const guess = checker.suggest(word)[0] ?? null
      guesses.set(word, guess)
      return guess
    },
  }
}
