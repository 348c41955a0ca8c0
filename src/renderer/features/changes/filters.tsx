import { CompactSelect } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import panel from '../review/panel.module.css'
import { usePersonOf } from '../review/people.ts'
import type { ChangeRow } from './change-rows.ts'
import { verbOf } from './change-words.ts'
import { countBy } from './filter-rows.ts'
import type { ChangeFilter } from './filter-rows.ts'

const STATES: readonly { readonly value: ChangeFilter['state']; readonly label: string }[] = [
  { value: '', label: 'All' },
  { value: 'open', label: 'Open' },
  { value: 'accepted', label: 'Accepted' },
  { value: 'rejected', label: 'Rejected' },
]

type Choice<T extends string> = { readonly value: T; readonly label: string }

/** Each choice with the number of rows it would show; what is chosen stays on offer when it shows none. */
function withCounts<T extends string>(
  choices: readonly Choice<T>[],
  counts: ReadonlyMap<T | '', number>,
): readonly Choice<T>[] {
  return choices.map(({ value, label }) =>
    value === '' ? { value, label } : { value, label: `${label} (${counts.get(value) ?? 0})` },
  )
}

/** Which changes are listed: by state, by person, by kind. */
export function Filters(props: {
  readonly rows: readonly ChangeRow[]
  readonly filter: ChangeFilter
  readonly onChange: (filter: ChangeFilter) => void
}) {
  const { rows, filter, onChange } = props
  const personOf = usePersonOf()
  const authors = [...new Set(rows.map((row) => row.authorId))]
  const kinds = [...new Set(rows.map((row) => row.kind))]
  const people: readonly Choice<string>[] = [
    { value: '', label: 'Everybody' },
    ...authors.map((value) => ({ value, label: personOf(value)?.name ?? 'Unknown' })),
  ]
  const kindChoices: readonly Choice<ChangeFilter['kind']>[] = [
    { value: '', label: 'Every kind' },
    ...kinds.map((value) => ({ value, label: verbOf(value) })),
  ]
  return (
    <div className={panel['filters']}>
      <Segmented
        label="Open or decided"
        value={filter.state}
        options={STATES}
        onChange={(state) => onChange({ ...filter, state })}
      />
      <CompactSelect
        label="By whom"
        value={filter.authorId}
        options={withCounts(people, countBy(rows, filter, 'authorId'))}
        onChange={(authorId) => onChange({ ...filter, authorId })}
      />
      <CompactSelect
        label="Kind of change"
        value={filter.kind}
        options={withCounts(kindChoices, countBy(rows, filter, 'kind'))}
        onChange={(kind) => onChange({ ...filter, kind })}
      />
    </div>
  )
}
