import { useState } from 'react'
import type { ClaimView, ReviewState } from '../../../shared/model/review.ts'
import { newId } from '../../host/new-id.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useReview } from '../review/store.ts'
import { SourceForm } from '../sources/source-form.tsx'
import type { SourceDraft } from '../sources/source-form.tsx'
import styles from './claims.module.css'

type AttachProps = { readonly state: ReviewState; readonly claim: ClaimView; readonly onDone: () => void }

/** Attaches a source of the article, or a new one. */
export function AttachSource({ state, claim, onDone }: AttachProps) {
  const act = useReview((review) => review.act)
  const free = state.sources.filter((source) => !claim.sources.some((each) => each.sourceId === source.id))
  const [way, setWay] = useState<'existing' | 'new'>(free.length > 0 ? 'existing' : 'new')
  const [chosen, setChosen] = useState<string>(free[0]?.id ?? '')
  const [locator, setLocator] = useState('')
  const articleId = state.article.id

  const attach = async (sourceId: string, where: string): Promise<void> => {
    const source = { sourceId, locator: where, note: '' }
    const outcome = await act('claims.attach', { articleId, claimId: claim.id, source })
    if (!outcome.ok) return
    announce('Source attached.')
    onDone()
  }
  const create = async (fields: SourceDraft): Promise<void> => {
    const id = newId()
    const outcome = await act('sources.create', { articleId, id, fields })
    if (outcome.ok) await attach(id, '')
  }
  return (
    <div className={styles['attach']}>
      {free.length > 0 && (
        <Segmented
          label="Which source"
          value={way}
          options={[
            { value: 'existing', label: 'A source of this article' },
            { value: 'new', label: 'A new source' },
          ]}
          onChange={setWay}
        />
      )}
      {way === 'existing' ? (
        <div className={styles['attachRow']}>
          <SelectField
            label="Source"
            value={chosen}
            options={free.map((source) => ({
              value: String(source.id),
              label: `${source.grade}: ${source.title}`,
            }))}
            onChange={setChosen}
          />
          <TextField
            label="Where in it"
            placeholder="p. 3, item 7"
            value={locator}
            onChange={(event) => setLocator(event.target.value)}
          />
          <span>
            <Button
              look="line"
              onClick={() => {
                void attach(chosen, locator)
              }}
            >
              Attach
            </Button>
            <Button onClick={onDone}>Cancel</Button>
          </span>
        </div>
      ) : (
        <SourceForm submitLabel="Create and attach" onSubmit={create} onCancel={onDone} />
      )}
    </div>
  )
}
