import type { ReviewState } from '../../../shared/model/review.ts'
import { Button } from '../../ui/button.tsx'
import { askMove } from '../review/ask-move.ts'
import panel from '../review/panel.module.css'
import { useRefusal } from '../review/use-moves.ts'
import { moveName } from '../review/workflow.ts'
import { STATUS_NAMES } from '../words.ts'
import { BlockerList } from './blocker-list.tsx'
import styles from './sign-off.module.css'

/** What a locked article can still do: be filed, re-opened or corrected, and what stands in the way of filing it. */
export function Locked({ state }: { readonly state: ReviewState }) {
  const refusalOf = useRefusal(state)
  return (
    <>
      <div className={panel['block']}>
        <h3>{STATUS_NAMES[state.article.status]} and locked</h3>
        <div className={styles['line']}>
          <span />
          <p>No word, claim or source changes while it is locked.</p>
        </div>
        <p className={styles['moves']}>
          {state.moves.map((move) => (
            <Button
              key={`${move.kind} ${move.to}`}
              look="line"
              title={refusalOf(move) ?? undefined}
              onClick={() => askMove(move.kind, move.to)}
            >
              {moveName(move)}…
            </Button>
          ))}
        </p>
      </div>
      {state.blockers.length > 0 && <BlockerList blockers={state.blockers} />}
    </>
  )
}
