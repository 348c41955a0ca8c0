import { Search } from 'lucide-react'
import { useShallow } from 'zustand/react/shallow'
import type { ClaimView } from '../../../shared/model/review.ts'
import { classes } from '../../ui/classes.ts'
import { CompactSelect } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { StatusShape } from '../../ui/status-shape.tsx'
import text from '../../ui/text.module.css'
import { CLAIM_KIND_NAMES, choices, RISK_NAMES } from '../words.ts'
import { tally } from './claim-standing.ts'
import styles from './ledger.module.css'
import { useLedger } from './ledger-store.ts'
import type { LedgerFilter } from './ledger.ts'

const KINDS = [{ value: '' as const, label: 'Every kind' }, ...choices(CLAIM_KIND_NAMES)]
const RISKS = [
  { value: '' as const, label: 'Every risk' },
  ...choices(RISK_NAMES)
    .toReversed()
    .map(({ value, label }) => ({ value, label: `${label} risk` })),
]
const TRAITS: readonly { readonly value: LedgerFilter['trait']; readonly label: string }[] = [
  { value: '', label: 'All' },
  { value: 'stale', label: 'Stale' },
  { value: 'orphaned', label: 'Orphaned' },
  { value: 'waived', label: 'Waived' },
  { value: 'mine', label: 'Mine' },
]

function Tally({ claims }: { readonly claims: readonly ClaimView[] }) {
  const { filter, setFilter } = useLedger(useShallow(({ filter, setFilter }) => ({ filter, setFilter })))
  return (
    <fieldset className={styles['tally']} aria-label="Claims by status">
      {tally(claims).map(({ shape, label, count }) => (
        <button
          key={shape}
          type="button"
          className={classes(styles['count'], shape === 'stopped' && text['stop'])}
          aria-pressed={filter.shape === shape}
          onClick={() => setFilter({ ...filter, shape: filter.shape === shape ? '' : shape })}
        >
          <StatusShape shape={shape} />
          {count} {label}
        </button>
      ))}
    </fieldset>
  )
}

/** Which claims are listed: by status, by words, by kind, risk and the rest. */
export function LedgerFilters({ claims }: { readonly claims: readonly ClaimView[] }) {
  const { filter, setFilter } = useLedger(useShallow(({ filter, setFilter }) => ({ filter, setFilter })))
  const set = (part: Partial<LedgerFilter>) => setFilter({ ...filter, ...part })
  return (
    <div className={styles['filters']}>
      <Tally claims={claims} />
      <div className={styles['narrow']}>
        <span className={styles['search']}>
          <Icon of={Search} size={14} />
          <input
            type="search"
            aria-label="Search the claims"
            placeholder="Search words or number"
            value={filter.query}
            onChange={(event) => set({ query: event.target.value })}
          />
        </span>
        <CompactSelect label="Kind" value={filter.kind} options={KINDS} onChange={(kind) => set({ kind })} />
        <CompactSelect label="Risk" value={filter.risk} options={RISKS} onChange={(risk) => set({ risk })} />
        <CompactSelect
          label="Only those"
          value={filter.trait}
          options={TRAITS}
          onChange={(trait) => set({ trait })}
        />
      </div>
    </div>
  )
}
