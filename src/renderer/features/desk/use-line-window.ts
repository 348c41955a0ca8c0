import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { scrollFor } from '../../ui/row-window.ts'
import { COLUMN_HEADS, HEAD_HEIGHT, LINE_HEIGHT, lineOf, mountedLines, placesIn } from './lines.ts'
import type { Line, Table } from './lines.ts'
import { sameLook } from './shown.ts'
import type { Look, Places } from './shown.ts'

/** A list that was never measured is taken to be this high. */
const ROOM = 900

type View = { readonly top: number; readonly room: number }

export type LineWindow = {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly parts: readonly (readonly Line[])[]
  /** Brings the article of that place into sight and gives it the focus, as soon as its row is here. */
  readonly goTo: (at: number) => void
  /** How many articles are in sight at once. */
  readonly page: number
}

type Asked = {
  readonly table: Table
  /** Another one begins at the top. */
  readonly look: Look
  /** Place of the article that holds the focus, or would. */
  readonly pinned: number | null
  readonly startAt: number
  readonly onSee: (places: Places) => void
  readonly onLeave: (scrolledTo: number) => void
}

/**
 * Mounts the lines of the table that are in sight, a screen above and one below them, and the pinned one. Every line
 * has its height before its row is here, so that nothing moves when rows come.
 */
export function useLineWindow({
  table,
  look: shownLook,
  pinned,
  startAt,
  onSee,
  onLeave,
}: Asked): LineWindow {
  const scroller = useRef<HTMLDivElement>(null)
  const wanted = useRef<number | null>(null)
  const [view, setView] = useState<View>({ top: startAt, room: ROOM })
  const from = view.top - view.room
  const to = view.top + 2 * view.room
  const parts = mountedLines(table, from, to, pinned)

  const look = useCallback(() => {
    const element = scroller.current
    if (element === null) return
    const { scrollTop: top, clientHeight: room } = element
    // A quarter of a screen is within what is mounted besides; less is not worth drawing anew.
    setView((before) =>
      before.room === room && Math.abs(before.top - top) < room / 4 ? before : { top, room },
    )
  }, [])

  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    element.scrollTop = startAt
    look()
    const frame = new ResizeObserver(look)
    frame.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      frame.disconnect()
      element.removeEventListener('scroll', look)
      onLeave(element.scrollTop)
    }
    // Only once: later it is the reader who scrolls.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  const before = useRef(shownLook)
  useLayoutEffect(() => {
    if (sameLook(before.current, shownLook)) return
    before.current = shownLook
    if (scroller.current !== null) scroller.current.scrollTop = 0
  }, [shownLook])

  const near = placesIn(table, from, to)
  useEffect(() => onSee({ from: near.from, to: near.to }), [near.from, near.to, onSee])

  useLayoutEffect(() => {
    if (wanted.current !== null && focusOn(scroller.current, wanted.current)) wanted.current = null
  })

  const goTo = (at: number): void => {
    const element = scroller.current
    if (element === null) return
    const head = table.hasHeads ? HEAD_HEIGHT : 0
    const { scrollTop, clientHeight } = element
    const line = lineOf(table, at)
    const top = scrollFor(table.tops, line, scrollTop + head, clientHeight - COLUMN_HEADS - head) - head
    element.scrollTop = at === 0 ? 0 : top
    wanted.current = focusOn(element, at) ? null : at
    look()
  }

  return { scroller, parts, goTo, page: Math.max(1, Math.floor(view.room / LINE_HEIGHT) - 2) }
}

function focusOn(list: HTMLElement | null, at: number): boolean {
  const button = list?.querySelector<HTMLElement>(`[data-at="${at}"] button`)
  button?.focus({ preventScroll: true })
  return button !== null && button !== undefined
}
