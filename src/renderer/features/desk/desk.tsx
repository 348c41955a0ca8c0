import { useEffect, useMemo } from 'react'
import { calendarOf } from '../../../shared/rules/running-order.ts'
import { Button } from '../../ui/button.tsx'
import bars from '../../ui/bars.module.css'
import { classes } from '../../ui/classes.ts'
import { useNow } from '../../ui/now.ts'
import text from '../../ui/text.module.css'
import { PersonMenu } from '../session/person-menu.tsx'
import { useSession } from '../session-store.ts'
import { useShell } from '../shell-store.ts'
import { ArticleTable } from './article-table.tsx'
import styles from './desk.module.css'
import { Empty } from './empty.tsx'
import { Facets } from './facets.tsx'
import { NO_COUNTS } from './filters.ts'
import { Foot } from './foot.tsx'
import { openFiles } from './import.ts'
import { deskPeople } from './people.ts'
import { SearchField } from './search-field.tsx'
import { useDesk } from './store.ts'

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

/** Fetches the list as the desk is shown; once for each day, by its key, because a new day parts the list anew. */
function FreshList() {
  const comeBack = useDesk((desk) => desk.comeBack)
  useEffect(() => {
    void comeBack()
  }, [comeBack])
  return null
}

/** The first screen: every article, in the order in which it is due. */
export function Desk() {
  const { shown, error } = useDesk()
  const known = useSession((store) => store.session?.people)
  const people = useMemo(() => deskPeople(known ?? []), [known])
  const now = useNow()
  useEffect(() => {
    document.title = 'Desk · Stet'
  }, [])
  return (
    <div className={styles['desk']}>
      <FreshList key={calendarOf(now).today} />
      <TopBar />
      <Facets counts={shown?.facets ?? NO_COUNTS} />
      <main className={styles['list']} data-region="list" tabIndex={-1} aria-label="Articles">
        {error !== null && (
          <p className={styles['error']} role="alert">
            {error}
          </p>
        )}
        {shown !== null && shown.total > 0 && <ArticleTable shown={shown} now={now} people={people} />}
        {shown?.total === 0 && <Empty whole={shown.facets.all === 0} />}
      </main>
      <Foot />
    </div>
  )
}
