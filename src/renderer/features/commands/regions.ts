/** F6 goes round the regions of a screen: every element with `data-region`, in the order of the document. */
const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [contenteditable="true"], [tabindex="0"]'

/** Where a region is entered for the first time: its active card, row or tab. */
const CURRENT = ':is([data-active] button, button[aria-current="true"], [role="tab"][aria-selected="true"])'

const lastFocus = new WeakMap<Element, HTMLElement>()

export function rememberFocus(target: EventTarget | null): void {
  if (!(target instanceof HTMLElement)) return
  const region = target.closest('[data-region]')
  if (region !== null && region !== target) lastFocus.set(region, target)
}

function visible(element: HTMLElement): boolean {
  return element.checkVisibility()
}

function enter(region: HTMLElement): void {
  const before = lastFocus.get(region)
  const all = [...region.querySelectorAll<HTMLElement>(FOCUSABLE)]
  const first = all.find((element) => element.tabIndex >= 0 && visible(element))
  const current = region.querySelector<HTMLElement>(CURRENT)
  const target = before?.isConnected === true && visible(before) ? before : (current ?? first ?? region)
  target.focus()
}

export function moveRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(visible)
  if (regions.length === 0) return
  // The innermost: the margin stands within the manuscript.
  const current = regions.findLastIndex((region) => region.contains(document.activeElement))
  const next = current === -1 ? (step === 1 ? 0 : regions.length - 1) : current + step
  const region = regions[(next + regions.length) % regions.length]
  if (region !== undefined) enter(region)
}
