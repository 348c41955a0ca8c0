import type { Args } from '../../../shared/contract.ts'
import type { Source } from '../../../shared/model/source.ts'
import { suggestGrade } from '../../../shared/rules/grade.ts'
import type { GradeSuggestion } from '../../../shared/rules/grade.ts'
import { isUnnamed } from '../../../shared/rules/personal-details.ts'
import { personalRefusal, personalWords } from './personal-words.ts'

/** What the form says of a source, as the contract takes it. */
export type SourceFields = Args<'sources.create'>['fields']

/** The same with every field filled, and what somebody has confirmed of it. */
export type SourceDraft = { readonly [F in keyof SourceFields]-?: Exclude<SourceFields[F], undefined> } & {
  /** What looks like a personal name in an unnamed source’s words is none: somebody says so. */
  readonly confirmedNoName: boolean
}

export const EMPTY_DRAFT: SourceDraft = {
  kind: 'document',
  title: '',
  grade: 'A',
  gradeReason: '',
  origin: '',
  locator: '',
  url: '',
  accessedAt: null,
  medium: '',
  period: '',
  directKnowledge: false,
  onRecord: 'on-record',
  inText: '',
  suppliedBy: null,
  confirmedNoName: false,
}

export function draftOf(source: Source): SourceDraft {
  const { kind, title, grade, gradeReason, origin, locator, url, accessedAt } = source
  const { medium, period, directKnowledge, onRecord, inText, suppliedBy } = source
  const what = { kind, title, grade, gradeReason, origin, medium, directKnowledge, onRecord, inText }
  return { ...what, locator, url, accessedAt, period, suppliedBy, confirmedNoName: false }
}

export function suggestionFor(draft: SourceDraft, hasFile: boolean): GradeSuggestion {
  const { kind, onRecord, directKnowledge, medium } = draft
  return suggestGrade({ kind, onRecord, directKnowledge, medium, hasFile })
}

/** As it is sent: a grade as suggested needs no reason, and of an unnamed source nothing is kept that leads to it. */
export function fieldsOf(draft: SourceDraft, suggested: string): SourceFields {
  const { confirmedNoName: _ofThisForm, ...fields } = draft
  const gradeReason = fields.grade === suggested ? '' : fields.gradeReason
  const named = { ...fields, gradeReason }
  if (!isUnnamed(fields.onRecord)) return named
  return { ...named, locator: '', url: '', accessedAt: null, period: '' }
}

/** An attestation holds for the source as it was described; main decides by the same three. */
export function endsAttestation(source: Source, draft: SourceDraft): boolean {
  const { title, kind, onRecord } = draft
  return (
    source.attestation !== null &&
    (source.title !== title.trim() || source.kind !== kind || source.onRecord !== onRecord)
  )
}

export function hasFile(source: Source | null): boolean {
  return source !== null && source.file !== null
}

/** What a source loses that becomes unnamed: main keeps of it nothing that leads to the person. */
export function lostUnnamed(source: Source, draft: SourceDraft): readonly string[] {
  if (!isUnnamed(draft.onRecord) || isUnnamed(source.onRecord)) return []
  return [
    ...(source.file === null ? [] : [`its file “${source.file.name}”`]),
    ...(source.url === '' ? [] : ['its address']),
    ...(source.locator === '' ? [] : ['the place in it']),
    ...(source.period === '' ? [] : ['the period or place it covers']),
  ]
}

/** Why it cannot be kept like this, and what to do; null when it can. */
export function sourceRefusal(draft: SourceDraft, source: Source | null): string | null {
  const unnamed = isUnnamed(draft.onRecord)
  if (draft.title.trim() === '') {
    return unnamed ? 'Write the description agreed on for the public.' : 'Give the source a title.'
  }
  const suggested = suggestionFor(draft, hasFile(source))
  if (draft.grade !== suggested.grade && draft.gradeReason.trim() === '') {
    return `Say why the grade is ${draft.grade} and not ${suggested.grade}, or take the suggested one.`
  }
  if (!unnamed) return addressRefusal(draft.url)
  return personalRefusal(personalWords(draft), draft.confirmedNoName)
}

function addressRefusal(url: string): string | null {
  const typed = url.trim()
  if (typed === '' || /^https?:\/\/[^\s/]/i.test(typed)) return null
  return 'Write an address that begins with https:// or http://, or leave it empty.'
}
