import { Search } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import bars from '../../ui/bars.module.css'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/icon.tsx'
import { useNow } from '../../ui/now.ts'
import text from '../../ui/text.module.css'
import { isMac, keysInWords } from '../commands/keys.ts'
import { PersonMenu } from '../session/person-menu.tsx'
import { personOf, useSession } from '../session-store.ts'
import { ProgressLine } from '../shell/progress-line.tsx'
import { useShell } from '../shell-store.ts'
import { STATUS_NAMES, choices } from '../words.ts'
import { ArticleTable } from './article-table.tsx'
import styles from './desk.module.css'
import { Facets } from './facets.tsx'
import { openFiles } from './import.ts'
import { firstRows, groupByDue, groupNamed, inFacet, matchesQuery, sortRows } from './rows.ts'
import { useDesk } from './store.ts'

const HOW_TO_BEGIN = 'Drop a .docx, .txt, .md or .html file anywhere to begin a review'
const STATUS_ORDER = choices(STATUS_NAMES).map(({ value }) => value)

function SearchField() {
  const { query, search } = useDesk()
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Escape' && query !== '') void search('')
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
    event.preventDefault()
    document.querySelector<HTMLElement>('[data-article][tabindex="0"]')?.focus()
  }
  return (
    <label className={styles['find']}>
      <Icon of={Search} />
      <input
        type="search"
        id="desk-search"
        aria-label="Search headline, slug or text"
        placeholder="Headline, slug or text"
        value={query}
        onChange={(event) => {
          void search(event.target.value)
        }}
        onKeyDown={onKeyDown}
      />
      <kbd className={text['kbd']}>/</kbd>
    </label>
  )
}

function TopBar() {
  const show = useShell((shell) => shell.show)
  return (
    <header className={classes(bars['bar'], styles['span'])} data-region="bar">
      <h1 className={classes(bars['mark'], styles['mark'])}>Stet</h1>
      <SearchField />
      <span className={text['grow']} />
      <Button onClick={() => show({ kind: 'paste' })}>Paste a draft</Button>
      <Button
        look="fill"
        onClick={() => {
          void openFiles()
        }}
      >
        Open a file…
      </Button>
      <PersonMenu />
    </header>
  )
}

function Empty({ whole }: { readonly whole: boolean }) {
  const { setFacet, search } = useDesk()
  if (whole) {
    return (
      <div className={styles['empty']}>
        <p className={text['title']}>The desk is clear</p>
        <p className={text['soft']}>{HOW_TO_BEGIN}.</p>
      </div>
    )
  }
  return (
    <div className={styles['empty']}>
      <p className={text['title']}>Nothing matches</p>
      <p className={text['soft']}>No article has these words under this filter.</p>
      <Button
        look="line"
        onClick={() => {
          setFacet({ kind: 'all' })
          void search('')
        }}
      >
        Show all articles
      </Button>
    </div>
  )
}

/** How many rows are drawn at first, and how many more each time the end comes near. */
const STEP = 200

/** Stands under the last row drawn; calls as soon as it is about to be seen. */
function MoreRows({ onReach }: { readonly onReach: () => void }) {
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) onReach()
      },
      { rootMargin: '800px' },
    )
    if (end.current !== null) observer.observe(end.current)
    return () => observer.disconnect()
  }, [onReach])
  return <div ref={end} className={styles['more']} />
}

/** Only when nothing else has the focus. */
function focusList(): void {
  if (document.activeElement !== document.body) return
  document.querySelector<HTMLElement>('[data-article][tabindex="0"]')?.focus()
}

/** The first screen: every article, in the order in which it is due. */
export function Desk() {
  const { rows, error, query, found, facet, sort, load } = useDesk()
  const session = useSession((store) => store.session)
  const [limit, setLimit] = useState(STEP)
  const now = useNow()
  useEffect(() => {
    document.title = 'Desk · Stet'
    void load()
  }, [load])
  // The list has the focus as soon as it is there, on the row where it was; arrow keys bring it back.
  const loaded = rows !== null
  useEffect(() => {
    if (loaded) focusList()
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') focusList()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [loaded])
  const actor = session?.actor ?? null
  const nameOf = (id: string | null): string => personOf(session, id)?.name ?? '–'
  const all = rows ?? []
  const shown = sortRows(
    all.filter((row) => inFacet(row, facet, actor, now) && matchesQuery(row, query, found)),
    sort,
    nameOf,
    STATUS_ORDER,
  )
  const byDue = sort.key === 'due' && !sort.descending
  const groups = byDue ? groupByDue(shown, now) : [groupNamed('', shown)]
  const mac = isMac()
  return (
    <div className={styles['desk']}>
      <TopBar />
      <Facets rows={all} actor={actor} now={now} />
      <main className={styles['list']} data-region="list" tabIndex={-1} aria-label="Articles">
        {error !== null && (
          <p className={styles['error']} role="alert">
            {error}
          </p>
        )}
        {shown.length > 0 && <ArticleTable groups={firstRows(groups, limit)} now={now} nameOf={nameOf} />}
        {shown.length > limit && <MoreRows key={limit} onReach={() => setLimit(limit + STEP)} />}
        {rows !== null && shown.length === 0 && <Empty whole={rows.length === 0} />}
      </main>
      <footer className={classes(bars['status'], styles['span'])}>
        <span>{HOW_TO_BEGIN}</span>
        <ProgressLine />
        <span className={text['grow']} />
        <span className={styles['hints']}>
          <kbd className={text['kbd']}>↑</kbd> <kbd className={text['kbd']}>↓</kbd> move{'\u2002'}
          <kbd className={text['kbd']}>Enter</kbd> open{'\u2002'}
          <kbd className={text['kbd']}>/</kbd> search{'\u2002'}
          <kbd className={text['kbd']}>{keysInWords('Mod-k', mac)}</kbd> commands
        </span>
        <span className={bars['now']}>Offline, all saved here</span>
      </footer>
    </div>
  )
}
