import { Fragment, useEffect, useLayoutEffect, useRef, useState } from 'react'
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

const SIDEWAYS: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight'])

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
  useEffect(() => {
    list.current?.querySelectorAll('button')[current - 1]?.scrollIntoView({ block: 'nearest' })
  }, [current])
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
      // What cannot be read is told where it is drawn.
      const found = await pages.text(page).catch(() => '')
      if (!gone) setWords(found)
    }
    void read()
    return () => {
      gone = true
    }
  }, [pages, page])
  return <div className={text['hiddenText']}>{words}</div>
}

/** The browser scrolls by fractions of a pixel. */
const NEARLY = 2

/** Whether a key that scrolls down or up has nothing more of the page to show. */
function isAtEnd({ scrollTop, clientHeight, scrollHeight }: HTMLElement, key: string): boolean {
  if (key === 'PageDown') return scrollTop + clientHeight >= scrollHeight - NEARLY
  return key === 'PageUp' && scrollTop <= NEARLY
}

/** Then it scrolls sideways, too. */
function isWide({ scrollWidth, clientWidth }: HTMLElement): boolean {
  return scrollWidth > clientWidth + NEARLY
}

/** How large the page is that is read: as wide as there is room, or larger than that. */
export type PageSize = 'fit' | 'half-more' | 'twice'

/** The page that is read. It scrolls; at its end, Page Down leads to the next one, so that nobody has to leave it. */
function LargePage({ pages, current, size, onChoose }: ListProps & { readonly size: PageSize }) {
  const section = useRef<HTMLElement>(null)
  /** The page that comes in at its foot, as it does to who reads backwards; 0 for none. */
  const fromFoot = useRef(0)
  useLayoutEffect(() => {
    if (section.current)
      section.current.scrollTop = fromFoot.current === current ? section.current.scrollHeight : 0
    fromFoot.current = 0
  }, [current])
  const turn = (event: KeyboardEvent<HTMLElement>): void => {
    const { key, currentTarget } = event
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const turns = SIDEWAYS.has(key) ? !isWide(currentTarget) : isAtEnd(currentTarget, key)
    const next = pageAfter(key, current, pages.count)
    if (!turns || next === null || next === current) return
    event.preventDefault()
    fromFoot.current = key === 'PageUp' ? next : 0
    onChoose(next)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys that scroll it turn it as well
    <section
      ref={section}
      className={classes(styles['large'], styles[size])}
      aria-label={`Page ${current} of ${pages.count}, large`}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and a keyboard has to reach it
      tabIndex={0}
      onKeyDown={turn}
    >
      <Fragment key={current}>
        <PageCanvas pages={pages} page={current} />
        <PageWords pages={pages} page={current} />
      </Fragment>
    </section>
  )
}

/** The pages of a PDF: all of them small, and one large. */
export function PagesView({ pages, size }: { readonly pages: PdfPages; readonly size: PageSize }) {
  const [current, setCurrent] = useState(1)
  return (
    <div className={styles['view']}>
      <PageList pages={pages} current={current} onChoose={setCurrent} />
      <LargePage pages={pages} current={current} size={size} onChoose={setCurrent} />
    </div>
  )
}
