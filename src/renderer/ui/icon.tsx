import type { LucideIcon } from 'lucide-react'

/** A 16 px line icon. It never speaks: the control beside or around it carries the label. */
export function Icon({ of: Shape, size = 16 }: { readonly of: LucideIcon; readonly size?: number }) {
  return <Shape size={size} strokeWidth={1.5} absoluteStrokeWidth aria-hidden="true" focusable="false" />
}
