/** A ref for a form within a panel: Escape in it leaves the form, and not the panel. */
export function onEscape(leave: () => void): (form: HTMLElement | null) => (() => void) | undefined {
  return (form) => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      leave()
    }
    form?.addEventListener('keydown', onKeyDown)
    return () => form?.removeEventListener('keydown', onKeyDown)
  }
}
