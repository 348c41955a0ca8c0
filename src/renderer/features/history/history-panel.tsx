import type { ReviewState } from '../../../shared/model/review.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { ComparePanel } from '../compare/compare-panel.tsx'
import { useComparison } from '../compare/store.ts'
import { PanelHeader } from '../review/panel-header.tsx'
import { DecisionsPart } from './decisions-part.tsx'
import styles from './history.module.css'
import { LogPart } from './log-part.tsx'
import { RecordPart } from './record-part.tsx'
import { useHistory } from './store.ts'
import type { Part } from './store.ts'
import { VersionsPart } from './versions-part.tsx'

const PARTS: readonly { readonly value: Part; readonly label: string }[] = [
  { value: 'versions', label: 'Versions' },
  { value: 'log', label: 'Log' },
  { value: 'decisions', label: 'Decisions' },
  { value: 'record', label: 'Record' },
]

function content(part: Part, state: ReviewState) {
  switch (part) {
    case 'versions':
      return <VersionsPart state={state} />
    case 'log':
      return <LogPart state={state} />
    case 'decisions':
      return <DecisionsPart state={state} />
    case 'record':
      return <RecordPart state={state} />
  }
}

/** What was, and who did it: texts that were kept, the log, decisions on changes, and whether the record holds. */
export function HistoryPanel({ state }: { readonly state: ReviewState }) {
  const part = useHistory((store) => store.part)
  const setPart = useHistory((store) => store.setPart)
  const comparison = useComparison()
  if (comparison !== null) return <ComparePanel state={state} comparison={comparison} />
  return (
    <>
      <PanelHeader title="History" />
      <div className={styles['parts']}>
        <Segmented label="Part of the history" value={part} options={PARTS} onChange={setPart} />
      </div>
      {content(part, state)}
    </>
  )
}
