import { Paperclip } from 'lucide-react'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { Source, SourceFile } from '../../../shared/model/source.ts'
import { isUnnamed } from '../../../shared/rules/personal-details.ts'
import { host } from '../../host/host.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { shortHash } from '../../ui/hash.ts'
import { Icon } from '../../ui/icon.tsx'
import { sizeInWords } from '../../ui/size.ts'
import text from '../../ui/text.module.css'
import { dayAndClock } from '../../ui/time.ts'
import { useReview } from '../review/store.ts'
import { finishSaving } from '../saved-file.ts'
import { keepFile } from './keep-file.ts'
import type { FileProgress } from './keep-file.ts'
import styles from './sources.module.css'

type Place = { readonly articleId: string; readonly source: Source; readonly locked: boolean }

/** A file that is kept: what it is, and ways to have it back or be rid of it. */
function Kept({ articleId, source, file, locked }: Place & { readonly file: SourceFile }) {
  const act = useReview((review) => review.act)
  const [said, setSaid] = useState('')
  const save = async (): Promise<void> =>
    setSaid(finishSaving(await host.call('sources.saveFile', { articleId, sourceId: source.id }), file.name))
  const drop = async (): Promise<void> => {
    const outcome = await act('sources.dropFile', { articleId, sourceId: source.id })
    if (outcome.ok) announce(`${file.name} is no longer kept.`)
  }
  return (
    <>
      <span className={styles['file']}>
        <span className={text['strong']}>{file.name}</span>{' '}
        <span className={text['soft']}>
          {sizeInWords(file.size)}, {dayAndClock(file.at)}, SHA-256{' '}
          <span className={text['hash']}>{shortHash(file.sha256)}</span>
        </span>{' '}
        <output className={text['soft']}>{said}</output>
      </span>
      <Button aria-label={`Save ${file.name}`} onClick={() => void save()}>
        Save…
      </Button>
      {!locked && (
        <Button aria-label={`Drop ${file.name}`} onClick={() => void drop()}>
          Drop
        </Button>
      )}
    </>
  )
}

function Progress({ label, done, total }: FileProgress) {
  return (
    <progress className={styles['progress']} aria-label={label} value={done} max={total}>
      {label}
    </progress>
  )
}

function Chooser({ source, onFile }: { readonly source: Source; readonly onFile: (file: File) => void }) {
  const field = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={field}
        type="file"
        hidden
        aria-label={`File to keep with ${source.title}`}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
      <Button
        aria-label={`${source.file === null ? 'Keep a file' : 'Another file'} with ${source.title}`}
        onClick={() => field.current?.click()}
      >
        {source.file === null ? 'Keep a file…' : 'Another…'}
      </Button>
    </>
  )
}

function carriesFile(event: React.DragEvent): boolean {
  return event.dataTransfer.types.includes('Files')
}

/**
 * The file of a source; chosen, or dropped on `children`. It is kept by its bytes and handed back as it came, and never
 * opened here. An unnamed source has none: a file may tell who it is. `acts` stand beside it.
 */
export function Attachment(place: Place & { readonly acts?: ReactNode; readonly children: ReactNode }) {
  const { articleId, source, locked, acts, children } = place
  const [progress, setProgress] = useState<FileProgress | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [over, setOver] = useState(false)
  const offered = !locked && !isUnnamed(source.onRecord)
  const keep = async (file: File): Promise<void> => {
    setRefusal(null)
    setRefusal(await keepFile(articleId, source.id, file, setProgress))
  }
  const drop = (event: React.DragEvent): void => {
    setOver(false)
    const [file] = event.dataTransfer.files
    if (!offered || !file) return
    // The window would begin a review with it.
    event.preventDefault()
    void keep(file)
  }
  return (
    <div
      className={classes(styles['place'], over && styles['over'])}
      onDragOver={(event) => setOver(offered && carriesFile(event))}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {children}
      {(source.file !== null || offered || acts !== undefined) && (
        <div className={styles['files']}>
          {source.file !== null && (
            <>
              <Icon of={Paperclip} size={13} />
              <Kept {...place} file={source.file} />
            </>
          )}
          {offered && progress === null && <Chooser source={source} onFile={(file) => void keep(file)} />}
          {progress !== null && <Progress {...progress} />}
          {acts}
        </div>
      )}
      {refusal !== null && <p className={classes(text['stop'], text['small'])}>{refusal}</p>}
    </div>
  )
}
