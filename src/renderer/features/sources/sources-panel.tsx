import { Plus, Search } from 'lucide-react'
import { useMemo } from 'react'
import type { KeyboardEvent } from 'react'
import type { ReviewState } from '../../../shared/model/review.ts'
import { Button } from '../../ui/button.tsx'
import { counted } from '../../ui/counted.ts'
import { Icon } from '../../ui/icon.tsx'
import { EmptyList, PanelHeader } from '../review/panel-header.tsx'
import { FindUsedBefore } from './find-used-before.tsx'
import { InPlaceOfList, SourceEditor } from './source-editor.tsx'
import { SourceFilters } from './source-filters.tsx'
import { SourceList } from './source-list-view.tsx'
import { ALL_SOURCES, filterSources, sortSources, sourceRows } from './source-list.ts'
import type { SourceRow } from './source-list.ts'
import { setFilter, setView, showSource, useSources } from './store.ts'
import type { SourceView } from './store.ts'
import styles from './sources.module.css'

function noteOf(rows: readonly SourceRow[]): string {
  if (rows.length === 0) return 'none'
  const unattested = rows.filter(
    ({ source }) => source.onRecord === 'unnamed' && source.attestation === null,
  ).length
  return unattested === 0 ? String(rows.length) : `${rows.length}, ${unattested} not attested`
}

/** The arrow leads from the search into what it found. */
function intoList(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown') return
  event.preventDefault()
  document.querySelector<HTMLElement>('#panel [data-row] [data-title]')?.focus()
}

function Empty({ locked }: { readonly locked: boolean }) {
  return (
    <EmptyList title="No source yet">
      A source says what it is, how strong, and where it comes from in the end; claims then stand on it.{' '}
      {locked
        ? 'The article is approved and locked: re-open it to add one.'
        : 'Make a new one, or find one that another article has used.'}
    </EmptyList>
  )
}

function Ledger({ state }: { readonly state: ReviewState }) {
  const { filter, order, current } = useSources((store) => store)
  const rows = useMemo(() => sourceRows(state.sources, state.claims), [state.sources, state.claims])
  const shown = useMemo(() => sortSources(filterSources(rows, filter), order), [rows, filter, order])
  const { locked } = state.article
  return (
    <>
      <PanelHeader title="Sources" note={noteOf(rows)}>
        {!locked && (
          <>
            <Button
              only
              aria-label="Find one used before"
              title="Find one used before"
              onClick={() => setView({ kind: 'find' })}
            >
              <Icon of={Search} />
            </Button>
            <Button onClick={() => setView({ kind: 'new' })}>
              <Icon of={Plus} />
              New
            </Button>
          </>
        )}
      </PanelHeader>
      {rows.length > 0 && <SourceFilters rows={rows} filter={filter} order={order} onKeyDown={intoList} />}
      {shown.length > 0 && <SourceList state={state} rows={shown} current={current} />}
      {rows.length === 0 && <Empty locked={locked} />}
      {rows.length > 0 && shown.length === 0 && (
        <>
          <EmptyList title={`None of ${counted(rows.length, 'source')} is like that`}>
            Widen the search or one of the filters to see more.
          </EmptyList>
          <p className={styles['again']}>
            <Button onClick={() => setFilter(ALL_SOURCES)}>Show every source</Button>
          </p>
        </>
      )}
    </>
  )
}

/** A source that is gone, or an article that was locked meanwhile, leaves nothing to write in. */
function viewNow(view: SourceView, state: ReviewState): SourceView {
  if (state.article.locked) return { kind: 'list' }
  if (view.kind !== 'edit') return view
  return state.sources.some(({ id }) => id === view.id) ? view : { kind: 'list' }
}

/** Every source of the article, with its grade, its origin and the claims it bears; forms take the list's place. */
export function SourcesPanel({ state }: { readonly state: ReviewState }) {
  const view = viewNow(
    useSources((store) => store.view),
    state,
  )
  switch (view.kind) {
    case 'list':
      return <Ledger state={state} />
    case 'new':
      return <SourceEditor state={state} source={null} />
    case 'edit': {
      const source = state.sources.find(({ id }) => id === view.id) ?? null
      return <SourceEditor key={view.id} state={state} source={source} />
    }
    case 'find':
      return (
        <InPlaceOfList title="Used before">
          <FindUsedBefore onUsed={showSource} />
        </InPlaceOfList>
      )
  }
}
