import { useEffect, useState } from 'react'
import type { Dispatch, RefObject, SetStateAction } from 'react'
import { afterPaint } from '../../editor/after-paint.ts'
import type { EditorHandle, LayoutWindow, TextLayout } from '../../editor/api.ts'
import { scrollerOf } from '../../editor/scrolling.ts'
import { keepSame } from '../../../shared/keep-same.ts'
import { useReview } from '../review/store.ts'

export type Layout = {
  readonly text: TextLayout
  /** Top of the first line of each thread and change, from the top of the text. */
  readonly tops: ReadonlyMap<string, number>
  /** Top of the selection now, or when it was last in sight. */
  readonly selectionTop: number
  readonly window: LayoutWindow
}

/** Measures the text beside which gutter and cards stand: at most once a frame, and only near the window. */
export function useLayout(mount: RefObject<HTMLElement | null>): Layout | null {
  const editor = useReview((store) => store.editor)
  const [layout, setLayout] = useState<Layout | null>(null)

  useEffect(() => {
    const element = mount.current
    if (!element || !editor) return
    let stop: () => void = () => undefined
    // Asking for its scroller works out the look of the whole text: nothing is asked before that is painted.
    const cancel = afterPaint(() => (stop = watchLayout(element, editor, setLayout)))
    return () => {
      cancel()
      stop()
    }
  }, [editor, mount])
  return editor === null ? null : layout
}

/** Keeps the layout up to date while something changes it; returns its end. */
function watchLayout(
  element: HTMLElement,
  editor: EditorHandle,
  setLayout: Dispatch<SetStateAction<Layout | null>>,
): () => void {
  const scroller = scrollerOf(element)
  if (!scroller) return () => undefined
  let frame = 0
  let measured: LayoutWindow = { top: 0, bottom: 0 }
  let asked = false
  const measure = () => {
    cancelAnimationFrame(frame)
    frame = 0
    asked = false
    // Nothing is drawn while the sign-off sheet stands in front.
    if (element.offsetHeight === 0) return
    measured = windowOf(element, scroller)
    const text = editor.layout(measured)
    setLayout((before) => {
      const layout = {
        text,
        tops: keepCurrent(text.tops, before),
        selectionTop: text.selectionTop ?? before?.selectionTop ?? 0,
        window: measured,
      }
      return keepSame(before, layout)
    })
  }
  const schedule = () => {
    if (frame === 0) frame = requestAnimationFrame(measure)
  }
  // What was typed has been painted when it is told: measuring now costs no layout, and mostly no second frame.
  const measureSoon = () => {
    if (asked) return
    asked = true
    queueMicrotask(() => asked && measure())
  }
  const onScroll = () => {
    const seen = windowOf(element, scroller, 0)
    if (seen.top < measured.top || seen.bottom > measured.bottom) schedule()
  }
  const sizes = new ResizeObserver(schedule)
  sizes.observe(element)
  sizes.observe(scroller)
  scroller.addEventListener('scroll', onScroll, { passive: true })
  // A paragraph takes its real height only when it comes near; the sum of all may stay the same by chance.
  element.addEventListener('contentvisibilityautostatechange', schedule)
  document.fonts.addEventListener('loadingdone', schedule)
  const unsubscribe = useReview.subscribe((now, before) => {
    if (now.snapshot !== before.snapshot) measureSoon()
    else if (now.state !== before.state) schedule()
  })
  // The first time is when `sizes` tells of the sizes that there are: the text is painted before anything is measured.
  return () => {
    asked = false
    cancelAnimationFrame(frame)
    sizes.disconnect()
    scroller.removeEventListener('scroll', onScroll)
    element.removeEventListener('contentvisibilityautostatechange', schedule)
    document.fonts.removeEventListener('loadingdone', schedule)
    unsubscribe()
  }
}

/** What is current must not vanish when it is scrolled out of sight: somebody may be writing on its card. */
function keepCurrent(tops: ReadonlyMap<string, number>, before: Layout | null): ReadonlyMap<string, number> {
  const id = useReview.getState().current?.id
  const last = id === undefined || tops.has(id) ? undefined : before?.tops.get(id)
  return id === undefined || last === undefined ? tops : new Map(tops).set(id, last)
}

/** What is in sight, and `margin` screens above and below it. */
function windowOf(element: HTMLElement, scroller: HTMLElement, margin = 1): LayoutWindow {
  const top = scroller.getBoundingClientRect().top - element.getBoundingClientRect().top
  const room = scroller.clientHeight
  return { top: top - margin * room, bottom: top + room + margin * room }
}
