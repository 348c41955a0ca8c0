import type { ClaimKind } from '../../../shared/model/claim.ts'

const QUOTES = /["“”„«»]/u
const FIGURES =
  /\d|\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|per cent|percent)\b/iu

/** A first kind for a new claim, to be changed in its editor: quotation marks, then figures, else an event. */
export function guessKind(words: string): ClaimKind {
  if (QUOTES.test(words)) return 'quotation'
  return FIGURES.test(words) ? 'number' : 'event'
}
