import type { ClaimView, ReviewState } from '../../../shared/model/review.ts'
import type { RuleResult } from '../../../shared/model/rule.ts'
import type { Waiver } from '../../../shared/model/waiver.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { midSentence } from '../../ui/mid-sentence.ts'
import text from '../../ui/text.module.css'
import { useReview } from '../review/store.ts'
import { useShell } from '../shell-store.ts'
import styles from './claims.module.css'
import { EndedWaivers, WaiverLine } from './waiver-line.tsx'

const RANK = { unmet: 0, waived: 1, met: 2 } as const
const STATE_NAMES = { unmet: 'Unmet', waived: 'Waived', met: 'Met' } as const

function byState(results: readonly RuleResult[]): readonly RuleResult[] {
  return [...results].sort((a, b) => RANK[a.state] - RANK[b.state])
}

function Count({ results }: { readonly results: readonly RuleResult[] }) {
  const unmet = results.filter(({ state }) => state === 'unmet').length
  const waived = results.filter(({ state }) => state === 'waived').length
  if (unmet > 0) {
    return (
      <span className={text['stop']}>
        {unmet} of {results.length} unmet
      </span>
    )
  }
  const words = results.length === 0 ? 'no rule asks anything' : waived > 0 ? `${waived} waived` : 'all met'
  return <span className={text['soft']}>{words}</span>
}

async function endWaiver(waiver: Waiver): Promise<void> {
  const { act, articleId } = useReview.getState()
  if (articleId === null) return
  const outcome = await act('waivers.end', { articleId, waiverId: waiver.id })
  if (outcome.ok) announce(`Waiver of ${waiver.rules.join(', ')} ended.`)
}

function Requirement(props: {
  readonly result: RuleResult
  readonly waiver: Waiver | undefined
  readonly locked: boolean
}) {
  const { result, waiver, locked } = props
  return (
    <li className={styles['requirement']}>
      <span className={styles[result.state]}>{STATE_NAMES[result.state]}</span>
      <span className={styles['code']} title={result.title}>
        {result.rule}
      </span>
      <div>
        <p>{result.why}</p>
        {result.state === 'unmet' && result.remedy !== '' && (
          <p className={text['soft']}>To meet it: {midSentence(result.remedy)}</p>
        )}
        {waiver !== undefined && (
          <WaiverLine waiver={waiver}>
            {!locked && (
              <Button
                aria-label={`End the waiver of ${waiver.rules.join(', ')}`}
                onClick={() => void endWaiver(waiver)}
              >
                End waiver
              </Button>
            )}
          </WaiverLine>
        )}
      </div>
    </li>
  )
}

/** What the rules demand, the unmet first: a line of reason, and one of remedy or of the waiver it runs under. */
export function Requirements({ state, claim }: { readonly state: ReviewState; readonly claim: ClaimView }) {
  const show = useShell((shell) => shell.show)
  const { results } = claim
  const { locked } = state.article
  const waivers = state.waivers.filter((waiver) => waiver.claimId === claim.id)
  const running = new Set(results.map(({ waiverId }) => waiverId))
  return (
    <section aria-label="Requirements">
      <h3>
        Requirements <Count results={results} />
        {!locked && results.some((result) => result.state === 'unmet') && (
          <Button onClick={() => show({ kind: 'waive', claimId: claim.id })}>Waive…</Button>
        )}
      </h3>
      <ul>
        {byState(results).map((result, index) => (
          <Requirement
            key={`${result.rule} ${index}`}
            result={result}
            waiver={waivers.find(({ id }) => id === result.waiverId)}
            locked={locked}
          />
        ))}
      </ul>
      <EndedWaivers waivers={waivers.filter(({ id }) => !running.has(id))} version={state.article.version} />
    </section>
  )
}
