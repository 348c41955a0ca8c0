import { useState } from 'react'
import { keepSame } from '../../shared/keep-same.ts'

/** A value that is made anew at each look: what is equal to the one before, also in parts, is the one before. */
export function useKept<T>(value: T): T {
  const [before, setBefore] = useState(value)
  const kept = keepSame(before, value)
  if (!Object.is(kept, before)) setBefore(kept)
  return kept
}
