import { useState } from 'react'
import { when } from '../../ui/time.ts'

/** A time as short as it can be told when the card was opened. */
export function Moment({ at }: { readonly at: number }) {
  const [now] = useState(() => Date.now())
  return <time dateTime={new Date(at).toISOString()}>{when(at, now)}</time>
}
