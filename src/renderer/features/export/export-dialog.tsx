import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Audience, ExportKind, ReviewState } from '../../../shared/model/review.ts'
import { host } from '../../host/host.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { counted } from '../../ui/counted.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { shortHash } from '../../ui/hash.ts'
import { Segmented } from '../../ui/segmented.tsx'
import text from '../../ui/text.module.css'
import { countsOf } from '../review/counts.ts'
import { useReview } from '../review/store.ts'
import { useSession } from '../session-store.ts'
import { useShell } from '../shell-store.ts'
import { AUDIENCE_NAMES, choices, EXPORT_NAMES } from '../words.ts'
import { exportWords } from './export-words.ts'
import styles from './export.module.css'
import type { ExportJob } from './export-job.ts'
import { FileRow } from './file-row.tsx'

const UNDER: Readonly<Record<ExportKind, string>> = {
  'docx-review': 'native changes and comments',
  'docx-clean': 'final text, nothing hidden',
  'pdf-packet': 'verdict, text, claims, redline',
  'pdf-redline': 'with margin notes',
  'pdf-clean': 'final text',
  package: 'the review, for another desk',
}

const SAYS_OF_NOT_APPROVED: Readonly<Partial<Record<ExportKind, string>>> = {
  'pdf-packet': 'The cover and every footer will say NOT APPROVED.',
  package: 'Whoever opens it sees at which step it stands.',
}

const OFFERED = choices(EXPORT_NAMES)

type WhatProps = {
  readonly chosen: readonly ExportKind[]
  readonly focus: ExportKind
  readonly onFocus: (kind: ExportKind) => void
  readonly onToggle: (kind: ExportKind) => void
}

function What({ chosen, focus, onFocus, onToggle }: WhatProps) {
  return (
    <fieldset aria-labelledby="export-what">
      <h3 id="export-what" className={styles['head']}>
        What
      </h3>
      {OFFERED.map(({ value, label }) => (
        <label
          key={value}
          className={classes(styles['what'], value === focus && styles['on'])}
          onPointerEnter={() => onFocus(value)}
        >
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onFocus={() => onFocus(value)}
            onChange={() => onToggle(value)}
          />
          <span className={text['strong']}>{label}</span>
          <span className={styles['under']}>{UNDER[value]}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Means(props: { state: ReviewState; kind: ExportKind; audience: Audience }) {
  const { state, kind, audience } = props
  const { people, snapshot } = useReview(useShallow(({ people, snapshot }) => ({ people, snapshot })))
  const asRead = countsOf(state, snapshot).changes
  const isLegal = useSession((store) => store.session?.actor.role === 'legal')
  const open = { asRead, inFile: snapshot?.index.changes.length ?? asRead, isLegal }
  const words = exportWords(kind, audience, state, people, open)
  const column = (title: string, lines: readonly string[]) => (
    <div>
      <h4>{title}</h4>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
  return (
    <>
      <div className={styles['words']}>
        {column(`${EXPORT_NAMES[kind]} includes`, words.includes)}
        {column('It leaves out', words.leavesOut)}
      </div>
      {!state.article.locked && (
        <p className={styles['says']}>
          <span className={classes(text['stop'], text['strong'])}>This text is not approved.</span>{' '}
          {SAYS_OF_NOT_APPROVED[kind] ?? 'Nothing in the file will say that it is.'}
        </p>
      )}
      {kind === 'package' && (
        <p className={text['soft']}>
          A copy: the right to edit stays here. “Hand over…” sends the story to another desk, or asks a
          colleague for marks.
        </p>
      )}
    </>
  )
}

function ExportForm({ state }: { readonly state: ReviewState }) {
  const hide = useShell((shell) => shell.hide)
  const [chosen, setChosen] = useState<readonly ExportKind[]>(['docx-review', 'pdf-packet'])
  const [focus, setFocus] = useState<ExportKind>('pdf-packet')
  const [audience, setAudience] = useState<Audience>('internal')
  const [jobs, setJobs] = useState<readonly ExportJob[]>([])
  const { id: articleId, slug, version } = state.article
  const running = jobs.some((job) => job.outcome.kind === 'running')

  const finish = (kind: ExportKind, outcome: ExportJob['outcome']): void =>
    setJobs((all) => all.map((job) => (job.kind === kind ? { kind, outcome } : job)))

  const make = async (): Promise<void> => {
    setJobs(chosen.map((kind) => ({ kind, outcome: { kind: 'running' } })))
    await useReview.getState().editor?.flush()
    for (const kind of chosen) {
      const outcome = await host.call('exports.create', { articleId, kind, audience })
      if (outcome.ok) {
        finish(kind, { kind: 'done', file: outcome.value })
        announce(`${outcome.value.name}: ${outcome.value.checked}`)
      } else {
        finish(kind, { kind: 'refused', message: outcome.error.message })
        announce(`${EXPORT_NAMES[kind]} was not made: ${outcome.error.message}`)
      }
    }
  }
  const toggle = (kind: ExportKind): void => {
    setFocus(kind)
    setChosen(chosen.includes(kind) ? chosen.filter((each) => each !== kind) : [...chosen, kind])
  }
  return (
    <Dialog
      title="Export"
      size="wide"
      flush
      onClose={hide}
      aside={
        <span className={text['soft']}>
          {slug === '' ? 'no slug yet' : slug}, v{version},{' '}
          <span className={text['hash']}>{shortHash(state.textHash)}</span>
        </span>
      }
      footer={
        <>
          <span className={classes(text['soft'], text['grow'])}>
            Each file is read back and checked before it is offered.
          </span>
          <Button
            look="fill"
            aria-disabled={running || chosen.length === 0}
            onClick={() => {
              void make()
            }}
          >
            {running ? 'Making…' : `Make ${counted(chosen.length, 'file')}`}
          </Button>
          <Button look="line" onClick={hide}>
            Close
          </Button>
        </>
      }
    >
      <div className={styles['columns']}>
        <What chosen={chosen} focus={focus} onFocus={setFocus} onToggle={toggle} />
        <div>
          <h3 className={styles['head']}>For whom</h3>
          <Segmented
            label="For whom"
            value={audience}
            options={choices(AUDIENCE_NAMES)}
            onChange={setAudience}
          />
          <Means state={state} kind={focus} audience={audience} />
        </div>
      </div>
      {jobs.length > 0 && (
        <ul className={styles['files']} aria-label="Files">
          {jobs.map((job) => (
            <FileRow key={job.kind} job={job} />
          ))}
        </ul>
      )}
    </Dialog>
  )
}

/** What, for whom, what that means in words, and what each file's own check found. */
export function ExportDialog() {
  const state = useReview((review) => review.state)
  return state === null ? null : <ExportForm state={state} />
}
