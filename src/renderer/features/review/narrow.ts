import { useSyncExternalStore } from 'react'

/** Narrower than this the panel takes the text's place; the same width as in review.module.css. */
const NARROW = '(max-width: 1100px)'

/** Narrower than this an open panel stands where the margin is; the same width as in cards.module.css. */
const NO_MARGIN = '(max-width: 1279px)'

/** Narrower than this some tools stand in the menu alone; the same width as in review.module.css. */
const NARROW_TOOLS = '(max-width: 1040px)'

export function isNarrow(): boolean {
  return matchMedia(NARROW).matches
}

export function panelHidesMargin(): boolean {
  return matchMedia(NO_MARGIN).matches
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(NARROW_TOOLS)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

export function useNarrowTools(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(NARROW_TOOLS).matches)
}
