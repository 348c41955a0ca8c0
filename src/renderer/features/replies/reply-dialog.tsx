import { useState } from 'react'
import type { ReviewState } from '../../../shared/model/review.ts'
import { foldWords } from '../../../shared/fold-words.ts'
import { newId } from '../../host/new-id.ts'
import { announce } from '../../ui/announcer.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useNow } from '../../ui/now.ts'
import text from '../../ui/text.module.css'
import { createFormDrafts } from '../form-drafts.ts'
import { useReview } from '../review/store.ts'
import { useSession } from '../session-store.ts'
import { useShell } from '../shell-store.ts'
import type { Dialog as AnyDialog } from '../shell-store.ts'
import { draftOf, emptyReply, replyRefusal } from './reply-draft.ts'
import type { ReplyDraft } from './reply-draft.ts'
import { ReplyFields } from './reply-fields.tsx'
import styles from './replies.module.css'

const drafts = createFormDrafts<ReplyDraft>()

type Asked = Omit<Extract<AnyDialog, { kind: 'reply' }>, 'kind'>

/** A record is written on where it was left; a new one is that of its party. */
function formOf({ replyId, party }: Asked): string {
  return replyId ?? `new ${foldWords(party)}`
}

function firstDraft(state: ReviewState, { replyId, party, claimIds }: Asked, now: number): ReplyDraft {
  const known = state.replies.find((reply) => reply.id === replyId)
  if (known) return draftOf(known)
  const actor = useSession.getState().session?.actor.personId ?? ''
  return { ...emptyReply(actor, now), party, claimIds: [...claimIds] }
}

/** An answer is kept only where there is one. */
function cleaned(draft: ReplyDraft): ReplyDraft {
  const hasAnswer = draft.outcome === 'answered' || draft.outcome === 'declined'
  return hasAnswer ? draft : { ...draft, answer: '', answeredAt: null }
}

function ReplyForm({ state, asked }: { readonly state: ReviewState; readonly asked: Asked }) {
  const hide = useShell((shell) => shell.hide)
  const act = useReview((review) => review.act)
  const now = useNow()
  const [first] = useState(() => firstDraft(state, asked, now))
  const form = formOf(asked)
  const kept = drafts.use(form)
  const [wasKept] = useState(kept !== null)
  const draft = kept ?? first
  const [refusal, setRefusal] = useState('')
  const drop = (): void => {
    drafts.keep(form, null)
    hide()
  }
  const save = async (): Promise<void> => {
    const why = replyRefusal(draft, Date.now())
    if (why !== null) return setRefusal(why)
    const id = asked.replyId ?? newId()
    const outcome = await act('replies.save', { articleId: state.article.id, id, ...cleaned(draft) })
    if (!outcome.ok) return setRefusal(outcome.error.message)
    announce(`The record of ${draft.party.trim()} is kept.`)
    drop()
  }
  return (
    <FormDialog
      title={asked.replyId === null ? 'A party was asked' : `Right of reply: ${first.party}`}
      submit="Keep the record"
      refusal={refusal}
      className={styles['form']}
      onSubmit={() => {
        void save()
      }}
      onClose={hide}
      onCancel={drop}
    >
      {wasKept && <p className={text['soft']}>Kept from before, and not recorded yet. Cancel drops it.</p>}
      <ReplyFields
        state={state}
        draft={draft}
        now={now}
        onChange={(next) => {
          drafts.keep(form, next)
          setRefusal('')
        }}
      />
    </FormDialog>
  )
}

/** One asking of one party: what was put, until when, and what came of it. Closed, it keeps what was written. */
export function ReplyDialog(asked: Asked) {
  const state = useReview((review) => review.state)
  return state === null ? null : <ReplyForm state={state} asked={asked} />
}
