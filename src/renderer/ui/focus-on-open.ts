/** A ref for the first field of a form that somebody has just asked for. */
export function focusOnOpen(field: HTMLElement | null): void {
  field?.focus()
}
