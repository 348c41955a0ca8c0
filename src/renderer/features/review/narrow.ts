/** Narrower than this the panel takes the text's place; the same width as in review.module.css. */
const NARROW = '(max-width: 1100px)'

export function isNarrow(): boolean {
  return matchMedia(NARROW).matches
}
