import { personName } from '../review/people.ts'
import { refuse, whyUndecidable } from '../review/refusals.ts'
import { useShell } from '../shell-store.ts'
import { inWords, shares } from './bulk.ts'
import type { Scope } from './bulk.ts'
import type { ChangeRow } from './change-rows.ts'

/** Opens the dialog that says how many they are and whose, before any of them is decided. */
export function askToDecide(
  rows: readonly Pick<ChangeRow, 'ids' | 'authorId' | 'kind'>[],
  scope: Scope,
  verdict: 'accepted' | 'rejected',
): void {
  const why = whyUndecidable()
  if (why !== null) return refuse(why)
  useShell.getState().show({
    kind: 'decide',
    verdict,
    changeIds: rows.flatMap((row) => row.ids),
    what: inWords(rows, scope, personName),
    shares: shares(rows).map(({ authorId, words }) => ({ name: personName(authorId), words })),
  })
}
