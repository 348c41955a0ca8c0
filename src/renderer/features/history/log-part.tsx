import { useMemo } from 'react'
import type { ReviewState } from '../../../shared/model/review.ts'
import type { LogEvent } from '../../../shared/model/review.ts'
import { Initials } from '../../ui/author.tsx'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { shortHash } from '../../ui/hash.ts'
import { RowList } from '../../ui/row-list.tsx'
import text from '../../ui/text.module.css'
import { clockWithSeconds, longDay } from '../../ui/time.ts'
import { EmptyList } from '../review/panel-header.tsx'
import panel from '../review/panel.module.css'
import { usePersonOf } from '../review/people.ts'
import styles from './history.module.css'
import { EVERY_LINE, filterLog } from './log-filter.ts'
import { LogExport } from './log-export.tsx'
import { LogFilters } from './log-filters.tsx'
import { logRows } from './log-rows.ts'
import { useHistory } from './store.ts'
import { useLog } from './use-log.ts'

/** Height of a line of one row, in CSS pixels; the others are measured. */
const GUESSED_HEIGHT = 28

/** Whole hashes are in the file and in the tip; here their beginning tells them apart. */
function withShortHashes(summary: string): string {
  return summary.replaceAll(/\b[0-9a-f]{64}\b/g, shortHash)
}

function Line({ event, rowKey }: { readonly event: LogEvent; readonly rowKey: string }) {
  const person = usePersonOf()(event.personId)
  return (
    <li data-row={rowKey} className={styles['line']} title={`${event.kind}, ${shortHash(event.hash)}`}>
      <time className={classes(text['soft'], text['figures'])}>{clockWithSeconds(event.at)}</time>
      {person === null ? <b className={text['soft']}>–</b> : <Initials person={person} />}
      <p title={event.summary}>{withShortHashes(event.summary)}</p>
    </li>
  )
}

/** The log of the article: append-only, each line chained to the one before it. */
export function LogPart({ state }: { readonly state: ReviewState }) {
  const { log, failure } = useLog(state)
  const filter = useHistory((store) => store.filter)
  const setFilter = useHistory((store) => store.setFilter)
  const shown = useMemo(() => filterLog(log ?? [], filter), [log, filter])
  const rows = useMemo(() => logRows(shown), [shown])
  const keys = useMemo(() => rows.map(({ key }) => key), [rows])
  if (failure !== '') return <EmptyList title="The log was not read">{failure}</EmptyList>
  if (log === null) return null
  return (
    <>
      <LogFilters log={log} shown={shown.length} />
      {rows.length === 0 ? (
        <EmptyList title="Nothing under these filters">
          Widen one of them to see more. <Button onClick={() => setFilter(EVERY_LINE)}>Show every act</Button>
        </EmptyList>
      ) : (
        <RowList
          label="Log"
          className={classes(panel['scroll'], styles['log'])}
          keys={keys}
          guess={GUESSED_HEIGHT}
          shown={null}
        >
          {(index) => {
            const row = rows[index]
            if (row === undefined) return null
            if (row.kind === 'event') return <Line key={row.key} rowKey={row.key} event={row.event} />
            return (
              <li key={row.key} data-row={row.key} className={styles['dayRow']}>
                <h3>{longDay(row.at)}</h3>
              </li>
            )
          }}
        </RowList>
      )}
      <LogExport articleId={state.article.id} log={log} />
    </>
  )
}
