import type { RuleResult } from '../../../shared/model/rule.ts'
import { midSentence } from '../../ui/mid-sentence.ts'
import text from '../../ui/text.module.css'
import styles from './claims.module.css'

/** What the rules demand, the unmet first: a line of reason, and one of remedy. */
export function Requirements({ results }: { readonly results: readonly RuleResult[] }) {
  const sorted = [...results].sort((a, b) => Number(a.state === 'met') - Number(b.state === 'met'))
  const unmet = results.filter((result) => result.state === 'unmet').length
  return (
    <section>
      <h3>
        Requirements{' '}
        {unmet > 0 ? (
          <span className={text['stop']}>
            {unmet} of {results.length} unmet
          </span>
        ) : (
          <span className={text['soft']}>{results.length === 0 ? 'no rule asks anything' : 'all met'}</span>
        )}
      </h3>
      {sorted.map((result, index) => (
        <div key={`${result.rule} ${index}`} className={styles['requirement']}>
          <span className={styles[result.state]}>{result.state === 'met' ? 'Met' : 'Unmet'}</span>
          <span className={styles['code']} title={result.title}>
            {result.rule}
          </span>
          <div>
            <p>{result.why}</p>
            {result.remedy !== '' && <p className={text['soft']}>To meet it: {midSentence(result.remedy)}</p>}
          </div>
        </div>
      ))}
    </section>
  )
}
