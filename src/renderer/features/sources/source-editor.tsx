import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ReviewState } from '../../../shared/model/review.ts'
import type { Source } from '../../../shared/model/source.ts'
import { newId } from '../../host/new-id.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import panel from '../review/panel.module.css'
import { useReview } from '../review/store.ts'
import type { SourceFields } from './source-draft.ts'
import { SourceForm } from './source-form.tsx'
import { sourceDrafts } from './source-drafts.ts'
import { setView, showSource } from './store.ts'
import styles from './sources.module.css'

/** What stands in the place of the list: its name, and the way back. */
export function InPlaceOfList({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <>
      <header className={panel['header']}>
        <Button only aria-label="All sources" onClick={() => setView({ kind: 'list' })}>
          <Icon of={ChevronLeft} />
        </Button>
        <h2>{title}</h2>
      </header>
      <div className={`${panel['scroll']} ${styles['inner']}`}>{children}</div>
    </>
  )
}

type EditorProps = { readonly state: ReviewState; readonly source: Source | null }

/** A new source, or a known one. Going back to the list keeps what was written; Cancel drops it. */
export function SourceEditor({ state, source }: EditorProps) {
  const act = useReview((review) => review.act)
  const articleId = state.article.id
  const key = source?.id ?? 'new'
  const leave = (): void => {
    sourceDrafts.keep(key, null)
    setView({ kind: 'list' })
  }
  const save = async (fields: SourceFields, confirmedNoName: boolean): Promise<void> => {
    const id = source?.id ?? newId()
    const said = { articleId, fields, confirmedNoName }
    const outcome = await (source === null
      ? act('sources.create', { ...said, id })
      : act('sources.update', { ...said, sourceId: id }))
    if (!outcome.ok) return
    announce(`${fields.title.trim()} is kept.`)
    sourceDrafts.keep(key, null)
    showSource(id)
  }
  return (
    <InPlaceOfList title={source === null ? 'New source' : 'Source'}>
      <SourceForm
        key={key}
        {...(source !== null && { source })}
        keepAs={key}
        submitLabel={source === null ? 'Create' : 'Save'}
        onSubmit={save}
        onCancel={leave}
      />
    </InPlaceOfList>
  )
}
