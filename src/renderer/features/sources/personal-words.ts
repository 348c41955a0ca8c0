import { looksPersonal, PERSONAL_NAMES } from '../../../shared/rules/personal-details.ts'
import type { PersonalKind } from '../../../shared/rules/personal-details.ts'

/** Fields of an unnamed source in which somebody might write who it is. */
const WRITTEN = ['title', 'origin', 'medium', 'inText', 'gradeReason'] as const

type Written = Readonly<Record<(typeof WRITTEN)[number], string>>

export type PersonalWords = { readonly kind: PersonalKind; readonly words: string; readonly what: string }

/** The same of words that are no field of the source: why somebody stays unnamed. */
export function personalWordsIn(words: string): PersonalWords | null {
  const detail = looksPersonal(words)
  return detail === null ? null : { ...detail, what: PERSONAL_NAMES[detail.kind] }
}

/** Why words may not be kept; null when they may. A name that somebody says is none may. */
export function personalRefusal(found: PersonalWords | null, confirmedNoName: boolean): string | null {
  if (found === null || (found.kind === 'name' && confirmedNoName)) return null
  return found.kind === 'name'
    ? `“${found.words}” looks like a personal name. Take it out, or tick that it is none.`
    : `“${found.words}” looks like ${found.what}. Take it out: it may tell who this is.`
}

/** What in the fields may tell who an unnamed source is: contacts before what only looks like a name. */
export function personalWords(fields: Written): PersonalWords | null {
  const found = WRITTEN.flatMap((field): PersonalWords[] => {
    const found = personalWordsIn(fields[field])
    return found === null ? [] : [found]
  })
  return found.find(({ kind }) => kind !== 'name') ?? found[0] ?? null
}
