import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { ReviewState } from '../../../shared/model/review.ts'
import type { Source } from '../../../shared/model/source.ts'
import { newId } from '../../host/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { EmptyList, PanelHeader } from '../review/panel-header.tsx'
import panel from '../review/panel.module.css'
import { useReview } from '../review/store.ts'
import { SourceForm } from './source-form.tsx'
import type { SourceDraft } from './source-form.tsx'
import { SourceRow } from './source-row.tsx'

/** Strongest first, then by title. */
function inOrder(sources: readonly Source[]): readonly Source[] {
  return [...sources].sort((a, b) => a.grade.localeCompare(b.grade) || a.title.localeCompare(b.title))
}

/** Every source of the article, with its grade, its origin and the claims it bears. */
export function SourcesPanel({ state }: { readonly state: ReviewState }) {
  const act = useReview((review) => review.act)
  const [adding, setAdding] = useState(false)
  const { id: articleId, locked } = state.article
  const create = async (fields: SourceDraft): Promise<void> => {
    const outcome = await act('sources.create', { articleId, id: newId(), fields })
    if (outcome.ok) setAdding(false)
  }
  const unattested = state.sources.filter(
    (source) => source.onRecord === 'unnamed' && source.attestation === null,
  ).length
  const note =
    unattested === 0 ? String(state.sources.length) : `${state.sources.length}, ${unattested} not attested`
  return (
    <>
      <PanelHeader title="Sources" note={note}>
        {!locked && (
          <Button onClick={() => setAdding(true)}>
            <Icon of={Plus} />
            New
          </Button>
        )}
      </PanelHeader>
      <div className={panel['scroll']}>
        {adding && (
          <div className={panel['form']}>
            <SourceForm submitLabel="Create" onSubmit={create} onCancel={() => setAdding(false)} />
          </div>
        )}
        <ul>
          {inOrder(state.sources).map((source) => (
            <SourceRow key={source.id} state={state} source={source} />
          ))}
        </ul>
        {state.sources.length === 0 && !adding && (
          <EmptyList title="No source yet">
            Attach one to a claim, or make one here. A source says what it is, how strong, and where it comes
            from in the end.
          </EmptyList>
        )}
      </div>
    </>
  )
}
