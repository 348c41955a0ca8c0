/** F6 goes round the regions of a screen: every element with `data-region`, in the order of the document. */
const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [contenteditable="true"], [tabindex="0"]'

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
  const target = before?.isConnected === true && visible(before) ? before : (first ?? region)
  target.focus()
}

export function moveRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(visible)
  if (regions.length === 0) return
  const current = regions.findIndex((region) => region.contains(document.activeElement))
  const next = current === -1 ? (step === 1 ? 0 : regions.length - 1) : current + step
  const region = regions[(next + regions.length) % regions.length]
  if (region !== undefined) enter(region)
}
