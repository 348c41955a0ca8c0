import { useState } from 'react'
import type { ClaimView, ReviewState } from '../../../shared/model/review.ts'
import type { SourceId } from '../../../shared/model/ids.ts'
import { newId } from '../../host/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useReview } from '../review/store.ts'
import { SourceForm } from '../sources/source-form.tsx'
import type { SourceFields } from '../sources/source-draft.ts'
import { attachTo } from './attach.ts'
import styles from './claims.module.css'
import { onEscape } from './on-escape.ts'
import { SourcePicker } from './source-picker.tsx'

type AttachProps = {
  readonly state: ReviewState
  readonly claim: ClaimView
  /** `picked`: a known source that was attached, of which more can be said. */
  readonly onDone: (picked: string | null) => void
}

/** It opens at the foot of what is in sight. */
function inSight(form: HTMLElement | null): void {
  form?.scrollIntoView({ block: 'nearest' })
}

/** Attaches a source of the article, or a new one. */
export function AttachSource({ state, claim, onDone }: AttachProps) {
  const act = useReview((review) => review.act)
  const free = state.sources.filter((source) => !claim.sources.some((each) => each.sourceId === source.id))
  const [way, setWay] = useState<'existing' | 'new'>(free.length > 0 ? 'existing' : 'new')

  const attach = async (sourceId: string): Promise<void> => {
    if (await attachTo(claim, sourceId)) onDone(sourceId)
  }
  const create = async (fields: SourceFields, confirmedNoName: boolean): Promise<void> => {
    const id = newId() as SourceId
    const outcome = await act('sources.create', {
      articleId: state.article.id,
      id,
      fields,
      confirmedNoName,
    })
    // Where in it was asked in the form.
    if (outcome.ok && (await attachTo(claim, id))) onDone(null)
  }
  return (
    <div ref={onEscape(() => onDone(null))}>
      <div ref={inSight} className={styles['attach']}>
        {free.length > 0 && (
          <div className={styles['ways']}>
            <Segmented
              label="Which source"
              value={way}
              options={[
                { value: 'existing', label: 'A source of this article' },
                { value: 'new', label: 'A new source' },
              ]}
              onChange={setWay}
            />
            {way === 'existing' && <Button onClick={() => onDone(null)}>Cancel</Button>}
          </div>
        )}
        {way === 'existing' ? (
          <SourcePicker sources={free} onPick={(id) => void attach(id)} />
        ) : (
          <SourceForm submitLabel="Create and attach" onSubmit={create} onCancel={() => onDone(null)} />
        )}
      </div>
    </div>
  )
}
