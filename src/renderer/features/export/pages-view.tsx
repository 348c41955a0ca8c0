import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { classes } from '../../ui/classes.ts'
import text from '../../ui/text.module.css'
import { PageCanvas } from './page-canvas.tsx'
import styles from './pages.module.css'
import type { PdfPages } from './pdf-pages.ts'

/** Where a key leads from a page; null for keys that lead nowhere. */
function pageAfter(key: string, page: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
    case 'PageDown':
      return Math.min(count, page + 1)
    case 'ArrowUp':
    case 'ArrowLeft':
    case 'PageUp':
      return Math.max(1, page - 1)
    case 'Home':
      return 1
    case 'End':
      return count
    default:
      return null
  }
}

type ListProps = {
  readonly pages: PdfPages
  readonly current: number
  readonly onChoose: (page: number) => void
}

/** Small pages, of which one is shown large. One stop for Tab; arrows go through them. */
function PageList({ pages, current, onChoose }: ListProps) {
  const list = useRef<HTMLOListElement>(null)
  // The pages come when they have been read; arrows then go through them at once.
  useEffect(() => list.current?.querySelector('button')?.focus(), [])
  const move = (event: KeyboardEvent): void => {
    const next = pageAfter(event.key, current, pages.count)
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    onChoose(next)
    list.current?.querySelectorAll('button')[next - 1]?.focus()
  }
  return (
    <nav aria-label="Pages" className={styles['list']}>
      <ol ref={list}>
        {Array.from({ length: pages.count }, (_, index) => index + 1).map((page) => (
          <li key={page}>
            <button
              type="button"
              className={styles['small']}
              aria-label={`Page ${page} of ${pages.count}`}
              aria-current={page === current ? 'page' : undefined}
              tabIndex={page === current ? 0 : -1}
              onKeyDown={move}
              onClick={() => onChoose(page)}
            >
              <PageCanvas pages={pages} page={page} />
              <span className={classes(text['small'], text['figures'])}>{page}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The words of a page, for who does not see it drawn. */
function PageWords({ pages, page }: { readonly pages: PdfPages; readonly page: number }) {
  const [words, setWords] = useState('')
  useEffect(() => {
    let gone = false
    const read = async (): Promise<void> => {
      const found = await pages.text(page)
      if (!gone) setWords(found)
    }
    void read()
    return () => {
      gone = true
    }
  }, [pages, page])
  return <div className={text['hiddenText']}>{words}</div>
}

/** The pages of a PDF: all of them small, and one large. */
export function PagesView({ pages }: { readonly pages: PdfPages }) {
  const [current, setCurrent] = useState(1)
  return (
    <div className={styles['view']}>
      <PageList pages={pages} current={current} onChoose={setCurrent} />
      <section
        key={current}
        className={styles['large']}
        aria-label={`Page ${current} of ${pages.count}, large`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and a keyboard has to reach it
        tabIndex={0}
      >
        <PageCanvas pages={pages} page={current} />
        <PageWords pages={pages} page={current} />
      </section>
    </div>
  )
}
