import { useState } from 'react'
import type { ArticleId } from '../../../shared/model/ids.ts'
import type { LogFormat } from '../../../shared/model/log-file.ts'
import type { LogEvent } from '../../../shared/model/review.ts'
import { host } from '../../host/host.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import text from '../../ui/text.module.css'
import panel from '../review/panel.module.css'
import { finishSaving } from '../saved-file.ts'
import styles from './history.module.css'
import { kindsOf } from './log-filter.ts'
import type { LogFilter } from './log-filter.ts'
import { useHistory } from './store.ts'

/** What the file holds, before it is made: words in the search field narrow the list alone. */
function holds({ personId, area, words }: LogFilter): string {
  const narrowed = personId !== '' || area !== ''
  if (words !== '' && narrowed) return 'Holds who and what is chosen, whatever the words.'
  if (words !== '') return 'Holds the whole log, whatever the words.'
  return narrowed ? 'Holds who and what is chosen.' : 'Holds the whole log.'
}

/** The log as a file, with every hash, to be checked by others. */
export function LogExport({
  articleId,
  log,
}: {
  readonly articleId: ArticleId
  readonly log: readonly LogEvent[]
}) {
  const filter = useHistory((store) => store.filter)
  const [said, setSaid] = useState('')
  const save = async (format: LogFormat): Promise<void> => {
    const personId = log.find((event) => event.personId === filter.personId)?.personId ?? null
    const kinds = filter.area === '' ? null : kindsOf(log, filter.area)
    const made = await host.call('log.export', { articleId, format, kinds, personId })
    if (!made.ok) return setSaid(made.error.message)
    const { fileId, name } = made.value
    setSaid(finishSaving(await host.call('exports.save', { fileId }), name))
  }
  return (
    <footer className={classes(panel['footer'], styles['export'])}>
      <Button look="line" onClick={() => void save('csv')}>
        Save as CSV…
      </Button>
      <Button onClick={() => void save('json')}>Save as JSON…</Button>
      <p className={classes(text['soft'], text['small'])}>{said === '' ? holds(filter) : said}</p>
    </footer>
  )
}
