import { useId } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { foldWords } from '../../../shared/fold-words.ts'
import type { Source } from '../../../shared/model/source.ts'
import { isUnnamed } from '../../../shared/rules/personal-details.ts'
import { CheckField, SelectField, TextField } from '../../ui/field.tsx'
import { listed } from '../../../shared/rules/words.ts'
import { useReview } from '../review/store.ts'
import { useSession } from '../session-store.ts'
import { InTextField } from './in-text-field.tsx'
import { MEDIA } from './locators.ts'
import type { SourceDraft } from './source-draft.ts'
import styles from './sources.module.css'

type OriginProps = {
  readonly draft: SourceDraft
  readonly source: Source | null
  readonly set: (fields: Partial<SourceDraft>) => void
}

function originHint(origin: string, others: readonly Source[]): string {
  const same = others.filter((each) => foldWords(each.origin) === foldWords(origin))
  if (origin.trim() === '' || same.length === 0) {
    return 'Where it comes from in the end. Sources of one origin count once.'
  }
  return `Counts once with ${listed(same.map(({ title }) => title))}.`
}

/** Where it comes from in the end, by what way, and who brought it. */
export function OriginFields({ draft, source, set }: OriginProps) {
  const id = useId()
  const others = useReview(
    useShallow(({ state }) => (state?.sources ?? []).filter((each) => each.id !== source?.id)),
  )
  const people = useSession((store) => store.session?.people ?? [])
  const origins = new Map(
    others.filter(({ origin }) => origin !== '').map(({ origin }) => [foldWords(origin), origin]),
  )
  const unnamed = isUnnamed(draft.onRecord)
  return (
    <>
      <TextField
        label="Origin"
        hint={originHint(draft.origin, others)}
        placeholder="Osterlee magistrate’s court"
        value={draft.origin}
        list={`${id}-origins`}
        maxLength={300}
        onChange={(event) => set({ origin: event.target.value })}
      />
      <datalist id={`${id}-origins`}>
        {[...origins.values()].map((origin) => (
          <option key={origin}>{origin}</option>
        ))}
      </datalist>
      <div className={styles['pair']}>
        <TextField
          label="Medium"
          placeholder="recording, notes"
          value={draft.medium}
          list={`${id}-media`}
          maxLength={120}
          onChange={(event) => set({ medium: event.target.value })}
        />
        <datalist id={`${id}-media`}>
          {MEDIA.map((medium) => (
            <option key={medium}>{medium}</option>
          ))}
        </datalist>
        <SelectField
          label={unnamed ? 'Held by' : 'Supplied by'}
          value={draft.suppliedBy ?? ''}
          options={[
            { value: '', label: 'not said' },
            ...people.map((person) => ({ value: String(person.id), label: person.name })),
          ]}
          onChange={(suppliedBy) => set({ suppliedBy: suppliedBy === '' ? null : suppliedBy })}
        />
      </div>
      <p>
        <CheckField
          label="Has direct knowledge"
          checked={draft.directKnowledge}
          onChange={(event) => set({ directKnowledge: event.target.checked })}
        />
      </p>
      <InTextField draft={draft} set={set} />
    </>
  )
}
