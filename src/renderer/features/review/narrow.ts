/** Narrower than this the panel takes the text's place; the same width as in review.module.css. */
const NARROW = '(max-width: 1100px)'

/** Narrower than this an open panel stands where the margin is; the same width as in cards.module.css. */
const NO_MARGIN = '(max-width: 1279px)'

export function isNarrow(): boolean {
  return matchMedia(NARROW).matches
}

export function panelHidesMargin(): boolean {
  return matchMedia(NO_MARGIN).matches
}
