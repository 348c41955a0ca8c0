import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import type { Outcome } from '../../../shared/contract.ts'
import type { Status } from '../../../shared/model/article.ts'
import type { ArticleId } from '../../../shared/model/ids.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import type { Move, MoveKind } from '../../../shared/model/workflow.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import text from '../../ui/text.module.css'
import { useShell } from '../shell-store.ts'
import { STATUS_NAMES } from '../words.ts'
import { goToCause } from './go-to.ts'
import { CONSEQUENCE, MoveFields, NO_DRAFT } from './move-fields.tsx'
import type { MoveDraft } from './move-fields.tsx'
import styles from './move-dialog.module.css'
import { useReview } from './store.ts'
import { storedFirst } from './stored-first.ts'
import { useBar, useRefusal } from './use-moves.ts'
import { moveName, moveQuestion } from './workflow.ts'

function send(articleId: ArticleId, move: Move, draft: MoveDraft): Promise<Outcome<ReviewState>> {
  const { act } = useReview.getState()
  const { reason } = draft
  switch (move.kind) {
    case 'file':
      return act('approval.file', { articleId })
    case 'reopen':
    case 'correct':
      return act('approval.reopen', {
        articleId,
        reason,
        as: move.kind === 'correct' ? 'correction' : 'reopen',
      })
    default:
      return act('workflow.move', {
        articleId,
        to: move.to,
        reason,
        until: move.until ? draft.until : null,
        resume: draft.resume ?? move.resume[0] ?? null,
      })
  }
}

type Part = { readonly state: ReviewState; readonly move: Move }

/** What stands in the way, each with the way to it. */
function Refused({ state, move }: Part) {
  const bar = useBar(state)(move)
  const hide = useShell((shell) => shell.hide)
  return (
    <Dialog
      title={`${moveName(move)}: not yet`}
      onClose={hide}
      footer={
        <Button look="line" onClick={hide}>
          Close
        </Button>
      }
    >
      {bar !== null && <p>{bar}</p>}
      {move.unmet.length > 0 && (
        <ul className={styles['unmet']} aria-label="What stands in the way">
          {move.unmet.map((one) => (
            <li key={`${one.code} ${one.text}`}>
              <span className={styles['code']}>{one.code}</span>
              <span>{one.text}</span>
              <Button
                aria-label={`Go to: ${one.text}`}
                onClick={() => {
                  hide()
                  // The dialog gives the focus back first; then the cause takes it.
                  requestAnimationFrame(() => goToCause(one.target))
                }}
              >
                Go to
                <Icon of={ArrowRight} />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}

function Asked({ state, move }: Part) {
  const hide = useShell((shell) => shell.hide)
  const [draft, setDraft] = useState<MoveDraft>(NO_DRAFT)
  const [refusal, setRefusal] = useState('')
  const name = moveName(move)
  const make = async (): Promise<void> => {
    if (!(await storedFirst())) return hide()
    const outcome = await send(state.article.id, move, draft)
    if (!outcome.ok) return setRefusal(outcome.error.message)
    const { status, version } = outcome.value.article
    announce(`The article stands at ${STATUS_NAMES[status]}, v${version}.`)
    hide()
  }
  return (
    <FormDialog
      title={moveQuestion(move)}
      submit={name}
      className={styles['fields']}
      waits={move.reason && draft.reason.trim() === ''}
      refusal={refusal}
      onSubmit={make}
      onClose={hide}
    >
      {move.kind === 'file' && <p>{CONSEQUENCE.file}</p>}
      <MoveFields move={move} draft={draft} onChange={(part) => setDraft({ ...draft, ...part })} />
    </FormDialog>
  )
}

type MoveDialogProps = { readonly move: MoveKind; readonly to: Status }

function Standing({ state, move, to }: MoveDialogProps & { readonly state: ReviewState }) {
  const hide = useShell((shell) => shell.hide)
  const refusalOf = useRefusal(state)
  const found = state.moves.find((each) => each.kind === move && each.to === to)
  if (found === undefined) {
    return (
      <Dialog title="The article has moved" onClose={hide} footer={<Button onClick={hide}>Close</Button>}>
        <p className={text['soft']}>It stands at {STATUS_NAMES[state.article.status]} now.</p>
      </Dialog>
    )
  }
  return refusalOf(found) === null ? (
    <Asked state={state} move={found} />
  ) : (
    <Refused state={state} move={found} />
  )
}

/** Moves the article, or says why not. Main decides again, over the same records. */
export function MoveDialog(props: MoveDialogProps) {
  const state = useReview((review) => review.state)
  return state === null ? null : <Standing {...props} state={state} />
}
