import { Check, Clock, Upload, X } from 'lucide-react'
import { useState } from 'react'
import type { Exported } from '../../../shared/contract.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/icon.tsx'
import { sizeInWords } from '../../ui/size.ts'
import text from '../../ui/text.module.css'
import { cancelJob } from '../jobs.ts'
import { useShell } from '../shell-store.ts'
import { EXPORT_NAMES } from '../words.ts'
import type { ExportJob } from './export-job.ts'
import styles from './export.module.css'
import { replaceFile } from './make-files.ts'
import { PagesDialog } from './pages-dialog.tsx'
import { SaveButton } from './save-button.tsx'
import { SignDialog } from './sign-dialog.tsx'

function Running({ kind, job }: { readonly kind: ExportJob['kind']; readonly job: string | null }) {
  const progress = useShell((shell) => (shell.progress?.job === job ? shell.progress : null))
  const known = progress !== null && progress.total > 0
  return (
    <li className={styles['file']}>
      <Icon of={Upload} />
      <div>
        <p>
          <span className={text['strong']}>{EXPORT_NAMES[kind]}</span>{' '}
          <span className={text['soft']}>{progress?.label ?? 'is being made'}</span>
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
  readonly approved: boolean
}

/** Looking at the pages of a PDF, signing it, and having it. */
function Acts({ kind, file, approved }: DoneProps) {
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
      <SaveButton fileId={fileId} name={name} />
      {over === 'pages' && <PagesDialog fileId={fileId} name={name} onClose={close} />}
      {over === 'sign' && (
        <SignDialog
          fileId={fileId}
          name={name}
          approved={approved}
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

function Done({ kind, file, approved }: DoneProps) {
  return (
    <li className={styles['file']}>
      <span className={styles['good']}>
        <Icon of={Check} />
      </span>
      <div>
        <p>
          <span className={text['strong']}>{file.name}</span>{' '}
          <span className={text['soft']}>{sizeInWords(file.size)}</span>
        </p>
        <p className={text['soft']}>{file.checked}</p>
        {file.warnings.map((warning, index) => (
          <p key={`${warning.code} ${index}`} className={text['soft']}>
            {warning.message}
          </p>
        ))}
      </div>
      <Acts kind={kind} file={file} approved={approved} />
    </li>
  )
}

/** One file: being made, read back and offered, or refused with the reason. */
export function FileRow({ job, approved = false }: { readonly job: ExportJob; readonly approved?: boolean }) {
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
  return <Done kind={kind} file={outcome.file} approved={approved} />
}
