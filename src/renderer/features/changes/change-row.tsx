import { Check, ChevronDown, ChevronRight, MessageSquare, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { ChangePlace } from '../../editor/api.ts'
import { ChangedWords, Initials } from '../../ui/author.tsx'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/icon.tsx'
import text from '../../ui/text.module.css'
import { when } from '../../ui/time.ts'
import panel from '../review/panel.module.css'
import { usePersonOf } from '../review/people.ts'
import { isWorded, noteWords, rowInWords, shownWords, verbOf } from './change-words.ts'
import styles from './changes.module.css'
import type { ListRow } from './fold-sets.ts'

export type RowProps = {
  readonly row: ListRow
  readonly place: ChangePlace | null
  readonly position: number
  readonly of: number
  /** The one row that Tab reaches; arrow keys go on from it. */
  readonly active: boolean
  /** The caret stands in it, or it was chosen here. */
  readonly current: boolean
  readonly decidable: boolean
  readonly now: number
  readonly onFocus: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onGo: () => void
  readonly onFold: (open: boolean) => void
  readonly onComment: () => void
  readonly onDecide: (verdict: 'accepted' | 'rejected') => void
}

function Words({ row }: { readonly row: ListRow }) {
  const person = usePersonOf()(row.authorId)
  const { kind, label } = row
  const [inserted, deleted] = [shownWords(kind, row.inserted), shownWords(kind, row.deleted)]
  if (label !== '') return <>{label}</>
  if (isWorded(kind) && (inserted + deleted).trim() === '') return <span className={text['soft']}>¶</span>
  // The two sides of a move are the same words.
  if (kind === 'move') return <>{inserted === '' ? deleted : inserted}</>
  return <ChangedWords person={person} deleted={deleted} inserted={inserted} />
}

function Decision({ row, now }: { readonly row: ListRow; readonly now: number }) {
  const personOf = usePersonOf()
  if (row.state === 'open') return null
  return (
    <p className={panel['missing']}>
      <b className={text['strong']}>{row.state}</b>{' '}
      <span className={text['soft']}>
        by {personOf(row.decidedBy)?.name ?? 'somebody'}
        {row.decidedAt !== null && `, ${when(row.decidedAt, now)}`}
        {row.reason !== '' && `: ${row.reason}`}
      </span>
    </p>
  )
}

type Control = Pick<RowProps, 'onFocus' | 'onKeyDown'> & { readonly tabIndex: number }

function Acts({
  control,
  onComment,
  onDecide,
}: Pick<RowProps, 'onComment' | 'onDecide'> & { readonly control: Control }) {
  return (
    <span className={styles['acts']}>
      <Button only {...control} aria-label="Accept" title="Accept (A)" onClick={() => onDecide('accepted')}>
        <Icon of={Check} />
      </Button>
      <Button only {...control} aria-label="Reject" title="Reject (R)" onClick={() => onDecide('rejected')}>
        <Icon of={X} />
      </Button>
      <Button only {...control} aria-label="Comment on the change" title="Comment (C)" onClick={onComment}>
        <Icon of={MessageSquare} />
      </Button>
    </span>
  )
}

function Fold({ row, control, onFold }: Pick<RowProps, 'row' | 'onFold'> & { readonly control: Control }) {
  return (
    <Button
      className={styles['fold']}
      {...control}
      aria-expanded={row.unfolded}
      onClick={() => onFold(!row.unfolded)}
    >
      <Icon of={row.unfolded ? ChevronDown : ChevronRight} />
      {row.members.length} places
    </Button>
  )
}

/** One change: who, what, when; how it was decided, or what decides it. */
export function Row(props: RowProps) {
  const { row, place, active, current, decidable, now } = props
  const personOf = usePersonOf()
  const nameOf = (id: string | null) => personOf(id)?.name ?? 'an unknown author'
  const note = noteWords(row.kind, row.description, place)
  const hasWords = row.label !== '' || isWorded(row.kind) || row.kind === 'move' || row.kind === 'cells'
  // Keys belong to what can have the focus in the row.
  const control = { tabIndex: active ? 0 : -1, onKeyDown: props.onKeyDown, onFocus: props.onFocus }
  const isOpen = decidable && row.state === 'open'
  return (
    <li
      aria-posinset={props.position}
      aria-setsize={props.of}
      data-row={row.key}
      className={classes(
        panel['row'],
        styles['row'],
        isOpen && styles['open'],
        row.nested && styles['nested'],
        current && panel['on'],
      )}
    >
      <div className={row.state === 'open' ? undefined : styles['decided']}>
        <p className={panel['meta']}>
          <Initials person={personOf(row.authorId)} />
          <span>{isWorded(row.kind) ? verbOf(row.kind) : note}</span>
          {row.at !== null && <time>{when(row.at, now)}</time>}
        </p>
        <button
          type="button"
          className={classes(panel['words'], styles['words'], !hasWords && styles['bare'])}
          dir="auto"
          aria-current={current ? 'true' : undefined}
          aria-keyshortcuts={isOpen ? 'A R C' : 'C'}
          aria-label={rowInWords(row, place, nameOf)}
          onClick={props.onGo}
          {...control}
        >
          {hasWords && <Words row={row} />}
        </button>
        {row.members.length > 0 && <Fold row={row} control={control} onFold={props.onFold} />}
        <Decision row={row} now={now} />
      </div>
      {isOpen && <Acts control={control} onComment={props.onComment} onDecide={props.onDecide} />}
    </li>
  )
}
