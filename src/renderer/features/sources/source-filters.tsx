import { CompactSelect, TextField } from '../../ui/field.tsx'
import panel from '../review/panel.module.css'
import { choices, GRADE_MEANINGS, SOURCE_KIND_NAMES } from '../words.ts'
import { filterSources } from './source-list.ts'
import type { Order, SourceFilter, SourceRow, Want } from './source-list.ts'
import { setFilter, setOrder } from './store.ts'
import styles from './sources.module.css'

const ORDER_NAMES: Readonly<Record<Order, string>> = {
  grade: 'Strongest first',
  title: 'By title',
  newest: 'Newest first',
  use: 'Most used first',
}

const WANT_NAMES: Readonly<Record<Want, string>> = {
  unnamed: 'Unnamed',
  unattested: 'Not attested',
  unused: 'Bears no claim',
  'no-locator': 'Without a place in it',
}

const GRADE_NAMES = choices(GRADE_MEANINGS).map(({ value }) => ({ value, label: `Grade ${value}` }))

type Choice<T extends string> = { readonly value: T | ''; readonly label: string }

type FiltersProps = {
  readonly rows: readonly SourceRow[]
  readonly filter: SourceFilter
  readonly order: Order
  readonly onKeyDown: (event: React.KeyboardEvent) => void
}

/** Which sources are listed and in which order; each choice tells how many it would show. */
export function SourceFilters({ rows, filter, order, onKeyDown }: FiltersProps) {
  const counted = <T extends string>(
    all: string,
    offered: readonly { value: T; label: string }[],
    pick: (value: T) => Partial<SourceFilter>,
  ): readonly Choice<T>[] => [
    { value: '', label: all },
    ...offered.map(({ value, label }) => {
      const count = filterSources(rows, { ...filter, ...pick(value) }).length
      return { value, label: `${label} (${count})` }
    }),
  ]
  return (
    <div className={styles['filters']}>
      <TextField
        label="Search the sources"
        className={styles['search']}
        placeholder="title, origin, address, claim 3"
        value={filter.query}
        onChange={(event) => setFilter({ ...filter, query: event.target.value })}
        onKeyDown={onKeyDown}
      />
      <div className={panel['acts']}>
        <CompactSelect
          label="Grade"
          value={filter.grade}
          options={counted('Every grade', GRADE_NAMES, (grade) => ({ grade }))}
          onChange={(grade) => setFilter({ ...filter, grade })}
        />
        <CompactSelect
          label="Kind of source"
          value={filter.kind}
          options={counted('Every kind', choices(SOURCE_KIND_NAMES), (kind) => ({ kind }))}
          onChange={(kind) => setFilter({ ...filter, kind })}
        />
        <CompactSelect
          label="State"
          value={filter.want}
          options={counted('Any state', choices(WANT_NAMES), (want) => ({ want }))}
          onChange={(want) => setFilter({ ...filter, want })}
        />
        <CompactSelect label="Order" value={order} options={choices(ORDER_NAMES)} onChange={setOrder} />
      </div>
    </div>
  )
}
