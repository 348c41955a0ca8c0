import { useEffect, useRef, useState } from 'react'
import { MOST_LISTED_CHANGES } from '../../../shared/change-register.ts'
import type { ChangeRegister } from '../../../shared/change-register.ts'
import type { Paper } from '../../../shared/model/check-book.ts'
import type { Audience, ExportKind, ReviewState } from '../../../shared/model/review.ts'
import { useChecks } from '../../checks/checks.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { counted } from '../../ui/counted.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { CheckField, KeyedSelect } from '../../ui/field.tsx'
import { shortHash } from '../../ui/hash.ts'
import { Segmented } from '../../ui/segmented.tsx'
import text from '../../ui/text.module.css'
import { useReview } from '../review/store.ts'
import { useSession } from '../session-store.ts'
import { useShell } from '../shell-store.ts'
import { AUDIENCE_NAMES, choices, EXPORT_NAMES } from '../words.ts'
import { isUnderWay } from './export-job.ts'
import type { ExportJob } from './export-job.ts'
import { isWordKind } from './export-words.ts'
import styles from './export.module.css'
import { FileRow } from './file-row.tsx'
import { cancelFiles, makeFiles, useExports } from './make-files.ts'
import { Means, useWordFile } from './what-it-means.tsx'

const UNDER: Readonly<Record<ExportKind, string>> = {
  'docx-review': 'native changes and comments',
  'docx-clean': 'final text, nothing hidden',
  'docx-original': 'text before all changes',
  'pdf-packet': 'verdict, text, claims, redline',
  'pdf-redline': 'with margin notes',
  'pdf-clean': 'final text',
  package: 'the review, for another desk',
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

type WantedPaper = Paper | 'house'

const PAPER_NAMES = { a4: 'A4', letter: 'US Letter' } as const satisfies Record<Paper, string>

/** The house style's own by its name, as soon as the styles are here. */
function usePapers(): readonly { readonly value: WantedPaper; readonly label: string }[] {
  const paper = useChecks(({ profile, profiles }) => profiles.find(({ id }) => id === profile)?.paper)
  const label = paper === undefined ? 'house style' : `house style: ${PAPER_NAMES[paper]}`
  return [{ value: 'house', label }, ...choices(PAPER_NAMES)]
}

const LISTS = [
  { value: 'auto', label: `if ${MOST_LISTED_CHANGES} or fewer` },
  { value: 'always', label: 'always' },
  { value: 'never', label: 'never' },
] as const satisfies readonly { readonly value: ChangeRegister; readonly label: string }[]

/** For whom, whether Word files end with a page that says how the review stands, and how PDFs are set. */
function ForWhom(props: {
  readonly audience: Audience
  readonly signOffPage: boolean
  readonly paper: WantedPaper
  readonly list: ChangeRegister
  readonly onAudience: (audience: Audience) => void
  readonly onSignOffPage: (wanted: boolean) => void
  readonly onPaper: (paper: WantedPaper) => void
  readonly onList: (list: ChangeRegister) => void
}) {
  const papers = usePapers()
  return (
    <>
      <h3 className={styles['head']}>For whom</h3>
      <Segmented
        label="For whom"
        value={props.audience}
        options={choices(AUDIENCE_NAMES)}
        onChange={props.onAudience}
      />
      <div className={styles['page']}>
        <CheckField
          label="End Word files with a sign-off page"
          checked={props.signOffPage}
          onChange={(event) => props.onSignOffPage(event.target.checked)}
        />
      </div>
      <div className={styles['page']}>
        <KeyedSelect label="PDF paper" value={props.paper} options={papers} onChange={props.onPaper} />
        <KeyedSelect label="PDF list of changes" value={props.list} options={LISTS} onChange={props.onList} />
      </div>
    </>
  )
}

/** As main refuses it. */
const LEGAL_ONLY = 'A file for legal holds what is private to it, and is made in the legal role.'

type ActsProps = {
  readonly running: boolean
  /** Why no file can be made for these readers; null where it can. */
  readonly why: string | null
  readonly count: number
  readonly onMake: () => void
  readonly onClose: () => void
}

/**
 * One button makes the files and cancels them, so that the focus stays. Cancelling takes neither the second click of a
 * double one nor a key that is still held.
 */
function MakeOrCancel({ running, why, count, onMake }: Omit<ActsProps, 'onClose'>) {
  return (
    <Button
      look={running ? 'quiet' : 'fill'}
      aria-disabled={!running && (count === 0 || why !== null)}
      onKeyDown={(event) => {
        if (event.repeat && event.key !== 'Tab') event.preventDefault()
      }}
      onClick={(event) => {
        if (!running) onMake()
        else if (event.detail < 2) cancelFiles()
      }}
    >
      {running ? 'Cancel what is running' : `Make ${counted(count, 'file')}`}
    </Button>
  )
}

function wordsBeside({ running, why, count }: ActsProps): string {
  if (running) return 'Closing this ends nothing: the files wait here.'
  if (why !== null) return why
  return count === 0
    ? 'Choose at least one file.'
    : 'Each file is read back and checked before it is offered.'
}

function Acts(making: ActsProps) {
  return (
    <>
      <span className={classes(text['soft'], text['grow'])}>{wordsBeside(making)}</span>
      <MakeOrCancel {...making} />
      <Button look="line" onClick={making.onClose}>
        Close
      </Button>
    </>
  )
}

/** The files stand under all choices: what happens to them is brought into sight, whatever is read above. */
function Files({ jobs, state }: { readonly jobs: readonly ExportJob[]; readonly state: ReviewState }) {
  const list = useRef<HTMLUListElement>(null)
  const seen = useRef(jobs)
  useEffect(() => {
    if (seen.current !== jobs) list.current?.scrollIntoView({ block: 'nearest' })
    seen.current = jobs
  }, [jobs])
  return (
    <ul ref={list} className={styles['files']} aria-label="Files">
      {jobs.map((job) => (
        <FileRow
          key={job.kind}
          job={job}
          now={{ textHash: state.textHash, approved: state.article.locked }}
        />
      ))}
    </ul>
  )
}

function ExportForm({ state }: { readonly state: ReviewState }) {
  const hide = useShell((shell) => shell.hide)
  const { id: articleId, slug, version } = state.article
  const [chosen, setChosen] = useState<readonly ExportKind[]>(['docx-review', 'pdf-packet'])
  const [focus, setFocus] = useState<ExportKind>('docx-review')
  const [audience, setAudience] = useState<Audience>('internal')
  const [signOffPage, setSignOffPage] = useState(false)
  const [paper, setPaper] = useState<WantedPaper>('house')
  const [changeRegister, setChangeRegister] = useState<ChangeRegister>('auto')
  const wordFile = useWordFile(articleId)
  const isLegal = useSession((store) => store.session?.actor.role === 'legal')
  const exports = useExports()
  const jobs = exports.articleId === articleId ? exports.jobs : []
  const running = exports.jobs.some(isUnderWay)
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
        <Acts
          running={running}
          why={audience === 'legal' && !isLegal ? LEGAL_ONLY : null}
          count={chosen.length}
          onMake={() =>
            void makeFiles({
              articleId,
              // As they stand in the list, whichever was chosen first.
              kinds: OFFERED.map(({ value }) => value).filter((kind) => chosen.includes(kind)),
              audience,
              signOffPage,
              changeRegister,
              ...(paper === 'house' ? {} : { paper }),
            })
          }
          onClose={hide}
        />
      }
    >
      <div className={styles['columns']}>
        <What chosen={chosen} focus={focus} onFocus={setFocus} onToggle={toggle} />
        <div>
          <ForWhom
            audience={audience}
            signOffPage={signOffPage}
            paper={paper}
            onPaper={setPaper}
            list={changeRegister}
            onList={setChangeRegister}
            onAudience={setAudience}
            onSignOffPage={(wanted) => {
              setSignOffPage(wanted)
              // What that page brings is told of a Word file.
              if (wanted && !isWordKind(focus)) setFocus(chosen.find(isWordKind) ?? 'docx-review')
            }}
          />
          <Means
            state={state}
            kind={focus}
            audience={audience}
            signOffPage={signOffPage}
            wordFile={wordFile}
            changeRegister={changeRegister}
          />
        </div>
      </div>
      {jobs.length > 0 && <Files jobs={jobs} state={state} />}
    </Dialog>
  )
}

/** What, for whom, what that means in words, and what each file's own check found. */
export function ExportDialog() {
  const state = useReview((review) => review.state)
  return state === null ? null : <ExportForm state={state} />
}
