import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Audience, ReviewState } from '../../../shared/model/review.ts'
import { host } from '../../host/host.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import text from '../../ui/text.module.css'
import type { ExportJob } from '../export/export-job.ts'
import { FileRow } from '../export/file-row.tsx'
import { useReview } from '../review/store.ts'
import { storedFirst } from '../review/stored-first.ts'
import { whyNotHere } from '../review/workflow.ts'
import { useSession } from '../session-store.ts'
import { useShell } from '../shell-store.ts'
import { AUDIENCE_NAMES, choices } from '../words.ts'
import styles from './exchange.module.css'
import { PackageContents } from './package-contents.tsx'
import { PURPOSE_MEANINGS, PURPOSE_NAMES, RIGHT_IN_WORDS, whyNotMade } from './package-words.ts'
import type { Handed } from './package-words.ts'

const PURPOSES: readonly Handed[] = ['hand-over', 'marks']

type PurposesProps = {
  readonly purpose: Handed
  /** Why the right cannot go with it; null where it can. */
  readonly refusal: string | null
  readonly onChoose: (purpose: Handed) => void
}

function Purposes({ purpose, refusal, onChoose }: PurposesProps) {
  return (
    <div className={styles['purposes']} role="radiogroup" aria-label="What for">
      {PURPOSES.map((value) => {
        const off = value === 'hand-over' && refusal !== null
        return (
          <label key={value} className={off ? styles['off'] : undefined}>
            <input
              type="radio"
              name="purpose"
              checked={purpose === value}
              aria-disabled={off}
              aria-describedby={`purpose-${value}`}
              onChange={() => {
                if (!off) onChoose(value)
              }}
            />
            <span className={text['strong']}>{PURPOSE_NAMES[value]}</span>
            <span id={`purpose-${value}`}>{off ? refusal : `${PURPOSE_MEANINGS[value]}.`}</span>
          </label>
        )
      })}
    </div>
  )
}

function HandOverForm({ state }: { readonly state: ReviewState }) {
  const { hide, show } = useShell(useShallow(({ hide, show }) => ({ hide, show })))
  const refusal = whyNotHere(state.article)
  const [purpose, setPurpose] = useState<Handed>(refusal === null ? 'hand-over' : 'marks')
  const [audience, setAudience] = useState<Audience>('internal')
  const [job, setJob] = useState<ExportJob | null>(null)
  const { id: articleId, slug, version } = state.article
  const running = job?.outcome.kind === 'running'
  const made = job?.outcome.kind === 'done'
  const goes = purpose === 'hand-over'
  const role = useSession((store) => store.session?.actor.role ?? null)
  const why = whyNotMade(purpose, audience, role)

  const make = async (): Promise<void> => {
    if (!(await storedFirst())) return
    setJob({ kind: 'package', outcome: { kind: 'running', job: null } })
    const outcome = await host.call('packages.create', { articleId, audience, purpose })
    if (!outcome.ok) {
      announce(`The package was not made: ${outcome.error.message}`)
      return setJob({ kind: 'package', outcome: { kind: 'refused', message: outcome.error.message } })
    }
    setJob({ kind: 'package', outcome: { kind: 'done', file: outcome.value } })
    announce(`${outcome.value.name}: ${outcome.value.checked}`)
    await useReview.getState().refresh()
  }

  return (
    <Dialog
      title="Hand over"
      size="wide"
      aside={
        <span className={text['slug']}>
          {slug === '' ? 'no slug yet' : slug}, v{version}
        </span>
      }
      onClose={hide}
      footer={
        <>
          {!made && (
            <Button look="fill" aria-disabled={running || why !== null} onClick={() => void make()}>
              {running ? 'Making…' : goes ? 'Make the package and hand over' : 'Make the package'}
            </Button>
          )}
          <Button look="line" onClick={hide}>
            Close
          </Button>
          {made && goes && <Button onClick={() => show({ kind: 'take-back' })}>Take it back…</Button>}
        </>
      }
    >
      {made ? (
        <p>
          {goes
            ? 'The right to edit has left this desk. Save the package and send it; the same package can be saved again. If it never arrives, take the right back.'
            : 'Save the package and send it. When it comes back, open it here: their marks are put beside yours.'}
        </p>
      ) : (
        <>
          <Purposes purpose={purpose} refusal={refusal} onChoose={setPurpose} />
          <p className={text['soft']}>{RIGHT_IN_WORDS}</p>
          <h3 className={styles['head']}>For whom</h3>
          <Segmented
            label="For whom"
            value={audience}
            options={choices(AUDIENCE_NAMES)}
            onChange={setAudience}
          />
          {why !== null && (
            <p className={styles['why']} role="note">
              {why}
            </p>
          )}
          <PackageContents state={state} audience={audience} />
        </>
      )}
      {job !== null && (
        <ul aria-label="Files" className={styles['files']}>
          <FileRow job={job} />
        </ul>
      )}
    </Dialog>
  )
}

/** The review to another desk: what for, for whom, what goes and what stays, and the file. */
export function HandOverDialog() {
  const state = useReview((review) => review.state)
  return state === null ? null : <HandOverForm state={state} />
}
