import { Check, X } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { ReviewState } from '../../../shared/model/review.ts'
import { CHANGE_KIND_NAMES } from '../../../shared/names.ts'
import { ChangedWords, Initials } from '../../ui/author.tsx'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { CompactSelect } from '../../ui/field.tsx'
import { counted } from '../../ui/counted.ts'
import { Icon } from '../../ui/icon.tsx'
import { useNow } from '../../ui/now.ts'
import text from '../../ui/text.module.css'
import { when } from '../../ui/time.ts'
import { goToText } from '../review/go-to.ts'
import { EmptyList, PanelHeader } from '../review/panel-header.tsx'
import panel from '../review/panel.module.css'
import { useReview } from '../review/store.ts'
import { useInSight } from '../review/use-in-sight.ts'
import { usePersonOf } from '../review/people.ts'
import { useShell } from '../shell-store.ts'
import { changeRows, filterChanges } from './change-rows.ts'
import type { ChangeFilter, ChangeRow } from './change-rows.ts'

const STATES: readonly { value: ChangeFilter['state']; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'open', label: 'Open' },
  { value: 'decided', label: 'Decided' },
]

function kindName(kind: ChangeRow['kind']): string {
  return kind === 'replacement' ? 'replaced' : CHANGE_KIND_NAMES[kind]
}

function Words({ row }: { readonly row: ChangeRow }) {
  const person = usePersonOf()(row.authorId)
  if (row.kind === 'split') return <>¶ one paragraph made two</>
  if (row.kind === 'join') return <>¶ two paragraphs made one</>
  if (row.description !== '') return <>{row.description}</>
  if (row.inserted === '' && row.deleted === '') return <>{kindName(row.kind)}</>
  return <ChangedWords person={person} deleted={row.deleted} inserted={row.inserted} />
}

function Row({ row, locked }: { readonly row: ChangeRow; readonly locked: boolean }) {
  const { current, editor } = useReview(useShallow(({ current, editor }) => ({ current, editor })))
  const personOf = usePersonOf()
  const on = current?.kind === 'change' && row.ids.includes(current.id)
  const now = useNow()
  const place = useInSight(on)
  return (
    <li ref={place} className={classes(panel['row'], panel['plain'], on && panel['on'])}>
      <div>
        <p className={panel['meta']}>
          <Initials person={personOf(row.authorId)} />
          <span>{kindName(row.kind)}</span>
          {row.at !== null && <time>{when(row.at, now)}</time>}
        </p>
        <button
          type="button"
          className={panel['words']}
          dir="auto"
          aria-current={on ? 'true' : undefined}
          onClick={() => goToText({ kind: 'change', id: row.id })}
        >
          <Words row={row} />
        </button>
        {row.state !== 'open' && (
          <p className={panel['missing']}>
            <b className={text['strong']}>{row.state}</b>{' '}
            <span className={text['soft']}>
              by {personOf(row.decidedBy)?.name ?? 'somebody'}
              {row.decidedAt !== null && `, ${when(row.decidedAt, now)}`}
              {row.reason !== '' && `: ${row.reason}`}
            </span>
          </p>
        )}
        {row.state === 'open' && !locked && editor !== null && (
          <p className={panel['acts']}>
            <Button onClick={() => editor.decide(row.ids, 'accepted')}>
              <Icon of={Check} />
              Accept
            </Button>
            <Button onClick={() => editor.decide(row.ids, 'rejected')}>
              <Icon of={X} />
              Reject
            </Button>
          </p>
        )}
      </div>
    </li>
  )
}

function Filters(props: {
  readonly rows: readonly ChangeRow[]
  readonly filter: ChangeFilter
  readonly onChange: (filter: ChangeFilter) => void
}) {
  const { rows, filter, onChange } = props
  const personOf = usePersonOf()
  const authors = [...new Set(rows.map((row) => row.authorId))]
  const kinds = [...new Set(rows.map((row) => row.kind))]
  return (
    <div className={panel['filters']}>
      <CompactSelect
        label="Open or decided"
        value={filter.state}
        options={STATES}
        onChange={(state) => onChange({ ...filter, state })}
      />
      <CompactSelect
        label="By whom"
        value={filter.authorId}
        options={[
          { value: '', label: 'Everybody' },
          ...authors.map((id) => ({ value: id, label: personOf(id)?.name ?? 'Unknown' })),
        ]}
        onChange={(authorId) => onChange({ ...filter, authorId })}
      />
      <CompactSelect
        label="Kind of change"
        value={filter.kind}
        options={[
          { value: '', label: 'Every kind' },
          ...kinds.map((kind) => ({ value: kind, label: kindName(kind) })),
        ]}
        onChange={(kind) => onChange({ ...filter, kind })}
      />
    </div>
  )
}

/** Every change of the text, open and decided, in one list. */
export function ChangesPanel({ state }: { readonly state: ReviewState }) {
  // A long list follows the typing when there is time for it.
  const snapshot = useDeferredValue(useReview((review) => review.snapshot))
  const show = useShell((shell) => shell.show)
  const [filter, setFilter] = useState<ChangeFilter>({ state: 'all', authorId: '', kind: '' })
  const rows = changeRows(state, snapshot)
  const shown = filterChanges(rows, filter)
  const open = rows.filter((row) => row.state === 'open')
  const openShown = shown.filter((row) => row.state === 'open')
  const { locked } = state.article
  const ids = openShown.flatMap((row) => row.ids)
  const what =
    openShown.length === open.length
      ? `all ${counted(open.length, 'open change')}`
      : `the ${counted(openShown.length, 'open change')} shown`
  const decide = (verdict: 'accepted' | 'rejected') => () =>
    show({ kind: 'decide', verdict, changeIds: ids, what })
  return (
    <>
      <PanelHeader title="Changes" note={`${open.length} open, ${rows.length - open.length} decided`} />
      {rows.length > 0 && <Filters rows={rows} filter={filter} onChange={setFilter} />}
      <ol className={panel['scroll']}>
        {shown.map((row) => (
          <Row key={`${row.state} ${row.id}`} row={row} locked={locked} />
        ))}
        {rows.length === 0 && (
          <li>
            <EmptyList title="No change yet">
              Type in Suggest mode, and every insertion and deletion is listed here, open until somebody
              decides it.
            </EmptyList>
          </li>
        )}
        {rows.length > 0 && shown.length === 0 && (
          <li>
            <EmptyList title="Nothing under these filters">Widen one of them to see more.</EmptyList>
          </li>
        )}
      </ol>
      {!locked && openShown.length > 0 && (
        <footer className={panel['footer']}>
          <Button look="line" onClick={decide('accepted')}>
            Accept {openShown.length} shown…
          </Button>
          <Button onClick={decide('rejected')}>Reject {openShown.length} shown…</Button>
        </footer>
      )}
    </>
  )
}
