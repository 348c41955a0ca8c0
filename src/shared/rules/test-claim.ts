import { foldWords, standsIn } from '../fold-words.ts'
import type { ClaimField, ClaimTest } from '../model/rule-parts.ts'
import type { ClaimCase } from './claim-case.ts'
import { passes } from './test-source.ts'

function isFilled({ claim }: ClaimCase, field: ClaimField): boolean {
  const value = field === 'commonKnowledge' ? claim.commonKnowledge : claim.details[field]
  if (typeof value === 'string') return value.trim() !== ''
  if (typeof value === 'boolean') return value
  return value !== null && (!('length' in value) || value.length > 0)
}

const folded = new WeakMap<readonly string[], readonly string[]>()

function foldedList(list: readonly string[]): readonly string[] {
  const known = folded.get(list)
  if (known) return known
  const made = list.map(foldWords)
  folded.set(list, made)
  return made
}

/** Which words of a list the claim's own words hold. */
export function wordsFound(one: ClaimCase, name: string | undefined): readonly string[] {
  const list = name === undefined ? undefined : one.lists[name]
  if (!list) return []
  return list.filter((_, at) => standsIn(one.folded, foldedList(list)[at] ?? ''))
}

/** The words of these fields that do not stand in the text; they may also go over several of the claim's places. */
export function wordsMissing(one: ClaimCase, fields: ClaimTest['inText']): readonly string[] {
  const said = (fields ?? []).map((field) => one.claim.details[field])
  return said.filter((words) => !standsIn(one.folded, foldWords(words)) && !one.evidence.stands(words))
}

function isAnswered({ attached }: ClaimCase): boolean {
  return attached.every(({ link }) => link.stance === 'supports' || link.answer.trim() !== '')
}

function isContradicted({ attached }: ClaimCase): boolean {
  return attached.some(({ link }) => link.stance === 'contradicts')
}

function agrees(wanted: boolean | undefined, ask: () => boolean): boolean {
  return wanted === undefined || wanted === ask()
}

/** Whether everything that the test says of a claim is so. */
export function isSo(one: ClaimCase, test: ClaimTest): boolean {
  const { claim, entry, support } = one
  const { withSource } = test
  return (
    (!test.kinds || test.kinds.includes(claim.kind)) &&
    (!test.risks || test.risks.includes(claim.risk)) &&
    (!test.statuses || test.statuses.includes(claim.status)) &&
    (test.filled ?? []).every((field) => isFilled(one, field)) &&
    !(test.empty ?? []).some((field) => isFilled(one, field)) &&
    (test.checked ?? []).every((part) => claim.details.identityChecked.includes(part)) &&
    (!test.places || test.places.some((style) => entry?.styles.includes(style) === true)) &&
    agrees(test.fresh, () => !one.stale) &&
    agrees(test.spellingOnly, () => one.spellingOnly) &&
    agrees(test.contradicted, () => isContradicted(one)) &&
    agrees(test.answered, () => isAnswered(one)) &&
    (test.words === undefined || wordsFound(one, test.words).length > 0) &&
    wordsFound(one, test.noWords).length === 0 &&
    (!withSource || support.some((attached) => passes(one, attached, withSource))) &&
    wordsMissing(one, test.inText).length === 0
  )
}
