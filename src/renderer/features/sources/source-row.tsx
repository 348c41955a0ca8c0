import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { ReviewState } from '../../../shared/model/review.ts'
import type { Source } from '../../../shared/model/source.ts'
import { host } from '../../host/host.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { TextArea } from '../../ui/field.tsx'
import { focusOnOpen } from '../../ui/focus-on-open.ts'
import text from '../../ui/text.module.css'
import { dayAndClock } from '../../ui/time.ts'
import panel from '../review/panel.module.css'
import { usePersonOf } from '../review/people.ts'
import { useReview } from '../review/store.ts'
import { useSession } from '../session-store.ts'
import { describeSource } from './describe-source.ts'
import { SourceForm } from './source-form.tsx'
import type { SourceDraft } from './source-form.tsx'
import styles from './sources.module.css'

async function openAddress(url: string): Promise<void> {
  const outcome = await host.call('shell.openExternal', { url })
  if (!outcome.ok) useReview.getState().setError(outcome.error.message)
}

type RowProps = { readonly state: ReviewState; readonly source: Source }

function AttestForm({
  articleId,
  sourceId,
  onDone,
}: {
  articleId: string
  sourceId: string
  readonly onDone: () => void
}) {
  const act = useReview((review) => review.act)
  const role = useSession((store) => store.session?.actor.role)
  const [reason, setReason] = useState('')
  const reporter = role === 'reporter'
  const attest = async (): Promise<void> => {
    const outcome = await act('sources.attest', { articleId, sourceId, reason })
    if (!outcome.ok) return
    announce('Attested.')
    onDone()
  }
  return (
    <form
      className={styles['attest']}
      onSubmit={(event) => {
        event.preventDefault()
        if (!reporter) void attest()
      }}
    >
      <p>
        You say by name that you know who this is, that they know it at first hand, and that they may stay
        unnamed. There is no field for the name: it is stored nowhere.
      </p>
      <TextArea
        label="Why they stay unnamed"
        value={reason}
        required
        ref={focusOnOpen}
        onChange={(event) => setReason(event.target.value)}
      />
      <p className={styles['acts']}>
        <Button look="line" type="submit" aria-disabled={reporter}>
          I know who this is
        </Button>
        <Button onClick={onDone}>Cancel</Button>
        {reporter && <span className={text['soft']}>An editor who is not the reporter attests.</span>}
      </p>
    </form>
  )
}

function Attestation({ source }: { readonly source: Source }) {
  const personOf = usePersonOf()
  if (source.onRecord !== 'unnamed') return null
  if (source.attestation === null) {
    return (
      <p className={classes(panel['missing'], text['stop'])}>
        No editor has said that they know who this is.
      </p>
    )
  }
  const { by, at, reason } = source.attestation
  return (
    <p className={panel['missing']}>
      {personOf(by)?.name ?? 'An editor'} knows who this is, {dayAndClock(at)}.{' '}
      <span className={text['soft']}>{reason}</span>
    </p>
  )
}

export function SourceRow({ state, source }: RowProps) {
  const { act, setOpenClaim, setCurrent } = useReview(
    useShallow(({ act, setOpenClaim, setCurrent }) => ({ act, setOpenClaim, setCurrent })),
  )
  const [open, setOpen] = useState<'edit' | 'attest' | null>(null)
  const { id: articleId, locked } = state.article
  const claims = state.claims.filter((claim) => claim.sources.some((each) => each.sourceId === source.id))
  const done = (): void => setOpen(null)
  const save = async (fields: SourceDraft): Promise<void> => {
    const outcome = await act('sources.update', { articleId, sourceId: source.id, fields })
    if (outcome.ok) done()
  }
  if (open === 'edit') {
    return (
      <li className={panel['form']}>
        <SourceForm source={source} submitLabel="Save" onSubmit={save} onCancel={done} />
      </li>
    )
  }
  return (
    <li className={styles['row']}>
      <span className={styles['grade']} title={`Grade ${source.grade}`}>
        {source.grade}
      </span>
      <div className={text['grow']}>
        <p className={text['strong']}>{source.title}</p>
        <p className={panel['remedy']}>{describeSource(source)}</p>
        {source.origin !== '' && (
          <p className={panel['remedy']}>
            Origin <span className={styles['ink']}>{source.origin}</span>
          </p>
        )}
        <Attestation source={source} />
        <p className={panel['missing']}>
          {claims.length === 0 ? (
            <span className={text['soft']}>Bears no claim yet.</span>
          ) : (
            <>
              <span className={text['soft']}>Bears </span>
              {claims.map((claim) => (
                <button
                  key={claim.id}
                  type="button"
                  className={styles['claim']}
                  onClick={() => {
                    setOpenClaim(claim.id)
                    setCurrent({ kind: 'claim', id: claim.id })
                  }}
                >
                  claim {claim.number}
                </button>
              ))}
            </>
          )}
        </p>
        {open === 'attest' && <AttestForm articleId={articleId} sourceId={source.id} onDone={done} />}
        {open === null && (
          <p className={panel['acts']}>
            {!locked && <Button onClick={() => setOpen('edit')}>Edit</Button>}
            {!locked && source.onRecord === 'unnamed' && source.attestation === null && (
              <Button onClick={() => setOpen('attest')}>Attest…</Button>
            )}
            {source.url !== '' && (
              <Button
                onClick={() => {
                  void openAddress(source.url)
                }}
              >
                Open address
              </Button>
            )}
          </p>
        )}
      </div>
    </li>
  )
}
