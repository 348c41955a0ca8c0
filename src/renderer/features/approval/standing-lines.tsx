import { ArrowRight } from 'lucide-react'
import type { ReviewState } from '../../../shared/model/review.ts'
import type { MoveKind } from '../../../shared/model/workflow.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useNow } from '../../ui/now.ts'
import { run } from '../commands/dispatch.ts'
import { askMove } from '../review/ask-move.ts'
import { goToCause } from '../review/go-to.ts'
import { usePersonOf } from '../review/people.ts'
import { moveName, moveOf } from '../review/workflow.ts'
import { useShell } from '../shell-store.ts'
import { standingsOf } from './standing-words.ts'
import type { Standing } from './standing-words.ts'
import styles from './standing.module.css'

function MoveAct({ state, kind }: { readonly state: ReviewState; readonly kind: MoveKind }) {
  const move = moveOf(state.moves, kind)
  if (move === null) return null
  return <Button onClick={() => askMove(move.kind, move.to)}>{moveName(move)}…</Button>
}

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
  switch (standing.act?.kind) {
    case undefined:
      return null
    case 'take-back':
      return <Button onClick={() => show({ kind: 'take-back' })}>Take it back…</Button>
    case 'compare':
      return <Button onClick={() => run('version.compareApproved')}>What changed</Button>
    case 'move':
      return <MoveAct state={state} kind={standing.act.move} />
  }
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
