import type { Failure, ParsedArgs } from '../../shared/contract.ts'
import type { ClaimSource } from '../../shared/model/claim.ts'
import type { Source } from '../../shared/model/source.ts'
import { suggestGrade } from '../../shared/rules/grade.ts'
import { PERSONAL_NAMES, isUnnamed, looksPersonal } from '../../shared/rules/personal-details.ts'
import { fail } from './outcome.ts'

export type SourceFields = ParsedArgs<'sources.create'>['fields']

type Refused = { readonly ok: false; readonly error: Failure } | null

const NO_ADDRESS =
  'No address is kept with an unnamed source: it could tell who that is. Nothing was stored; leave it empty.'

/**
 * Words about somebody who is not to be named. What leads to a person is refused; what only looks like a name is
 * taken when somebody says that it is none.
 */
export function refusePersonal(texts: readonly string[], confirmedNoName: boolean): Refused {
  for (const text of texts) {
    const found = looksPersonal(text)
    if (!found || (found.kind === 'name' && confirmedNoName)) continue
    const looks = `“${found.words}” looks like ${PERSONAL_NAMES[found.kind]}`
    return found.kind === 'name'
      ? fail(
          'refused',
          `${looks}, and the name of an unnamed source is stored nowhere. Nothing was stored. ` +
            'Describe the source without it, or confirm that this names nobody.',
        )
      : fail(
          'refused',
          `${looks}. Nothing that leads to an unnamed source is stored; describe it without. Nothing was changed.`,
        )
  }
  return null
}

/** Of a source whose name is stored nowhere: no address, and nothing in any of its words that tells who it is. */
function refuseIdentity(fields: SourceFields, confirmedNoName: boolean): Refused {
  if (!isUnnamed(fields.onRecord)) return null
  if (fields.url !== '') return fail('refused', NO_ADDRESS)
  const { title, origin, locator, medium, period, inText, gradeReason } = fields
  return refusePersonal([title, origin, locator, medium, period, inText, gradeReason], confirmedNoName)
}

/** A grade other than the one that kind and record suggest carries its reason. */
function refuseGrade(fields: SourceFields, hasFile: boolean): Refused {
  const suggested = suggestGrade({ ...fields, hasFile })
  if (fields.grade === suggested.grade || fields.gradeReason !== '') return null
  return fail(
    'refused',
    `Kind and record suggest grade ${suggested.grade} (${suggested.why}), and ${fields.grade} was given. ` +
      'Say why; nothing was stored.',
  )
}

export function refuseFields(fields: SourceFields, hasFile: boolean, confirmedNoName: boolean): Refused {
  return refuseIdentity(fields, confirmedNoName) ?? refuseGrade(fields, hasFile)
}

/** What is said of an unnamed source where it is attached is about the same person. */
export function refuseLink(source: Source, link: ClaimSource, confirmedNoName: boolean): Refused {
  if (!isUnnamed(source.onRecord)) return null
  return refusePersonal([link.locator, link.note, link.answer], confirmedNoName)
}

/** What others may know of an unnamed source of another story: the agreed description, and nothing to tell it by. */
export function withoutIdentity(source: Source): Source {
  if (!isUnnamed(source.onRecord)) return { ...source, attestation: null }
  return {
    ...source,
    gradeReason: '',
    origin: '',
    locator: '',
    url: '',
    medium: '',
    period: '',
    inText: '',
    accessedAt: null,
    suppliedBy: null,
    attestation: null,
    file: null,
  }
}

/**
 * How the log names a source: by its place in the list, from 1, never by a title. The log is never rewritten, and a
 * source that was named may become an unnamed one.
 */
export function nameInLog(sources: readonly Source[], id: string): string {
  return `Source ${sources.findIndex((source) => source.id === id) + 1}`
}
