import type { SourceKind } from '../../../shared/model/source.ts'

/** How somebody finds the place in a source again. */
export type LocatorWords = { readonly label: string; readonly placeholder: string }

const TIMED: LocatorWords = { label: 'Timecode', placeholder: '14:05–15:10' }
const PAGED: LocatorWords = { label: 'Page or paragraph', placeholder: 'p. 3, item 7' }

const BY_KIND: Readonly<Record<SourceKind, LocatorWords>> = {
  person: { label: 'Where in the notes', placeholder: 'notebook 4, p. 12' },
  document: PAGED,
  data: { label: 'Table, row or cell', placeholder: 'table 2, row 14' },
  recording: TIMED,
  observation: { label: 'Where in the notes', placeholder: 'notebook 4, p. 12' },
  outlet: { label: 'Page or paragraph', placeholder: 'second paragraph' },
  'press-release': { label: 'Page or paragraph', placeholder: 'second paragraph' },
  post: { label: 'Which part of it', placeholder: 'second post of the thread' },
}

/** The words of a place go by how it was taken down, else by what it is. */
export function locatorWords(kind: SourceKind, medium: string): LocatorWords {
  if (/\b(recording|recorded|audio|video|broadcast|film)\b/i.test(medium)) return TIMED
  if (/\b(transcript|document|report|print|scan|letter)\b/i.test(medium)) return PAGED
  return BY_KIND[kind]
}

/** Offered for the medium; any other words will do. */
export const MEDIA = [
  'recording',
  'transcript',
  'notes',
  'document',
  'e-mail',
  'web page',
  'broadcast',
  'print',
  'photograph',
  'archive',
  'peer-reviewed study',
] as const
