import { useState } from 'react'
import type { Args } from '../../../shared/contract.ts'
import type { Role } from '../../../shared/model/person.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { newId } from '../../host/new-id.ts'
import { announce } from '../../ui/announcer.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { CheckField, SelectField, TextArea } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import text from '../../ui/text.module.css'
import { ClaimPicker } from '../review/claim-picker.tsx'
import { createFormDrafts } from '../form-drafts.ts'
import { useReview } from '../review/store.ts'
import { useSession } from '../session-store.ts'
import { useShell } from '../shell-store.ts'
import { choices } from '../words.ts'
import { FIELD_NAMES, recordingRefusal } from './consultation-words.ts'
import styles from './consultations.module.css'

type Draft = Omit<Args<'consultations.record'>, 'articleId' | 'id'>

/** One form: whichever claims it was begun for, what was written in it is there until it is recorded or dropped. */
const drafts = createFormDrafts<{ readonly draft: Draft; readonly reach: Reach }>()
const FORM = 'consultation'

const REACHES = [
  { value: 'article', label: 'The whole article' },
  { value: 'claims', label: 'Claims of it' },
] as const
type Reach = (typeof REACHES)[number]['value']

function refusalOf(draft: Draft, reach: Reach): string | null {
  if (draft.question.trim() === '') return 'Write what was asked.'
  if (draft.advice.trim() === '') return 'Write what was advised.'
  if (reach === 'claims' && draft.claimIds.length === 0) {
    return 'Tick the claims it was about, or say that it was about the whole article.'
  }
  return null
}

type FieldsProps = {
  readonly state: ReviewState
  readonly draft: Draft
  readonly reach: Reach
  readonly onDraft: (draft: Draft) => void
  readonly onReach: (reach: Reach) => void
}

function Fields({ state, draft, reach, onDraft, onReach }: FieldsProps) {
  const role = useSession((store) => store.session?.actor.role)
  const set = (fields: Partial<Draft>): void => onDraft({ ...draft, ...fields })
  return (
    <>
      <SelectField
        label="Whose advice"
        value={draft.field}
        options={choices(FIELD_NAMES)}
        onChange={(field) => set({ field })}
      />
      <TextArea
        label="What was asked"
        rows={3}
        required
        maxLength={10_000}
        value={draft.question}
        onChange={(event) => set({ question: event.target.value })}
      />
      <TextArea
        label="What was advised"
        rows={4}
        required
        maxLength={10_000}
        value={draft.advice}
        onChange={(event) => set({ advice: event.target.value })}
      />
      <div className={styles['reach']}>
        <Segmented label="What it was about" value={reach} options={REACHES} onChange={onReach} />
        {reach === 'claims' && (
          <ClaimPicker
            label="Claims it was about"
            hint="A claim that asks for advice is answered by a record that names it, or the whole article."
            claims={state.claims}
            chosen={draft.claimIds.map(String)}
            onChange={(claimIds) => set({ claimIds: [...claimIds] })}
          />
        )}
      </div>
      {role === 'legal' && (
        <CheckField
          label="Private to legal: others see that there was advice, and not what it said"
          checked={draft.audience === 'legal'}
          onChange={(event) => set({ audience: event.target.checked ? 'legal' : 'desk' })}
        />
      )}
    </>
  )
}

function firstDraft(role: Role | undefined, claimIds: readonly string[]) {
  const field = role === 'legal' ? 'legal' : 'standards'
  const draft: Draft = { field, claimIds: [...claimIds], question: '', advice: '', audience: 'desk' }
  const reach: Reach = claimIds.length > 0 ? 'claims' : 'article'
  return { draft, reach }
}

function ConsultationForm({ state, claimIds }: { state: ReviewState; claimIds: readonly string[] }) {
  const hide = useShell((shell) => shell.hide)
  const act = useReview((review) => review.act)
  const role = useSession((store) => store.session?.actor.role)
  const [first] = useState(() => firstDraft(role, claimIds))
  const kept = drafts.use(FORM)
  const [wasKept] = useState(kept !== null)
  const { draft, reach } = kept ?? first
  const [refusal, setRefusal] = useState('')
  const drop = (): void => {
    drafts.keep(FORM, null)
    hide()
  }
  const record = async (): Promise<void> => {
    const why = recordingRefusal(role) ?? refusalOf(draft, reach)
    if (why !== null) return setRefusal(why)
    const about = reach === 'article' ? [] : draft.claimIds
    const args = { articleId: state.article.id, id: newId(), ...draft, claimIds: about }
    const outcome = await act('consultations.record', args)
    if (!outcome.ok) return setRefusal(outcome.error.message)
    announce('The consultation is recorded.')
    drop()
  }
  return (
    <FormDialog
      title="Record a consultation"
      submit="Record"
      refusal={refusal}
      className={styles['form']}
      onSubmit={() => {
        void record()
      }}
      onClose={hide}
      onCancel={drop}
    >
      {wasKept && <p className={text['soft']}>Kept from before, and not recorded yet. Cancel drops it.</p>}
      <Fields
        state={state}
        draft={draft}
        reach={reach}
        onReach={(next) => drafts.keep(FORM, { draft, reach: next })}
        onDraft={(next) => {
          drafts.keep(FORM, { draft: next, reach })
          setRefusal('')
        }}
      />
      <p className={text['soft']}>
        It is recorded under your name and role, and not changed afterwards. Later advice is a record of its
        own.
      </p>
    </FormDialog>
  )
}

/** Advice that was taken before publication, recorded by whoever gave it. Closed, it keeps what was written. */
export function ConsultationDialog({ claimIds }: { readonly claimIds: readonly string[] }) {
  const state = useReview((review) => review.state)
  return state === null ? null : <ConsultationForm state={state} claimIds={claimIds} />
}
