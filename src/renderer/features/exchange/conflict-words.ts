import type { Conflict, ConflictSide } from '../../../shared/model/conflict.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { dayAndClock } from '../../ui/time.ts'

/** How ids of people are told; an unknown one is no name. */
type NameOf = (id: string) => string | null

/** What a field is called in a value that holds several. */
function fieldName(key: string): string {
  return key
    .replace(/(By|At|Id)$/, ' $1')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/ id$/, '')
    .trim()
}

/** Instants are the only numbers as large. */
const AN_INSTANT = 1_000_000_000_000

/** A value of a record as a person would say it. */
export function valueInWords(value: unknown, nameOf: NameOf): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return value > AN_INSTANT ? dayAndClock(value) : String(value)
  if (typeof value === 'string') return nameOf(value) ?? value
  if (Array.isArray(value)) {
    return value.length === 0 ? 'nothing' : value.map((each) => valueInWords(each, nameOf)).join(', ')
  }
  const said = Object.entries(value)
    .filter(([, each]) => each !== null && each !== '')
    .map(([key, each]) => `${fieldName(key)} ${valueInWords(each, nameOf)}`)
  return said.length === 0 ? 'nothing' : said.join(', ')
}

/** Which row of the review they differ about, in its own words; empty where the conflict's words say it all. */
export function subjectOf(
  { what }: Pick<Conflict, 'what'>,
  { claims, sources, threads }: Pick<ReviewState, 'claims' | 'sources' | 'threads'>,
): string {
  const id = what.id.split('/')[0] ?? what.id
  switch (what.table) {
    case 'claim':
    case 'claim-source': {
      const claim = claims.find((each) => each.id === id)
      return claim === undefined ? '' : `Claim ${claim.number}: ${claim.paraphrase || claim.words}`
    }
    case 'source':
      return sources.find((each) => each.id === id)?.title ?? ''
    case 'thread':
      return threads.find((each) => each.id === id)?.messages[0]?.text ?? ''
    default:
      return ''
  }
}

/** Which desk said it, and when. */
export function saidBy(side: ConflictSide, deskOf: (origin: string | null) => string): string {
  const desk = deskOf(side.origin)
  return side.at === null ? desk : `${desk}, ${dayAndClock(side.at)}`
}
