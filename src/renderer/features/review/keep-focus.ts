const FOCUSABLE = ':is(button, input, select, textarea):not(:disabled, [tabindex="-1"])'

function firstIn(node: Node | null | undefined): HTMLElement | null {
  if (!(node instanceof HTMLElement) || !node.isConnected) return null
  if (node.matches(FOCUSABLE)) return node
  return [...node.querySelectorAll<HTMLElement>(FOCUSABLE)].find((each) => each.checkVisibility()) ?? null
}

/** Who comes after what was taken away: the row after it, before it, else the first control around it. */
function heirOf(record: MutationRecord | undefined): HTMLElement | null {
  return firstIn(record?.nextSibling) ?? firstIn(record?.previousSibling) ?? firstIn(record?.target)
}

/**
 * A row that is decided, a form that is done: what had the focus goes away, and the browser drops the focus to
 * nowhere. This hands it on within `region`, so that a keyboard goes on where it was. Returns its undo.
 */
export function keepFocus(region: HTMLElement): () => void {
  let last: Node | null = null
  const onFocus = (event: FocusEvent): void => {
    last = event.target instanceof Node ? event.target : null
  }
  const observer = new MutationObserver((records) => {
    const lost = last
    if (lost === null || lost.isConnected || document.activeElement !== document.body) return
    const taken = records.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(lost)))
    const heir = heirOf(taken) ?? region
    heir.focus()
  })
  region.addEventListener('focusin', onFocus)
  observer.observe(region, { childList: true, subtree: true })
  return () => {
    region.removeEventListener('focusin', onFocus)
    observer.disconnect()
  }
}
