import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { ReviewState } from '../../../shared/model/review.ts'
import { listed } from '../../../shared/rules/words.ts'
import { host } from '../../host/host.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import text from '../../ui/text.module.css'
import { dragsSource } from '../claims/source-drag.ts'
import { ClaimLinks } from '../review/claim-links.tsx'
import panel from '../review/panel.module.css'
import { refuse } from '../review/refusals.ts'
import { useReview } from '../review/store.ts'
import { Attachment } from './attachment.tsx'
import { AttestForm, Attestation } from './attestation.tsx'
import { describeSource } from './describe-source.ts'
import type { SourceRow } from './source-list.ts'
import { setView } from './store.ts'
import styles from './sources.module.css'

async function openAddress(url: string): Promise<void> {
  const outcome = await host.call('shell.openExternal', { url })
  if (!outcome.ok) useReview.getState().setError(outcome.error.message)
}

/** Most that are named; the others are counted. */
const NAMED = 3

function Origin({ row: { source, peers, countsOnce } }: { readonly row: SourceRow }) {
  const titles = peers.slice(0, NAMED).map(({ title }) => title)
  const more = peers.length - titles.length
  const names = listed(more > 0 ? [...titles, `${more} more`] : titles)
  return (
    <p className={panel['remedy']}>
      Origin <span className={styles['ink']}>{source.origin === '' ? 'not said' : source.origin}</span>
      {peers.length > 0 && (
        <span className={countsOnce ? text['stop'] : undefined}>; counts once with {names}</span>
      )}
    </p>
  )
}

function Uses({ row: { source, claims } }: { readonly row: SourceRow }) {
  const against = claims.filter((claim) =>
    claim.sources.some((link) => link.sourceId === source.id && link.stance === 'contradicts'),
  )
  const bears = claims.filter((claim) => !against.includes(claim))
  if (claims.length === 0) return <p className={panel['remedy']}>Bears no claim yet.</p>
  return (
    <p className={panel['remedy']}>
      {bears.length > 0 && (
        <>
          Bears <ClaimLinks claims={bears} />
        </>
      )}
      {against.length > 0 && (
        <>
          {bears.length > 0 && '; '}
          <span className={text['stop']}>contradicts </span>
          <ClaimLinks claims={against} />
        </>
      )}
    </p>
  )
}

type RowProps = {
  readonly state: ReviewState
  readonly row: SourceRow
  readonly position: number
  readonly of: number
  readonly isCurrent: boolean
  /** Arrow keys go from title to title. */
  readonly onTitleKey: (event: KeyboardEvent) => void
}

/** One source: how strong, what it is, where it comes from in the end, and what it bears. */
export function Row({ state, row, position, of, isCurrent, onTitleKey }: RowProps) {
  const { source } = row
  const [attesting, setAttesting] = useState(false)
  const { id: articleId, locked } = state.article
  const open = (): void => {
    if (locked) refuse('locked')
    else setView({ kind: 'edit', id: source.id })
  }
  const address = source.url !== '' && (
    <Button aria-label={`Open the address of ${source.title}`} onClick={() => void openAddress(source.url)}>
      Open address
    </Button>
  )
  const canAttest = !locked && source.onRecord === 'unnamed' && source.attestation === null
  return (
    <li
      data-row={source.id}
      aria-posinset={position}
      aria-setsize={of}
      className={classes(styles['row'], isCurrent && styles['on'])}
    >
      <span
        className={styles['grade']}
        title={`Grade ${source.grade}. Drag it onto the number of a claim to attach it.`}
        {...(locked ? {} : dragsSource(source.id))}
      >
        {source.grade}
      </span>
      <Attachment articleId={articleId} source={source} locked={locked} {...(address && { acts: address })}>
        <button
          type="button"
          data-title=""
          className={styles['title']}
          dir="auto"
          aria-current={isCurrent ? 'true' : undefined}
          aria-label={`Grade ${source.grade}, ${source.title}: ${describeSource(source)}`}
          onKeyDown={onTitleKey}
          onClick={open}
        >
          {source.title}
        </button>
        <p className={panel['remedy']}>{describeSource(source)}</p>
        {source.gradeReason !== '' && (
          <p className={panel['remedy']}>
            Graded {source.grade}: {source.gradeReason}
          </p>
        )}
        {source.inText !== '' && (
          <p className={panel['remedy']}>
            In the text as <span className={styles['ink']}>“{source.inText}”</span>
          </p>
        )}
        <Origin row={row} />
        <Uses row={row} />
        <Attestation source={source} />
        {attesting && !locked && (
          <AttestForm state={state} source={source} onDone={() => setAttesting(false)} />
        )}
        {canAttest && !attesting && (
          <p className={styles['acts']}>
            <Button aria-label={`Attest ${source.title}`} onClick={() => setAttesting(true)}>
              Attest…
            </Button>
          </p>
        )}
      </Attachment>
    </li>
  )
}
