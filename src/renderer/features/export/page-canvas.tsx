import { useEffect, useRef, useState } from 'react'
import type { PdfPages } from './pdf-pages.ts'
import styles from './pages.module.css'

/** One page, drawn when it is in sight and again when it gets wider; blank paper until then. */
export function PageCanvas({ pages, page }: { readonly pages: PdfPages; readonly page: number }) {
  const ref = useRef<HTMLCanvasElement>(null)
  const [isBroken, setIsBroken] = useState(false)
  useEffect(() => {
    const canvas = ref.current
    if (canvas === null) return
    let drawing = new AbortController()
    let drawn = 0
    let inSight = false
    const draw = (): void => {
      const width = Math.round(canvas.clientWidth * devicePixelRatio)
      if (!inSight || width === 0 || width === drawn) return
      drawn = width
      drawing.abort()
      drawing = new AbortController()
      pages.draw(page, canvas, width, drawing.signal).catch(() => setIsBroken(true))
    }
    const sight = new IntersectionObserver(
      (entries) => {
        inSight = entries.at(-1)?.isIntersecting === true
        draw()
      },
      { rootMargin: '200px' },
    )
    const size = new ResizeObserver(draw)
    sight.observe(canvas)
    size.observe(canvas)
    return () => {
      drawing.abort()
      sight.disconnect()
      size.disconnect()
    }
  }, [pages, page])
  const { width, height } = pages.sheet
  // Paper without a word on it would look like an empty page.
  if (isBroken) return <p className={styles['broken']}>This page cannot be drawn.</p>
  return (
    <canvas
      ref={ref}
      className={styles['canvas']}
      width={Math.round(width)}
      height={Math.round(height)}
      // Drawn finer, it would else change its height by a fraction, and be told of its own change.
      style={{ aspectRatio: `${width} / ${height}` }}
      aria-hidden
    />
  )
}
