import { CompactSelect } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import panel from '../review/panel.module.css'
import { usePersonOf } from '../review/people.ts'
import { choices, LEVEL_NAMES } from '../words.ts'
import styles from './comments.module.css'
import { countWith } from './filter-threads.ts'
import type { Sought, Standing, ThreadFilter } from './filter-threads.ts'
import type { Order } from './list-store.ts'

const STANDINGS: readonly { readonly value: Standing; readonly label: string }[] = [
  { value: 'range', label: 'on text' },
  { value: 'change', label: 'on changes' },
  { value: 'claim', label: 'on claims' },
  { value: 'article', label: 'on the article' },
  { value: 'orphaned', label: 'orphaned' },
  { value: 'check', label: 'place to check' },
  { value: 'private', label: 'private' },
]

const ORDERS: readonly { readonly value: Order; readonly label: string }[] = [
  { value: 'text', label: 'text order' },
  { value: 'newest', label: 'newest' },
]

type FiltersProps = {
  readonly all: readonly Sought[]
  readonly me: string
  readonly filter: ThreadFilter
  readonly order: Order
  readonly onChange: (filter: ThreadFilter) => void
  readonly onOrder: (order: Order) => void
  /** Down from the search field goes into the list. */
  readonly onEnterList: () => void
}

/** Which threads are listed, each choice with the number it would show; those that would show none are not offered. */
export function Filters(props: FiltersProps) {
  const { all, me, filter, onChange } = props
  const personOf = usePersonOf()
  function counted<K extends keyof ThreadFilter, V extends ThreadFilter[K] & string>(
    field: K,
    options: readonly { readonly value: V; readonly label: string }[],
  ): { value: V; label: string }[] {
    const counts = countWith(
      all,
      filter,
      options.map(({ value }) => ({ [field]: value })),
      me,
    )
    return options
      .map(({ value, label }, at) => ({ value, label, count: counts[at] ?? 0 }))
      .filter(({ value, count }) => count > 0 || value === filter[field])
      .map(({ value, label, count }) => ({ value, label: `${label} (${count})` }))
  }
  const [open = 0, resolved = 0] = countWith(all, filter, [{ state: 'open' }, { state: 'resolved' }], me)
  const writers = new Set(
    all.flatMap(({ thread }) => [
      ...thread.messages.map((message) => String(message.authorId)),
      ...(thread.assigneeId === null ? [] : [String(thread.assigneeId)]),
    ]),
  )
  const people = [...writers].map((value) => ({ value, label: personOf(value)?.name ?? 'Unknown author' }))
  return (
    <div className={panel['filters']}>
      <Segmented
        label="Open or resolved"
        value={filter.state}
        options={[
          { value: 'open', label: `Open ${open}` },
          { value: 'resolved', label: `Resolved ${resolved}` },
          { value: '', label: 'All' },
        ]}
        onChange={(state) => onChange({ ...filter, state })}
      />
      <CompactSelect label="Order" value={props.order} options={ORDERS} onChange={props.onOrder} />
      <input
        type="search"
        data-find-comments=""
        className={styles['find']}
        aria-label="Search in the comments"
        placeholder="Search"
        value={filter.find}
        onChange={(event) => onChange({ ...filter, find: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault()
            props.onEnterList()
          }
          if (event.key !== 'Escape' || filter.find === '') return
          event.preventDefault()
          event.stopPropagation()
          onChange({ ...filter, find: '' })
        }}
      />
      <CompactSelect
        label="Level"
        value={filter.level}
        options={[{ value: '', label: 'any level' }, ...counted('level', choices(LEVEL_NAMES))]}
        onChange={(level) => onChange({ ...filter, level })}
      />
      <CompactSelect
        label="Whose"
        value={filter.who}
        options={[
          { value: '', label: 'anyone' },
          ...counted('who', [{ value: 'mine', label: 'assigned to me' }, ...people]),
        ]}
        onChange={(who) => onChange({ ...filter, who })}
      />
      <CompactSelect
        label="About what"
        value={filter.about}
        options={[{ value: '', label: 'on anything' }, ...counted('about', STANDINGS)]}
        onChange={(about) => onChange({ ...filter, about })}
      />
    </div>
  )
}
