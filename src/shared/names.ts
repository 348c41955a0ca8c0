import type { PreservedKind } from './document/word-attributes.ts'
import type { Slot } from './model/approval.ts'
import type { Status } from './model/article.ts'
import type { ChangeKind } from './model/change.ts'
import type { ClaimStatus } from './model/claim.ts'
import type { ExportKind } from './model/review.ts'

/** What screen and paper alike call things. Each has words of its own for the rest. */

export const SLOT_NAMES: Readonly<Record<Slot, string>> = {
  desk: 'Desk',
  facts: 'Facts',
  copy: 'Copy',
  standards: 'Standards',
  legal: 'Legal',
  approval: 'Approval',
}

export const STATUS_NAMES: Readonly<Record<Status, string>> = {
  draft: 'Draft',
  'desk-edit': 'Desk edit',
  'fact-check': 'Fact-check',
  copy: 'Copy',
  'read-back': 'Read-back',
  standards: 'Standards',
  legal: 'Legal',
  ready: 'Ready',
  approved: 'Approved',
  filed: 'Filed',
  returned: 'Returned',
  held: 'Held',
  killed: 'Killed',
}

export const EXPORT_KIND_NAMES: Readonly<Record<ExportKind, string>> = {
  'docx-review': 'DOCX review copy',
  'docx-clean': 'DOCX clean copy',
  'docx-original': 'DOCX original text',
  'pdf-packet': 'PDF sign-off packet',
  'pdf-redline': 'PDF redline',
  'pdf-clean': 'PDF clean',
  package: 'Stet package',
}

export const CHANGE_KIND_NAMES: Readonly<Record<ChangeKind, string>> = {
  insertion: 'inserted',
  deletion: 'deleted',
  format: 'format',
  split: 'split',
  join: 'joined',
  paragraph: 'paragraph',
  move: 'moved',
  cells: 'table',
  layout: 'layout',
}

/** A deletion and what is put in its place are decided together, and counted as one. */
export type GroupKind = ChangeKind | 'replacement'

/** One of them, and many, as counts and announcements say it. */
export const CHANGE_NOUNS: Readonly<Record<GroupKind, readonly [one: string, many: string]>> = {
  insertion: ['insertion', 'insertions'],
  deletion: ['deletion', 'deletions'],
  replacement: ['replacement', 'replacements'],
  format: ['format change', 'format changes'],
  split: ['paragraph split', 'paragraph splits'],
  join: ['paragraph join', 'paragraph joins'],
  paragraph: ['paragraph change', 'paragraph changes'],
  move: ['move', 'moves'],
  cells: ['table change', 'table changes'],
  layout: ['layout change', 'layout changes'],
}

/** What is kept of a Word file as it is, one and many. */
export const PRESERVED_NOUNS: Readonly<Record<PreservedKind, readonly [one: string, many: string]>> = {
  field: ['field', 'fields'],
  formula: ['formula', 'formulas'],
  shape: ['shape', 'shapes'],
  textbox: ['text box', 'text boxes'],
  chart: ['chart', 'charts'],
  diagram: ['diagram', 'diagrams'],
  object: ['embedded object', 'embedded objects'],
  picture: ['picture', 'pictures'],
  symbol: ['symbol', 'symbols'],
  ruby: ['phonetic guide', 'phonetic guides'],
  table: ['table in a table', 'tables in a table'],
  embedded: ['embedded file', 'embedded files'],
  pageBreak: ['page break', 'page breaks'],
  columnBreak: ['column break', 'column breaks'],
  other: ['Word element', 'Word elements'],
}

export const CLAIM_STATUS_NAMES: Readonly<Record<ClaimStatus, string>> = {
  found: 'found',
  'needs-source': 'needs source',
  sourced: 'sourced',
  checking: 'checking',
  verified: 'verified',
  'verified-with-change': 'verified with change',
  disputed: 'disputed',
  unverifiable: 'unverifiable',
  'opinion-labelled': 'labelled as opinion',
  waived: 'waived',
  cut: 'cut',
}
