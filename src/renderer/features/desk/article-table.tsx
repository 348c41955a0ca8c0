import { ArrowDown, ArrowUp } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useRef } from 'react'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/icon.tsx'
import text from '../../ui/text.module.css'
import { ArticleLine } from './article-line.tsx'
import styles from './desk.module.css'
import type { Group, SortKey } from './rows.ts'
import { useDesk } from './store.ts'

const COLUMNS: readonly { readonly key: SortKey; readonly label: string; readonly count: boolean }[] = [
  { key: 'article', label: 'Article', count: false },
  { key: 'status', label: 'Status', count: false },
  { key: 'due', label: 'Due', count: false },
  { key: 'holder', label: 'Holder, touched', count: false },
  { key: 'changes', label: 'Changes', count: true },
  { key: 'musts', label: 'Must', count: true },
  { key: 'claims', label: 'Claims', count: true },
  { key: 'blockers', label: 'Blockers', count: true },
]

function Heads() {
  const { sort, setSort } = useDesk()
  return (
    <tr>
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

type TableProps = {
  readonly groups: readonly Group[]
  readonly now: number
  readonly nameOf: (personId: string | null) => string
}

/** The running order. Arrow keys go from headline to headline; Enter opens, as on any button. */
export function ArticleTable({ groups, now, nameOf }: TableProps) {
  const { selected, select } = useDesk()
  const table = useRef<HTMLTableElement>(null)
  const ids = groups.flatMap((group) => group.rows.map((row) => row.id))
  const current = ids.find((id) => id === selected) ?? ids[0] ?? null

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const edge = event.key === 'Home' ? 0 : event.key === 'End' ? ids.length - 1 : null
    if ((step === 0 && edge === null) || current === null) return
    event.preventDefault()
    const next = ids[edge ?? ids.indexOf(current) + step]
    if (next === undefined) return
    select(next)
    table.current?.querySelector<HTMLElement>(`[data-article="${next}"]`)?.focus()
  }

  return (
    <table ref={table} className={styles['table']}>
      <colgroup>
        <col />
        <col className={styles['cStatus']} />
        <col className={styles['cDue']} />
        <col className={styles['cHolder']} />
        <col className={styles['cCountWide']} />
        <col className={styles['cCount']} />
        <col className={styles['cCount']} />
        <col className={styles['cCountWide']} />
      </colgroup>
      <thead>
        <Heads />
      </thead>
      {groups.map((group) => (
        <tbody key={group.title}>
          {group.title !== '' && (
            <tr className={styles['group']}>
              <th colSpan={8} scope="rowgroup">
                {group.title}
                {'\u2002'}
                <span className={classes(text['soft'], text['figures'])}>{group.count}</span>
              </th>
            </tr>
          )}
          {group.rows.map((row) => (
            <ArticleLine
              key={row.id}
              row={row}
              now={now}
              holder={nameOf(row.holderId)}
              selected={row.id === current}
              onSelect={() => select(row.id)}
              onKeyDown={onKeyDown}
            />
          ))}
        </tbody>
      ))}
    </table>
  )
}
