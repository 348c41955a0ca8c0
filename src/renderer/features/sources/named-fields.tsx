import { TextField } from '../../ui/field.tsx'
import { startOfDay } from '../../ui/time.ts'
import { fromDateField, toDateField } from '../../ui/time-field.ts'
import { locatorWords } from './locators.ts'
import type { SourceDraft } from './source-draft.ts'
import styles from './sources.module.css'

type NamedProps = {
  readonly draft: SourceDraft
  readonly set: (fields: Partial<SourceDraft>) => void
}

/** An address is worth the day on which somebody saw it: that is today, until another is chosen. */
function withUrl(draft: SourceDraft, url: string): Partial<SourceDraft> {
  const isFirst = draft.url === '' && url !== ''
  return isFirst && draft.accessedAt === null ? { url, accessedAt: startOfDay(Date.now()) } : { url }
}

/** Where in it to look, and what leads to it: never offered for an unnamed source. */
export function NamedFields({ draft, set }: NamedProps) {
  const where = locatorWords(draft.kind, draft.medium)
  return (
    <div className={styles['pair']}>
      <TextField
        label={where.label}
        placeholder={where.placeholder}
        value={draft.locator}
        maxLength={300}
        onChange={(event) => set({ locator: event.target.value })}
      />
      <TextField
        label="Period or place it covers"
        value={draft.period}
        maxLength={200}
        onChange={(event) => set({ period: event.target.value })}
      />
      <TextField
        label="Address"
        inputMode="url"
        placeholder="https://"
        value={draft.url}
        maxLength={2048}
        onChange={(event) => set(withUrl(draft, event.target.value))}
      />
      <TextField
        label="Seen on"
        type="date"
        value={toDateField(draft.accessedAt)}
        onChange={(event) => set({ accessedAt: fromDateField(event.target.value) })}
      />
    </div>
  )
}
