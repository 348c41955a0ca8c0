import { useShallow } from 'zustand/react/shallow'
import type { ReviewState } from '../../../shared/model/review.ts'
import { useChecks } from '../../checks/checks.ts'
import type { ChecksState } from '../../checks/checks.ts'
import { Button } from '../../ui/button.tsx'
import { counted } from '../../ui/counted.ts'
import { EmptyList, PanelHeader } from '../review/panel-header.tsx'
import panel from '../review/panel.module.css'
import { AsideList } from './aside-list.tsx'
import { CheckFilters } from './check-filters.tsx'
import { CheckList } from './check-list.tsx'
import { EVERY_CHECK } from './check-rows.ts'
import styles from './checks.module.css'
import { HouseStyleSelect } from './house-style.tsx'
import { checkAgain, shownRows, useCheckList } from './store.ts'

/** How far the check is; nothing once it has looked at everything. */
function Progress({ state }: { readonly state: ChecksState }) {
  if (state !== 'loading' && state !== 'checking') return null
  const words = state === 'loading' ? 'Fetching rules and word lists…' : 'Checking…'
  return (
    <p className={styles['progress']}>
      <span>{words}</span>
      <progress aria-label={words} />
    </p>
  )
}

function Failure({ failure }: { readonly failure: string }) {
  return (
    <div className={styles['failure']} role="alert">
      <p>{failure}</p>
      <Button look="line" onClick={checkAgain}>
        Check again
      </Button>
    </div>
  )
}

function Nothing({ rows }: { readonly rows: number }) {
  const setFilter = useCheckList((list) => list.setFilter)
  if (rows > 0) {
    return (
      <>
        <EmptyList title="Nothing under these filters">Widen one of them to see more.</EmptyList>
        <p className={styles['wider']}>
          <Button onClick={() => setFilter(EVERY_CHECK)}>Show every proposal</Button>
        </p>
      </>
    )
  }
  return (
    <EmptyList title="Nothing to look at again">
      Figures, names, quotations and allegations are proposed here as claims, and loaded words, slips and
      spelling as notes, as soon as they stand in the text.
    </EmptyList>
  )
}

function Proposals({ state }: { readonly state: ChecksState }) {
  const rows = useCheckList((list) => list.rows)
  const shown = useCheckList(shownRows)
  if (rows.length === 0 && state !== 'ready') return null
  return (
    <>
      {rows.length > 0 && <CheckFilters />}
      {shown.length > 0 ? <CheckList /> : <Nothing rows={rows.length} />}
    </>
  )
}

/** What finder and style check propose. None of it is a check: somebody takes it, or puts it aside. */
export function ChecksPanel({ state }: { readonly state: ReviewState }) {
  const checks = useChecks(useShallow(({ state, failure }) => ({ state, failure })))
  const { rows, view, setView } = useCheckList(
    useShallow(({ rows, view, setView }) => ({ rows, view, setView })),
  )
  const aside = state.dismissals.length
  return (
    <>
      <PanelHeader
        title="Checks"
        note={view === 'aside' ? `${aside} put aside` : counted(rows.length, 'proposal')}
      >
        <span className={styles['style']}>
          <HouseStyleSelect />
        </span>
      </PanelHeader>
      <p className={styles['lead']}>
        {state.article.locked
          ? 'The article is approved: re-open it to take one.'
          : 'None is a check until somebody takes it.'}
      </p>
      <Progress state={checks.state} />
      {checks.failure !== null && <Failure failure={checks.failure} />}
      {view === 'aside' ? <AsideList state={state} /> : <Proposals state={checks.state} />}
      {(aside > 0 || view === 'aside') && (
        <footer className={panel['footer']}>
          <Button onClick={() => setView(view === 'aside' ? 'proposals' : 'aside')}>
            {view === 'aside' ? `Back to ${counted(rows.length, 'proposal')}` : `${aside} put aside`}
          </Button>
        </footer>
      )}
    </>
  )
}
