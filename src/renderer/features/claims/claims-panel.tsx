import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { ReviewState } from '../../../shared/model/review.ts'
import { Button } from '../../ui/button.tsx'
import { CompactSelect } from '../../ui/field.tsx'
import text from '../../ui/text.module.css'
import { isMac, keysInWords } from '../commands/keys.ts'
import { EmptyList, PanelHeader } from '../review/panel-header.tsx'
import { useSession } from '../session-store.ts'
import { ClaimList } from './claim-list.tsx'
import { CoverageLine } from './coverage-line.tsx'
import { LedgerFilters } from './ledger-filters.tsx'
import styles from './ledger.module.css'
import { useLedger } from './ledger-store.ts'
import { EVERY_CLAIM, filterLedger, isFiltered, sortLedger } from './ledger.ts'
import type { LedgerOrder } from './ledger.ts'

const ORDERS: readonly { readonly value: LedgerOrder; readonly label: string }[] = [
  { value: 'urgency', label: 'By urgency' },
  { value: 'text', label: 'By text' },
  { value: 'risk', label: 'By risk' },
  { value: 'kind', label: 'By kind' },
  { value: 'status', label: 'By status' },
]

function noteOf(all: number, cleared: number): string {
  return all === 0 ? 'none' : `${cleared} of ${all} cleared`
}

/** The ledger: every claim with what is missing and how to meet it. */
export function ClaimsPanel({ state }: { readonly state: ReviewState }) {
  const { order, filter, setOrder, setFilter } = useLedger(useShallow((ledger) => ({ ...ledger })))
  const me = useSession((store) => store.session?.actor.personId ?? null)
  const { claims } = state
  const shown = useMemo(
    () => sortLedger(filterLedger(claims, filter, me), order),
    [claims, filter, me, order],
  )
  const cleared = claims.filter((claim) => claim.cleared).length
  return (
    <>
      <PanelHeader title="Claims" note={noteOf(claims.length, cleared)}>
        {claims.length > 1 && (
          <span>
            <CompactSelect label="Order of the claims" value={order} options={ORDERS} onChange={setOrder} />
          </span>
        )}
      </PanelHeader>
      {claims.length > 0 && (
        <>
          <CoverageLine claims={claims} />
          <LedgerFilters claims={claims} />
        </>
      )}
      {claims.length === 0 && (
        <EmptyList title="No claim yet">
          Select words that can be checked and choose Claim, or press{' '}
          <kbd className={text['kbd']}>{keysInWords('Mod-Alt-c', isMac())}</kbd>. Each claim is then listed
          with what it needs.
        </EmptyList>
      )}
      {shown.length > 0 && <ClaimList claims={shown} />}
      {claims.length > 0 && isFiltered(filter) && (
        <p className={styles['shown']}>
          <output>
            {shown.length === 0 ? 'No claim fits.' : `${shown.length} of ${claims.length} shown.`}
          </output>
          <Button onClick={() => setFilter(EVERY_CLAIM)}>Show every claim</Button>
        </p>
      )}
    </>
  )
}
