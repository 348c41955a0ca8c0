import { STATUSES } from '../../src/shared/model/article.ts'
import type { Status } from '../../src/shared/model/article.ts'
import { SCHEMA_VERSION } from '../../src/shared/document/schema.ts'
import type { PersonId } from '../../src/shared/model/ids.ts'
import type { Store } from '../../src/main/store/open-store.ts'
import { createRandom } from '../bench/editor/random.ts'
import type { Random } from '../bench/editor/random.ts'
import { articleRow } from './articles.ts'
import { documentOf } from './library.ts'

/** A library as large as a desk gets: every article with a text of its own, put in through the store in one transaction. */

export const DESKS = ['Regional', 'Politics', 'Business', 'Investigations', 'Sport', 'Magazine', 'Opinion']

/** Most of what a library holds is done with; what is at work stands at any step. */
const AT_WORK: readonly Status[] = STATUSES.filter((status) => status !== 'filed' && status !== 'killed')

const NAMES = [
  'Teld',
  'Veldry',
  'Osterlee',
  'Harrow Gap',
  'Marrick Heath',
  'Fenwater',
  'Quarry Road',
  'Bramwick',
]
const WHO = [
  'ferry',
  'hospital',
  'council',
  'harbour',
  'railway',
  'school',
  'museum',
  'water',
  'police',
  'union',
]
const WHAT = [
  'board',
  'company',
  'crews',
  'minutes',
  'ledger',
  'inspectors',
  'bridge',
  'budget',
  'licence',
  'wells',
]
const DID = [
  'owes',
  'closed',
  'opened',
  'sold',
  'refused',
  'measured',
  'promised',
  'counted',
  'delayed',
  'repaired',
]
const MUCH = ['two', 'seven', 'fourteen', 'thirty-one', 'ninety', 'most', 'several', 'no', 'all', 'half']
const THING = [
  'Sundays',
  'houses',
  'lorries',
  'voters',
  'engines',
  'permits',
  'wages',
  'trees',
  'letters',
  'books',
]
const WHEN = [
  'in spring',
  'last autumn',
  'by night',
  'after the flood',
  'since May',
  'before the vote',
  'in the end',
]

const DAY = 86_400_000
const WORDS_A_TEXT = 330
/** Of a thousand articles. */
const DONE = 780

function sentence(random: Random): string {
  const { of } = random
  return `The ${of(NAMES)} ${of(WHO)} ${of(WHAT)} ${of(DID)} ${of(MUCH)} ${of(THING)} ${of(WHEN)}, and the ${of(WHO)} ${of(WHAT)} ${of(DID)} ${of(MUCH)} ${of(THING)} of ${of(NAMES)}.`
}

/** Paragraphs of about sixty words, with words of this article alone among them. */
export function story(random: Random, number: number, words: number): string {
  const lines: string[] = []
  for (let count = 0; count < words; count += 60) {
    const own = `Record ${number}-${lines.length} is kept under folio${number}.`
    lines.push([sentence(random), sentence(random), own].join(' '))
  }
  return lines.join('\n')
}

function headline({ of }: Random): string {
  return `${of(NAMES)} ${of(WHO)} ${of(WHAT)} ${of(DID)} ${of(MUCH)} ${of(THING)}`
}

/** Until it is due: past for what is done, and for few that are at work. */
function daysTo({ below }: Random, isDone: boolean): number {
  if (isDone) return -1 - below(400)
  return below(40) === 0 ? -1 : below(20)
}

type Filling = {
  readonly count: number
  /** Milliseconds since 1970. */
  readonly now: number
  readonly holders: readonly PersonId[]
  /** Rows alone (found by headline and slug), rows with texts that the search does not know yet, or all. */
  readonly texts: 'none' | 'stored' | 'searched'
}

function putArticle(store: Store, random: Random, number: number, filling: Filling): void {
  const { now, holders, texts } = filling
  const { below, of } = random
  const status: Status = below(1000) < DONE ? of(['filed', 'filed', 'filed', 'killed'] as const) : of(AT_WORK)
  const isDone = status === 'filed' || status === 'killed'
  const locked = status === 'approved' || status === 'filed'
  const head = headline(random)
  const open = isDone ? 0 : 1
  const row = articleRow({
    name: `article-${String(number).padStart(6, '0')}`,
    slug: below(50) === 0 ? '' : `${head.split(' ').slice(-2).join('-').toLowerCase()}-${number}`,
    headline: head,
    desk: of(DESKS),
    status,
    due: below(12) === 0 ? null : now + daysTo(random, isDone) * DAY + below(DAY),
    holderId: below(10) === 0 ? null : of(holders),
    authorId: of(holders),
    locked,
    createdAt: now - 500 * DAY,
    updatedAt: now - below(isDone ? 400 * DAY : 5 * DAY),
    openChanges: open * below(60),
    openMusts: open * below(6),
    openClaims: open * below(40),
    blockers: open * below(9),
    slotsSigned: locked ? 4 : open * below(4),
    textHash: locked ? number.toString(16).padStart(12, 'a') : '',
  })
  store.articles.insert(row)
  store.articles.saveDerived(row.id, row)
  if (texts === 'none') return store.search.index(row.id, '')
  const text = `${head}\n${story(random, number, WORDS_A_TEXT)}`
  const json = JSON.stringify(documentOf(text).toJSON())
  store.documents.saveSnapshot(row.id, {
    seq: 0,
    reason: 'import',
    schemaVersion: SCHEMA_VERSION,
    json,
    at: row.createdAt,
  })
  if (texts === 'searched') store.search.index(row.id, text)
}

/** The same for the same `count`, time and texts. Seconds for ten thousand: 1 for rows alone, 5 with texts, 12 searched. */
export function fillDesk(store: Store, filling: Filling): void {
  const random = createRandom(20_261_120)
  const outcome = store.transaction(() => {
    for (let number = 1; number <= filling.count; number += 1) putArticle(store, random, number, filling)
    return { ok: true, value: null }
  })
  if (!outcome.ok) throw new Error(outcome.error.message)
}
