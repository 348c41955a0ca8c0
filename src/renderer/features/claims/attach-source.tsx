import { useState } from 'react'
import type { ClaimView, ReviewState } from '../../../shared/model/review.ts'
import type { SourceId } from '../../../shared/model/ids.ts'
import { newId } from '../../host/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useReview } from '../review/store.ts'
import { FindUsedBefore } from '../sources/find-used-before.tsx'
import { SourceForm } from '../sources/source-form.tsx'
import type { SourceFields } from '../sources/source-draft.ts'
import { sourceDrafts } from '../sources/source-drafts.ts'
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

type Way = 'existing' | 'new' | 'before'

const OF_THIS_ARTICLE = { value: 'existing', label: 'A source of this article' } as const
const OTHER_WAYS = [
  { value: 'new', label: 'A new source' },
  { value: 'before', label: 'Used before' },
] as const

/**
 * Attaches a source of the article, a new one, or one that another article has used. A new one that was begun is there
 * again when somebody comes back to the claim; Cancel drops it.
 */
export function AttachSource({ state, claim, onDone }: AttachProps) {
  const act = useReview((review) => review.act)
  const free = state.sources.filter((source) => !claim.sources.some((each) => each.sourceId === source.id))
  const form = `new for ${claim.id}`
  const [way, setWay] = useState<Way>(() =>
    free.length > 0 && sourceDrafts.read(form) === null ? 'existing' : 'new',
  )
  const drop = (): void => {
    sourceDrafts.keep(form, null)
    onDone(null)
  }

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
    if (!outcome.ok) return
    // It is a source of the article now, and not to be made twice, even where it could not be attached.
    sourceDrafts.keep(form, null)
    // Where in it was asked in the form.
    if (await attachTo(claim, id)) onDone(null)
  }
  return (
    <div ref={onEscape(() => onDone(null))}>
      <div ref={inSight} className={styles['attach']}>
        <div className={styles['ways']}>
          <Segmented
            label="Which source"
            value={way}
            options={free.length > 0 ? [OF_THIS_ARTICLE, ...OTHER_WAYS] : OTHER_WAYS}
            onChange={setWay}
          />
          {way !== 'new' && <Button onClick={() => onDone(null)}>Cancel</Button>}
        </div>
        {way === 'existing' && <SourcePicker sources={free} onPick={(id) => void attach(id)} />}
        {way === 'before' && <FindUsedBefore onUsed={(id) => void attach(id)} />}
        {way === 'new' && (
          <SourceForm keepAs={form} submitLabel="Create and attach" onSubmit={create} onCancel={drop} />
        )}
      </div>
    </div>
  )
}
