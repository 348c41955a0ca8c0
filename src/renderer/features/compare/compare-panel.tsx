import { ArrowLeft } from 'lucide-react'
import type { ReviewState } from '../../../shared/model/review.ts'
import type { SavedVersion } from '../../../shared/model/version.ts'
import { Button } from '../../ui/button.tsx'
import { KeyedSelect } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { EmptyList, PanelHeader } from '../review/panel-header.tsx'
import { closeComparison } from './actions.ts'
import styles from './compare.module.css'
import { DifferenceList } from './difference-list.tsx'
import { tallyInWords } from './difference-words.ts'
import { sideKey, sideName, sideOf } from './sides.ts'
import { useCompare, wordsOf } from './store.ts'
import type { Comparison } from './store.ts'
import { useFreshVersions, useVersions } from './versions.ts'

/** The text now, then the versions, latest first. */
function choicesOf(versions: readonly SavedVersion[]) {
  return ['', ...versions.map(({ id }): string => id).toReversed()].map((value) => ({
    value,
    label: sideName(sideOf(value), versions),
  }))
}

function Sides({ comparison }: { readonly comparison: Comparison }) {
  const versions = useVersions((store) => store.versions)
  const compare = useCompare((store) => store.compare)
  const { from, to } = comparison
  const options = choicesOf(versions)
  return (
    <div className={styles['sides']}>
      <KeyedSelect
        label="From"
        value={sideKey(from)}
        options={options}
        onChange={(value) => void compare(sideOf(value), to)}
      />
      <KeyedSelect
        label="To"
        value={sideKey(to)}
        options={options}
        onChange={(value) => void compare(from, sideOf(value))}
      />
    </div>
  )
}

/** Which texts are compared, and every difference of them. */
export function ComparePanel(props: { readonly state: ReviewState; readonly comparison: Comparison }) {
  const { state, comparison } = props
  useFreshVersions(state)
  const { standing } = comparison
  const isTold =
    standing.kind === 'failed' || (standing.kind === 'ready' && standing.differences.length === 0)
  // What is said below is not said twice.
  const note = isTold ? '' : wordsOf(standing)
  const differences = standing.kind === 'ready' ? standing.differences : []
  return (
    <>
      <PanelHeader title="Compare" note={note}>
        <Button onClick={closeComparison}>
          <Icon of={ArrowLeft} size={14} />
          History
        </Button>
      </PanelHeader>
      <Sides comparison={comparison} />
      {standing.kind === 'failed' && <EmptyList title="Not compared">{standing.message}</EmptyList>}
      {standing.kind === 'ready' && differences.length === 0 && (
        <EmptyList title="The same text">
          Both read the same, word for word and in the same format. Comments and claims are not compared.
        </EmptyList>
      )}
      {differences.length > 0 && (
        <>
          <p className={styles['tally']}>{tallyInWords(differences)}</p>
          <DifferenceList differences={differences} />
        </>
      )}
    </>
  )
}
