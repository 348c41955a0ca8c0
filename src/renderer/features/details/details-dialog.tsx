import { useState } from 'react'
import type { ReviewState } from '../../../shared/model/review.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import text from '../../ui/text.module.css'
import { fromTimeField, toTimeField } from '../../ui/time-field.ts'
import { run } from '../commands/dispatch.ts'
import { useReview } from '../review/store.ts'
import { useSession } from '../session-store.ts'
import { useShell } from '../shell-store.ts'
import styles from './details.module.css'

function Byline() {
  const byline = useReview((review) => review.snapshot?.index.byline ?? '')
  const hide = useShell((shell) => shell.hide)
  return (
    <div className={styles['byline']}>
      <p className={text['strong']}>Byline</p>
      {byline === '' ? (
        <p className={text['soft']}>
          The byline is a paragraph of the text. Put the caret in the paragraph that names the writer, then
          choose “Style: byline”.
        </p>
      ) : (
        <p dir="auto">{byline}</p>
      )}
      <Button
        look="line"
        onClick={() => {
          hide()
          requestAnimationFrame(() => run('style.byline'))
        }}
      >
        Make the paragraph at the caret the byline
      </Button>
    </div>
  )
}

function DetailsForm({ state }: { readonly state: ReviewState }) {
  const hide = useShell((shell) => shell.hide)
  const act = useReview((review) => review.act)
  const people = useSession((store) => store.session?.people ?? [])
  const { id: articleId, ...article } = state.article
  const [slug, setSlug] = useState(article.slug)
  const [desk, setDesk] = useState(article.desk)
  const [due, setDue] = useState(toTimeField(article.due))
  const [holderId, setHolder] = useState<string>(article.holderId ?? '')
  const [authorId, setAuthor] = useState<string>(article.authorId ?? '')
  const [refusal, setRefusal] = useState('')
  const nobody = { value: '', label: 'nobody yet' }
  const persons = [nobody, ...people.map((person) => ({ value: String(person.id), label: person.name }))]
  const save = async (): Promise<void> => {
    const outcome = await act('articles.update', {
      articleId,
      slug,
      desk,
      due: fromTimeField(due),
      holderId: holderId === '' ? null : holderId,
      authorId: authorId === '' ? null : authorId,
    })
    if (!outcome.ok) {
      setRefusal(outcome.error.message)
      return
    }
    announce('Details saved.')
    hide()
  }
  return (
    <FormDialog
      title="Slug, byline, desk and due"
      submit="Save"
      refusal={refusal}
      className={styles['form']}
      onSubmit={() => {
        void save()
      }}
      onClose={hide}
    >
      <TextField
        label="Slug"
        placeholder="teld-taskforce-26"
        value={slug}
        onChange={(event) => setSlug(event.target.value)}
      />
      <TextField label="Desk" value={desk} onChange={(event) => setDesk(event.target.value)} />
      <TextField
        label="Due"
        type="datetime-local"
        value={due}
        onChange={(event) => setDue(event.target.value)}
      />
      <SelectField label="Holder" value={holderId} options={persons} onChange={setHolder} />
      <SelectField
        label="Author"
        hint="Whose story it is: an author neither verifies nor approves it."
        value={authorId}
        options={persons}
        onChange={setAuthor}
      />
      <Byline />
    </FormDialog>
  )
}

export function DetailsDialog() {
  const state = useReview((review) => review.state)
  return state === null ? null : <DetailsForm state={state} />
}
