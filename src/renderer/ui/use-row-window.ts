import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { RefObject, UIEvent } from 'react'
import { piecesOf, rowTops, scrollFor } from './row-window.ts'
import type { Piece } from './row-window.ts'

type View = { readonly top: number; readonly room: number }

export type RowWindow = {
  readonly list: RefObject<HTMLDivElement | null>
  readonly pieces: readonly Piece[]
  readonly onScroll: (event: UIEvent<HTMLElement>) => void
  /** Scrolls as little as needed to have the row of this key in sight. */
  readonly show: (key: string) => void
}

/** A list that was never measured is taken to be this high; CSS pixels. */
const ROOM = 900

/**
 * Mounts the rows of a long list that are in sight, and one list's height around them. Mounted rows carry `data-row`
 * with their key; their heights are measured and remembered.
 */
export function useRowWindow(keys: readonly string[], pinned: string | null, guess: number): RowWindow {
  const list = useRef<HTMLDivElement>(null)
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map())
  const [view, setView] = useState<View>({ top: 0, room: ROOM })
  const tops = useMemo(() => rowTops(keys.map((key) => heights.get(key) ?? guess)), [keys, heights, guess])
  const at = pinned === null ? -1 : keys.indexOf(pinned)
  const pieces = piecesOf(tops, view.top - view.room, view.top + 2 * view.room, at === -1 ? null : at)
  const wanted = useRef<string | null>(null)

  const look = useCallback((element: HTMLElement) => {
    const { scrollTop: top, clientHeight: room } = element
    // A quarter of a screen is within what is mounted besides; less is not worth drawing anew.
    setView((before) =>
      before.room === room && Math.abs(before.top - top) < room / 4 ? before : { top, room },
    )
  }, [])

  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    const rows = new ResizeObserver((entries) => setHeights((before) => measured(before, entries)))
    for (const row of element.querySelectorAll('[data-row]')) rows.observe(row)
    const frame = new ResizeObserver(() => look(element))
    frame.observe(element)
    return () => {
      rows.disconnect()
      frame.disconnect()
    }
  })

  const show = useCallback(
    (key: string) => {
      const element = list.current
      const index = keys.indexOf(key)
      if (!element || index === -1) return
      wanted.current = key
      element.scrollTop = scrollFor(tops, index, element.scrollTop, element.clientHeight)
      look(element)
    },
    [keys, tops, look],
  )

  // Rows that come into sight take their real heights now, which may push away the one that was wanted.
  useLayoutEffect(() => {
    const key = wanted.current
    const row = key === null ? null : list.current?.querySelector(`[data-row="${CSS.escape(key)}"]`)
    if (!row) return
    wanted.current = null
    row.scrollIntoView({ block: 'nearest' })
  })

  return { list, pieces, onScroll: (event) => look(event.currentTarget), show }
}

function measured(
  before: ReadonlyMap<string, number>,
  entries: readonly ResizeObserverEntry[],
): ReadonlyMap<string, number> {
  const changed = entries.flatMap(({ target }): [string, number][] => {
    if (!(target instanceof HTMLElement) || target.offsetHeight === 0) return []
    const key = target.dataset['row'] ?? ''
    return before.get(key) === target.offsetHeight ? [] : [[key, target.offsetHeight]]
  })
  return changed.length === 0 ? before : new Map([...before, ...changed])
}
