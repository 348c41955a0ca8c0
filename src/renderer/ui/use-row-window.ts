import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { RefObject, UIEvent } from 'react'
import { piecesOf, rowTops, scrollFor } from './row-window.ts'
import type { Piece } from './row-window.ts'

type View = { readonly top: number; readonly room: number }

export type RowWindow = {
  readonly list: RefObject<HTMLOListElement | null>
  readonly pieces: readonly Piece[]
  readonly onScroll: (event: UIEvent<HTMLElement>) => void
  /** Scrolls as little as needed to have the row of this key in sight. */
  readonly show: (key: string) => void
  /** Shows the row, and gives its first button the focus as soon as it is mounted. */
  readonly focus: (key: string) => void
  readonly holdsFocus: () => boolean
}

type Wanted = { readonly key: string; readonly focus: boolean }

/** A list that was never measured is taken to be this high; CSS pixels. */
const ROOM = 900

/**
 * Mounts the rows of a long list that are in sight, a screen above and one below them, and the `pinned` ones (one
 * holds the focus). Mounted rows carry `data-row` with their key; their heights are measured and remembered.
 */
export function useRowWindow(keys: readonly string[], pinned: readonly string[], guess: number): RowWindow {
  const list = useRef<HTMLOListElement>(null)
  const wanted = useRef<Wanted | null>(null)
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map())
  const [view, setView] = useState<View>({ top: 0, room: ROOM })
  const tops = useMemo(() => rowTops(keys.map((key) => heights.get(key) ?? guess)), [keys, heights, guess])
  const latest = useRef({ keys, tops })
  const pieces = piecesOf(
    tops,
    view.top - view.room,
    view.top + 2 * view.room,
    pinned.map((key) => keys.indexOf(key)),
  )

  const look = useCallback((element: HTMLElement) => {
    const { scrollTop: top, clientHeight: room } = element
    // A quarter of a screen is within what is mounted besides; less is not worth drawing anew.
    setView((before) =>
      before.room === room && Math.abs(before.top - top) < room / 4 ? before : { top, room },
    )
  }, [])

  useLayoutEffect(() => {
    latest.current = { keys, tops }
    const element = list.current
    if (!element) return
    settle(element, wanted)
    const rows = new ResizeObserver((entries) => setHeights((before) => measured(before, entries)))
    for (const row of element.querySelectorAll('[data-row]')) rows.observe(row)
    const frame = new ResizeObserver(() => look(element))
    frame.observe(element)
    return () => {
      rows.disconnect()
      frame.disconnect()
    }
  })

  const want = useCallback(
    (key: string, focus: boolean) => {
      const element = list.current
      const index = latest.current.keys.indexOf(key)
      wanted.current = { key, focus }
      if (!element) return
      // A row that comes with the next render is found by then.
      if (index !== -1) {
        const { scrollTop, clientHeight } = element
        element.scrollTop = scrollFor(latest.current.tops, index, scrollTop, clientHeight)
        look(element)
      }
      settle(element, wanted)
    },
    [look],
  )
  const show = useCallback((key: string) => want(key, false), [want])
  const focus = useCallback((key: string) => want(key, true), [want])
  const holdsFocus = useCallback(() => list.current?.contains(document.activeElement) === true, [])
  return { list, pieces, onScroll: (event) => look(event.currentTarget), show, focus, holdsFocus }
}

/** Rows that come into sight take their real heights only then, which may push away the one that is wanted. */
function settle(list: HTMLElement, wanted: RefObject<Wanted | null>): void {
  if (wanted.current === null) return
  const { key, focus } = wanted.current
  const row = list.querySelector(`[data-row="${CSS.escape(key)}"]`)
  if (row === null) return
  wanted.current = null
  row.scrollIntoView({ block: 'nearest' })
  if (focus) row.querySelector<HTMLElement>('button')?.focus({ preventScroll: true })
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
