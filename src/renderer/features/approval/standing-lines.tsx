import { ArrowRight } from 'lucide-react'
import type { ReviewState } from '../../../shared/model/review.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useNow } from '../../ui/now.ts'
import { askMove } from '../review/ask-move.ts'
import { goToCause } from '../review/go-to.ts'
import { usePersonOf } from '../review/people.ts'
import { moveName, moveOf } from '../review/workflow.ts'
import { useShell } from '../shell-store.ts'
import { standingsOf } from './standing-words.ts'
import type { Standing } from './standing-words.ts'
import styles from './standing.module.css'

function Act({ state, standing }: { readonly state: ReviewState; readonly standing: Standing }) {
  const show = useShell((shell) => shell.show)
  if (standing.key === 'legal-hold') {
    return (
      <Button onClick={() => goToCause({ kind: 'legal-hold' })}>
        Go to
        <Icon of={ArrowRight} />
      </Button>
    )
  }
  if (standing.act === null) return null
  if (standing.act.kind === 'take-back') {
    return <Button onClick={() => show({ kind: 'take-back' })}>Take it back…</Button>
  }
  const move = moveOf(state.moves, standing.act.move)
  if (move === null) return null
  return <Button onClick={() => askMove(move.kind, move.to)}>{moveName(move)}…</Button>
}

/** Held, returned, killed, on legal hold, a correction, away or read-only: said once, calmly, over the text. */
export function StandingLines({ state }: { readonly state: ReviewState }) {
  const personOf = usePersonOf()
  const now = useNow()
  const standings = standingsOf(state.article, (id) => personOf(id)?.name ?? 'Somebody', now)
  return (
    <div className={styles['standings']}>
      {standings.map((standing) => (
        <p key={standing.key} className={styles['standing']} role="note">
          <span className={styles['words']} title={standing.words}>
            <b>{standing.head}</b> {standing.words}
          </span>
          <Act state={state} standing={standing} />
        </p>
      ))}
    </div>
  )
}
