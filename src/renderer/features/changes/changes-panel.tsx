import { useMemo, useState } from 'react'
import type { ReviewState } from '../../../shared/model/review.ts'
import type { EditorSnapshot } from '../../editor/api.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyList, PanelHeader } from '../review/panel-header.tsx'
import panel from '../review/panel.module.css'
import { useCalmSnapshot } from '../review/calm-snapshot.ts'
import { useReview } from '../review/store.ts'
import { askToDecide } from './ask.ts'
import type { Scope } from './bulk.ts'
import { ChangeList } from './change-list.tsx'
import { changeRows } from './change-rows.ts'
import type { ChangeRow } from './change-rows.ts'
import styles from './changes.module.css'
import { ALL_CHANGES, filterRows } from './filter-rows.ts'
import { Filters } from './filters.tsx'

/** Two buttons that ask, with the count, before anything is decided. */
function DecideMany({ rows, scope }: { readonly rows: readonly ChangeRow[]; readonly scope: Scope }) {
  const selected = scope === 'selection'
  const label = (verb: string) => `${verb} ${rows.length} ${selected ? 'in the selection' : 'shown'}…`
  const words = (verb: string) => (selected ? `${verb} ${rows.length}…` : label(verb))
  return (
    <>
      <Button
        look={selected ? 'quiet' : 'line'}
        aria-label={label('Accept')}
        onClick={() => askToDecide(rows, scope, 'accepted')}
      >
        {words('Accept')}
      </Button>
      <Button aria-label={label('Reject')} onClick={() => askToDecide(rows, scope, 'rejected')}>
        {words('Reject')}
      </Button>
    </>
  )
}

/** Those of the selected words; nothing while no words with changes are selected. */
function Selected({ rows, snapshot }: { rows: readonly ChangeRow[]; snapshot: EditorSnapshot | null }) {
  const editor = useReview((review) => review.editor)
  const some = useMemo(() => {
    if (snapshot?.selectionEmpty !== false) return []
    const ids = new Set(editor?.changesInSelection())
    return rows.filter((row) => row.state === 'open' && ids.has(row.id))
  }, [rows, snapshot, editor])
  if (some.length === 0) return null
  return (
    <div className={styles['selected']}>
      <span>In the selection</span>
      <DecideMany rows={some} scope="selection" />
    </div>
  )
}

/** Every change of the text, open and decided, in one list. */
export function ChangesPanel({ state }: { readonly state: ReviewState }) {
  const snapshot = useCalmSnapshot()
  const [filter, setFilter] = useState(ALL_CHANGES)
  // Only the caret has moved when these two are the same.
  const index = snapshot?.index
  const rows = useMemo(() => changeRows(state.changes, index ?? null), [state.changes, index])
  const shown = useMemo(() => filterRows(rows, filter), [rows, filter])
  const open = rows.filter((row) => row.state === 'open')
  const openShown = shown.filter((row) => row.state === 'open')
  const isFixed = state.article.locked || snapshot?.mode === 'read'
  return (
    <>
      <PanelHeader title="Changes" note={`${open.length} open, ${rows.length - open.length} decided`} />
      {rows.length > 0 && <Filters rows={rows} filter={filter} onChange={setFilter} />}
      {shown.length > 0 && <ChangeList changes={shown} />}
      {rows.length === 0 && (
        <EmptyList title="No change yet">
          Type in Suggest mode, and every insertion and deletion is listed here, open until somebody decides
          it.
        </EmptyList>
      )}
      {rows.length > 0 && shown.length === 0 && (
        <>
          <EmptyList title="Nothing under these filters">Widen one of them to see more.</EmptyList>
          <p className={styles['selected']}>
            <Button onClick={() => setFilter(ALL_CHANGES)}>Show every change</Button>
          </p>
        </>
      )}
      {!isFixed && <Selected rows={open} snapshot={snapshot} />}
      {!isFixed && openShown.length > 0 && (
        <footer className={panel['footer']}>
          <DecideMany rows={openShown} scope={openShown.length === open.length ? 'all' : 'shown'} />
        </footer>
      )}
    </>
  )
}
