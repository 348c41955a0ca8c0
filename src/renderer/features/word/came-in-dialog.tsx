import { useEffect, useState } from 'react'
import type { ImportReport } from '../../../shared/model/import-report.ts'
import { host } from '../../host/host.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import text from '../../ui/text.module.css'
import { dayAndClock } from '../../ui/time.ts'
import { useReview } from '../review/store.ts'
import { useShell } from '../shell-store.ts'
import { CameInFile } from './came-in.tsx'
import styles from './word.module.css'

type Read =
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly reports: readonly ImportReport[] }
  | { readonly kind: 'refused'; readonly message: string }

async function readReports(articleId: string): Promise<Read> {
  const outcome = await host.call('review.imports', { articleId })
  return outcome.ok
    ? { kind: 'read', reports: outcome.value }
    : { kind: 'refused', message: outcome.error.message }
}

function useReports(articleId: string): Read {
  const [read, setRead] = useState<Read>({ kind: 'reading' })
  useEffect(() => {
    let gone = false
    const load = async (): Promise<void> => {
      const answer = await readReports(articleId)
      if (!gone) setRead(answer)
    }
    void load()
    return () => {
      gone = true
    }
  }, [articleId])
  return read
}

function Reports({ read, from }: { readonly read: Read; readonly from: string }) {
  if (read.kind === 'reading') return <p className={text['soft']}>Reading…</p>
  if (read.kind === 'refused') return <p role="alert">{read.message}</p>
  if (read.reports.length === 0) {
    return (
      <p>
        {from === '' ? 'This article was not opened from a file here.' : `It was opened from “${from}”.`} No
        report of it is kept: it came with a package, or was opened by an earlier Stet.
      </p>
    )
  }
  return (
    <ul className={styles['files']}>
      {read.reports.toReversed().map((report) => (
        <li key={`${report.at} ${report.name}`}>
          <h3 className={styles['name']}>
            {report.name} <span className={text['soft']}>{dayAndClock(report.at)}</span>
          </h3>
          <CameInFile {...report} />
        </li>
      ))}
    </ul>
  )
}

/** What came in with the file that the open article was made of, and with files that came back. */
export function CameInDialog() {
  const hide = useShell((shell) => shell.hide)
  const article = useReview((review) => review.state?.article)
  const read = useReports(article?.id ?? '')
  return (
    <Dialog
      title="What came in"
      onClose={hide}
      footer={
        <Button look="line" onClick={hide}>
          Close
        </Button>
      }
    >
      <Reports read={read} from={article?.importedFrom ?? ''} />
    </Dialog>
  )
}
