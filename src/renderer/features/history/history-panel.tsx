import { useEffect, useState } from 'react'
import type { Result } from '../../../shared/contract.ts'
import type { LogEvent, ReviewState } from '../../../shared/model/review.ts'
import { host } from '../../host/host.ts'
import { Initials } from '../../ui/author.tsx'
import { shortHash } from '../../ui/hash.ts'
import { classes } from '../../ui/classes.ts'
import text from '../../ui/text.module.css'
import { clockWithSeconds, longDay, startOfDay } from '../../ui/time.ts'
import { EmptyList, PanelHeader } from '../review/panel-header.tsx'
import panel from '../review/panel.module.css'
import { usePersonOf } from '../review/people.ts'
import { VerifyRecord } from './verify-record.tsx'
import styles from './history.module.css'

function Line({ event }: { readonly event: LogEvent }) {
  const person = usePersonOf()(event.personId)
  return (
    <li className={styles['line']}>
      <time className={classes(text['soft'], text['figures'])}>{clockWithSeconds(event.at)}</time>
      {person === null ? <b className={text['soft']}>–</b> : <Initials person={person} />}
      <p title={`${event.kind}, ${shortHash(event.hash)}`}>{event.summary}</p>
    </li>
  )
}

/** The log of the article: append-only, each line chained to the one before it. */
export function HistoryPanel({ state }: { readonly state: ReviewState }) {
  const [log, setLog] = useState<Result<'review.log'> | null>(null)
  const [failure, setFailure] = useState('')
  // The state is a new object after every act and every save: then the log has new lines.
  useEffect(() => {
    let stale = false
    const load = async (): Promise<void> => {
      const outcome = await host.call('review.log', { articleId: state.article.id })
      if (stale) return
      if (outcome.ok) setLog(outcome.value)
      else setFailure(outcome.error.message)
    }
    void load()
    return () => {
      stale = true
    }
  }, [state])
  const days = [...Map.groupBy([...(log ?? [])].reverse(), (event) => startOfDay(event.at))]
  return (
    <>
      <PanelHeader title="History" note={log === null ? '' : `${log.length} acts`}>
        <VerifyRecord articleId={state.article.id} />
      </PanelHeader>
      <div className={panel['scroll']}>
        {failure !== '' && <p className={panel['empty']}>{failure}</p>}
        {days.map(([start, events]) => (
          <section key={start} className={styles['day']}>
            <h3>{longDay(start)}</h3>
            <ol>
              {events.map((event) => (
                <Line key={event.seq} event={event} />
              ))}
            </ol>
          </section>
        ))}
        {log?.length === 0 && (
          <EmptyList title="Nothing yet">Every act on this article is listed here.</EmptyList>
        )}
      </div>
    </>
  )
}
