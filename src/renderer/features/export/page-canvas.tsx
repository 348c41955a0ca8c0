import { useEffect, useRef } from 'react'
import type { PdfPages } from './pdf-pages.ts'
import styles from './pages.module.css'

/** One page, drawn when it is in sight and again when it gets wider; blank paper until then. */
export function PageCanvas({ pages, page }: { readonly pages: PdfPages; readonly page: number }) {
  const ref = useRef<HTMLCanvasElement>(null)
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
      void pages.draw(page, canvas, width, drawing.signal)
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
  return (
    <canvas
      ref={ref}
      className={styles['canvas']}
      width={Math.round(width)}
      height={Math.round(height)}
      aria-hidden
    />
  )
}
