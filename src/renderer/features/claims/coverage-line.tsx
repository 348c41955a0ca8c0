import { useMemo } from 'react'
import type { ClaimView } from '../../../shared/model/review.ts'
import { classes } from '../../ui/classes.ts'
import text from '../../ui/text.module.css'
import { useCalmSnapshot } from '../review/calm-snapshot.ts'
import { useReview } from '../review/store.ts'
import { RISK_NAMES } from '../words.ts'
import styles from './ledger.module.css'
import { clearedByRisk } from './ledger.ts'

/** How many claims of each risk are cleared, and how much of the article they hold. */
export function CoverageLine({ claims }: { readonly claims: readonly ClaimView[] }) {
  const editor = useReview((review) => review.editor)
  const index = useCalmSnapshot()?.index
  // The index is another one after every change of the text.
  const coverage = useMemo(() => (index === undefined ? null : (editor?.coverage() ?? null)), [editor, index])
  const risks = clearedByRisk(claims).map(({ risk, cleared, all }, at) => {
    const name = at === 0 ? `${RISK_NAMES[risk]} risk` : RISK_NAMES[risk].toLowerCase()
    return `${name} ${cleared} of ${all}`
  })
  return (
    <p className={classes(text['soft'], text['small'], styles['coverage'])}>
      {risks.length > 0 && <span title="Cleared, by risk">{risks.join(', ')}.</span>}{' '}
      {coverage !== null && coverage.sentences > 0 && (
        <span>
          Covers {coverage.coveredSentences} of {coverage.sentences} sentences, {coverage.coveredWords} of{' '}
          {coverage.words} words.
        </span>
      )}
    </p>
  )
}
