import { Check, Clock, Upload, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { midSentence } from '../../ui/mid-sentence.ts'
import type { Exported } from '../../../shared/contract.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/icon.tsx'
import { sizeInWords } from '../../ui/size.ts'
import text from '../../ui/text.module.css'
import { cancelJob } from '../jobs.ts'
import { useShell } from '../shell-store.ts'
import { AUDIENCE_NAMES, EXPORT_NAMES } from '../words.ts'
import type { ExportJob, MadeOf, Standing } from './export-job.ts'
import styles from './export.module.css'
import { makingInWords, replaceFile } from './make-files.ts'
import { PagesDialog } from './pages-dialog.tsx'
import { SaveButton } from './save-button.tsx'
import { SignDialog } from './sign-dialog.tsx'

/** From so many on it is told how long it has been: a bar that stands still looks like one that hangs. */
const TOLD_FROM = 3

/** Since it is shown. */
function useSeconds(): number {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const begun = performance.now()
    const tick = setInterval(() => setSeconds(Math.floor((performance.now() - begun) / 1000)), 1000)
    return () => clearInterval(tick)
  }, [])
  return seconds
}

function Running({ kind, job }: { readonly kind: ExportJob['kind']; readonly job: string | null }) {
  const progress = useShell((shell) => (shell.progress?.job === job ? shell.progress : null))
  const label = progress?.label ?? makingInWords(kind)
  const known = progress !== null && progress.total > 0
  const seconds = useSeconds()
  return (
    <li className={styles['file']}>
      <Icon of={Upload} />
      <div>
        <p>
          <span className={text['strong']}>{EXPORT_NAMES[kind]}</span>{' '}
          <span className={text['soft']}>
            {label === makingInWords(kind) ? 'is being made' : midSentence(label)}
            {seconds >= TOLD_FROM && `, ${seconds} s`}
          </span>
        </p>
        <progress
          className={styles['progress']}
          aria-label={EXPORT_NAMES[kind]}
          {...(known && { value: progress.done, max: progress.total })}
        />
      </div>
      {job !== null && (
        <Button aria-label={`Cancel ${EXPORT_NAMES[kind]}`} onClick={() => cancelJob(job)}>
          Cancel
        </Button>
      )}
    </li>
  )
}

/** One that has not begun, or was ended. */
function Idle({ kind, words }: { readonly kind: ExportJob['kind']; readonly words: string }) {
  return (
    <li className={styles['file']}>
      <span className={text['soft']}>
        <Icon of={words === WAITS ? Clock : X} />
      </span>
      <p>
        <span className={text['strong']}>{EXPORT_NAMES[kind]}</span>{' '}
        <span className={text['soft']}>{words}</span>
      </p>
    </li>
  )
}

const WAITS = 'waits for the one before it'
const ENDED = 'cancelled; nothing was written'

type DoneProps = {
  readonly kind: ExportJob['kind']
  readonly file: Exported
  readonly of: MadeOf | undefined
  readonly now: Standing | null
}

/** What has become of the text since a file was made of it; null where all is as it was. */
function sinceThen(then: Standing | null, now: Standing | null): string | null {
  if (then === null || now === null) return null
  if (then.textHash !== now.textHash) return 'The text was changed after this file was made. Make it again.'
  if (then.approved === now.approved) return null
  return now.approved
    ? 'The text was approved after this file was made. Make it again.'
    : 'The approval was taken back after this file was made. Make it again.'
}

/** Looking at the pages of a PDF, signing it, and having it. */
function Acts({ kind, file, of }: Omit<DoneProps, 'now'>) {
  const [over, setOver] = useState<'pages' | 'sign' | null>(null)
  const { fileId, name } = file
  const close = (): void => setOver(null)
  return (
    <span className={styles['acts']}>
      {kind.startsWith('pdf') && (
        <>
          <Button aria-label={`Look at the pages of ${name}`} onClick={() => setOver('pages')}>
            Pages
          </Button>
          <Button aria-label={`Sign ${name}`} onClick={() => setOver('sign')}>
            Sign…
          </Button>
        </>
      )}
      {/* With a signature it is another file, of which nothing was saved yet. */}
      <SaveButton key={fileId} fileId={fileId} name={name} />
      {over === 'pages' && <PagesDialog fileId={fileId} name={name} onClose={close} />}
      {over === 'sign' && (
        <SignDialog
          fileId={fileId}
          name={name}
          approved={of?.standing?.approved ?? null}
          onSigned={(signed) => {
            replaceFile(kind, signed)
            close()
          }}
          onClose={close}
        />
      )}
    </span>
  )
}

/** The choices above the list are of the next file; this one may be for other readers, and of an earlier text. */
function Done({ kind, file, of, now }: DoneProps) {
  const since = sinceThen(of?.standing ?? null, now)
  return (
    <li className={styles['file']}>
      <span className={styles['good']}>
        <Icon of={Check} />
      </span>
      <div>
        <p>
          <span className={text['strong']}>{file.name}</span>{' '}
          <span className={text['soft']}>
            {sizeInWords(file.size)}
            {of !== undefined && `, ${AUDIENCE_NAMES[of.audience].toLowerCase()}`}
          </span>
        </p>
        {since !== null && <p className={text['strong']}>{since}</p>}
        <p className={text['soft']}>{file.checked}</p>
        {file.warnings.map((warning, index) => (
          <p key={`${warning.code} ${index}`}>{warning.message}</p>
        ))}
      </div>
      <Acts kind={kind} file={file} of={of} />
    </li>
  )
}

type FileRowProps = {
  readonly job: ExportJob
  /** How the text stands now; null where that is not looked at. */
  readonly now?: Standing | null
}

/** One file: being made, read back and offered, or refused with the reason. */
export function FileRow({ job, now = null }: FileRowProps) {
  const { kind, outcome } = job
  if (outcome.kind === 'waiting') return <Idle kind={kind} words={WAITS} />
  if (outcome.kind === 'cancelled') return <Idle kind={kind} words={ENDED} />
  if (outcome.kind === 'running') return <Running kind={kind} job={outcome.job} />
  if (outcome.kind === 'refused') {
    return (
      <li className={styles['file']}>
        <span className={text['stop']}>
          <Icon of={X} />
        </span>
        <div>
          <p>
            <span className={text['strong']}>{EXPORT_NAMES[kind]}</span>{' '}
            <span className={classes(text['stop'], text['strong'])}>not offered</span>
          </p>
          <p className={text['soft']}>{outcome.message}</p>
        </div>
      </li>
    )
  }
  const { file, of } = outcome
  return <Done kind={kind} file={file} of={of} now={now} />
}
