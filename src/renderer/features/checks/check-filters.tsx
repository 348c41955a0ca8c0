import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { CompactSelect } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import panel from '../review/panel.module.css'
import { aboutsOf } from './check-rows.ts'
import type { CheckFilter, CheckOrder } from './check-rows.ts'
import styles from './checks.module.css'
import { useCheckList } from './store.ts'

const ORDERS: readonly { readonly value: CheckOrder; readonly label: string }[] = [
  { value: 'place', label: 'By place' },
  { value: 'rule', label: 'By rule' },
  { value: 'kind', label: 'By kind' },
]

function countOf(rows: readonly { readonly proposal: { readonly kind: string } }[], kind: string): number {
  return rows.filter(({ proposal }) => proposal.kind === kind).length
}

/** Which proposals are listed, each choice with its count, and in which order. */
export function CheckFilters() {
  const { rows, filter, order, setFilter, setOrder } = useCheckList(
    useShallow(({ rows, filter, order, setFilter, setOrder }) => ({
      rows,
      filter,
      order,
      setFilter,
      setOrder,
    })),
  )
  const abouts = useMemo(() => aboutsOf(rows, filter.sort), [rows, filter.sort])
  const chosen = filter.about === '' || abouts.some(({ value }) => value === filter.about)
  const options = [
    { value: '', label: filter.sort === 'claim' ? 'Every kind' : 'Every rule' },
    ...abouts.map(({ value, name, count }) => ({ value, label: `${name} (${count})` })),
    // What is chosen stays on offer when it shows none.
    ...(chosen ? [] : [{ value: filter.about, label: 'None left (0)' }]),
  ]
  const sorts: readonly { readonly value: CheckFilter['sort']; readonly label: string }[] = [
    { value: '', label: `All ${rows.length}` },
    { value: 'claim', label: `Claims ${countOf(rows, 'claim')}` },
    { value: 'note', label: `Notes ${countOf(rows, 'note')}` },
  ]
  return (
    <div className={panel['filters']}>
      <Segmented
        label="Which proposals"
        value={filter.sort}
        options={sorts}
        onChange={(sort) => setFilter({ sort, about: '' })}
      />
      <span className={styles['selects']}>
        <CompactSelect
          label="Rule or kind of claim"
          value={filter.about}
          options={options}
          onChange={(about) => setFilter({ ...filter, about })}
        />
        <CompactSelect label="Order" value={order} options={ORDERS} onChange={setOrder} />
      </span>
    </div>
  )
}
