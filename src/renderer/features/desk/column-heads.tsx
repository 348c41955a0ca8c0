import { ArrowDown, ArrowUp } from 'lucide-react'
import type { SortKey } from '../../../shared/model/desk-list.ts'
import { Icon } from '../../ui/icon.tsx'
import styles from './desk-table.module.css'
import { useDesk } from './store.ts'

type Column = {
  readonly key: SortKey
  readonly label: string
  readonly count: boolean
  readonly width: string | undefined
}

const COLUMNS: readonly Column[] = [
  { key: 'article', label: 'Article', count: false, width: undefined },
  { key: 'status', label: 'Status', count: false, width: 'cStatus' },
  { key: 'due', label: 'Due', count: false, width: 'cDue' },
  { key: 'holder', label: 'Holder, touched', count: false, width: 'cHolder' },
  { key: 'changes', label: 'Changes', count: true, width: 'cCountWide' },
  { key: 'musts', label: 'Must', count: true, width: 'cCount' },
  { key: 'claims', label: 'Claims', count: true, width: 'cCount' },
  { key: 'blockers', label: 'Blockers', count: true, width: 'cCountWide' },
]

export const COLUMN_COUNT = COLUMNS.length

export function ColumnWidths() {
  return (
    <colgroup>
      {COLUMNS.map(({ key, width }) => (
        <col key={key} className={width === undefined ? undefined : styles[width]} />
      ))}
    </colgroup>
  )
}

export function ColumnHeads() {
  const { sort, setSort } = useDesk()
  return (
    <tr aria-rowindex={1}>
      {COLUMNS.map(({ key, label, count }) => {
        const sorted = sort.key === key
        // Counts are looked at from the largest down.
        const descending = sorted ? !sort.descending : count
        return (
          <th
            key={key}
            scope="col"
            className={count ? styles['count'] : undefined}
            aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
          >
            <button type="button" className={styles['sort']} onClick={() => setSort({ key, descending })}>
              {label}
              {sorted && <Icon of={sort.descending ? ArrowDown : ArrowUp} size={13} />}
            </button>
          </th>
        )
      })}
    </tr>
  )
}
