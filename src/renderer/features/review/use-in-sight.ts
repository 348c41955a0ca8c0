import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'

/** A ref for a row of a tab: as soon as the row is the current one, its list scrolls to it. */
export function useInSight(current: boolean): RefObject<HTMLLIElement | null> {
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return row
}
