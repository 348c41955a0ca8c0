import { createFormDrafts } from '../form-drafts.ts'
import type { SourceDraft } from './source-draft.ts'

/** Forms of sources, by source; that of a new one is `new` in the tab, and `new for` its claim in a claim's editor. */
export const sourceDrafts = createFormDrafts<SourceDraft>()

/** Attestations that were begun, by source. */
export const attestationDrafts = createFormDrafts<{ readonly reason: string; readonly confirmed: boolean }>()
