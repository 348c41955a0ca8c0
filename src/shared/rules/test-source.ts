import type { SourceTest } from '../model/rule-parts.ts'
import type { Attached, ClaimCase } from './claim-case.ts'

function isFilled({ source, link }: Attached, field: NonNullable<SourceTest['filled']>[number]): boolean {
  if (field === 'locator') return source.locator.trim() !== '' || link.locator.trim() !== ''
  return source[field].trim() !== ''
}

function isAttested({ source }: Attached): boolean {
  return source.attestation !== null && source.attestation.reason.trim() !== ''
}

function isOneOf<T>(wanted: readonly T[] | undefined, found: T): boolean {
  return !wanted || wanted.includes(found)
}

/** Whether a source, as it stands at a claim, is one that the test asks for. */
export function passes({ evidence }: ClaimCase, attached: Attached, test: SourceTest): boolean {
  const { source, link } = attached
  return (
    isOneOf(test.grades, source.grade) &&
    isOneOf(test.kinds, source.kind) &&
    isOneOf(test.records, source.onRecord) &&
    (test.direct === undefined || test.direct === source.directKnowledge) &&
    (test.attested === undefined || test.attested === isAttested(attached)) &&
    (!test.bears || test.bears.some((bearing) => link.bears.includes(bearing))) &&
    (test.filled ?? []).every((field) => isFilled(attached, field)) &&
    // Last, because it searches the text.
    (!test.named || test.named.some((field) => evidence.stands(source[field])))
  )
}
