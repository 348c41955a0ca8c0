import { useMemo } from 'react'
import { isUnnamed } from '../../../shared/rules/personal-details.ts'
import { TextField } from '../../ui/field.tsx'
import { useCalmSnapshot } from '../review/calm-snapshot.ts'
import { useReview } from '../review/store.ts'
import type { SourceDraft } from './source-draft.ts'

type InTextProps = {
  readonly draft: SourceDraft
  readonly set: (fields: Partial<SourceDraft>) => void
}

/** How the text names the source; the hint says whether it does. */
export function InTextField({ draft, set }: InTextProps) {
  const words = draft.inText.trim()
  const editor = useReview((review) => review.editor)
  const index = useCalmSnapshot()?.index
  const stands = useMemo(
    // The index is another one after every edit, and the words may have come or gone with it.
    () => (words === '' || index === undefined ? null : (editor?.standsInFinal(words) ?? null)),
    [words, index, editor],
  )
  const why = isUnnamed(draft.onRecord)
    ? 'The description that readers get. An unnamed source wants it to stand in the text (R14).'
    : 'An outlet, a press release or a post is attributed in the text (R15).'
  const told = stands === true ? 'stand in the final text' : 'do not stand in the final text'
  return (
    <TextField
      label="Named in the text as"
      hint={stands === null ? why : `These words ${told}.`}
      placeholder={
        isUnnamed(draft.onRecord) ? 'an investigator with direct knowledge' : 'Coastal Wire reported'
      }
      value={draft.inText}
      maxLength={300}
      onChange={(event) => set({ inText: event.target.value })}
    />
  )
}
