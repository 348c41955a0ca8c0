import type { KeyboardEvent } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { ReviewState } from '../../../shared/model/review.ts'
import { classes } from '../../ui/classes.ts'
import { useCheckList } from '../checks/store.ts'
import { countsOf } from './counts.ts'
import styles from './rail.module.css'
import { useReview } from './store.ts'
import type { Tab } from './store.ts'

type RailTab = { readonly tab: Tab; readonly label: string; readonly count: string; readonly stops: boolean }

function tabsOf(state: ReviewState, changes: number, comments: number, checks: number): readonly RailTab[] {
  const blockers = state.blockers.length
  const tab = (name: Tab, label: string, count: string, stops = false): RailTab => ({
    tab: name,
    label,
    count,
    stops,
  })
  return [
    tab('changes', 'Changes', String(changes)),
    tab('comments', 'Comments', String(comments)),
    tab('claims', 'Claims', String(state.claims.length)),
    tab('sources', 'Sources', String(state.sources.length)),
    tab('checks', 'Checks', String(checks)),
    tab('history', 'History', `v${state.article.version}`),
    tab('signoff', 'Sign-off', String(blockers), blockers > 0 && !state.article.locked),
  ]
}

/** The panel's tabs as a rail of counts; it stays when the panel folds away. */
export function Rail({ state }: { readonly state: ReviewState }) {
  const {
    tab: selected,
    panelOpen,
    openClaim,
    setTab,
    togglePanel,
  } = useReview(
    useShallow(({ tab, panelOpen, openClaim, setTab, togglePanel }) => ({
      tab,
      panelOpen,
      openClaim,
      setTab,
      togglePanel,
    })),
  )
  const counts = useReview(useShallow(({ snapshot }) => countsOf(state, snapshot)))
  const checks = useCheckList((list) => list.rows.length)
  const tabs = tabsOf(state, counts.changes, counts.comments, checks)
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const at = tabs.findIndex((each) => each.tab === selected)
    const next = tabs[(at + step + tabs.length) % tabs.length]
    if (next === undefined) return
    setTab(next.tab)
    document.getElementById(`tab-${next.tab}`)?.focus()
  }
  return (
    <div
      className={styles['rail']}
      role="tablist"
      aria-label="Panels"
      aria-orientation="vertical"
      data-region="rail"
    >
      {tabs.map(({ tab, label, count, stops }) => {
        const current = tab === selected && panelOpen
        // From an open claim the tab leads back to the ledger; a second press folds the panel.
        const folds = current && openClaim === null
        return (
          <button
            key={tab}
            id={`tab-${tab}`}
            type="button"
            role="tab"
            className={classes(styles['tab'], stops && styles['stops'])}
            aria-selected={current}
            aria-controls={current ? 'panel' : undefined}
            tabIndex={tab === selected ? 0 : -1}
            onKeyDown={onKeyDown}
            onClick={() => (folds ? togglePanel() : setTab(tab))}
          >
            <b className={styles['count']}>{count}</b>
            {label}
          </button>
        )
      })}
    </div>
  )
}
