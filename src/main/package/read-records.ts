import type { z } from 'zod'
import type { Outcome } from '../../shared/contract.ts'
import { packageOriginal, packagePerson, versionRows } from '../../shared/exchange/package.ts'
import type { PackagePerson, VersionRows } from '../../shared/exchange/package.ts'
import { exchangedArticle } from '../../shared/exchange/review-content.ts'
import { canonicalJson } from '../../shared/rules/canonical-json.ts'
import type { KeptOriginal } from '../../shared/model/original.ts'
import { ORIGINAL_KIND } from './format.ts'
import type { RawRecord } from './format.ts'
import { parseJson } from './json.ts'
import { ARTICLE_KIND, idOfRow, KINDS, LIST_NAMES, PERSON_KIND, rowSchema } from './kinds.ts'
import { issueOf } from './manifest.ts'
import { damaged } from './refusal.ts'
import type { Refusal } from './refusal.ts'

export type ReadRecords = {
  /** Without its document. */
  readonly rows: VersionRows
  readonly people: readonly PackagePerson[]
  readonly originals: readonly KeptOriginal[]
  /** How many rows are of a kind that is unknown here, by kind. */
  readonly unknown: ReadonlyMap<string, number>
}

/**
 * Rows as values. Of our own format a row has to be written exactly as we would write it: nothing is left out of it in
 * silence, and nothing is added to it.
 */
export function readRecords(records: readonly RawRecord[], isNewer: boolean): Outcome<ReadRecords> {
  const byKind = Map.groupBy(records, ({ kind }) => kind)
  const read = { lists: {} as Record<string, unknown[]>, refused: null as Refusal | null }
  for (const name of LIST_NAMES) {
    const { kind, words } = KINDS[name]
    const rows = readKind(
      byKind.get(kind) ?? [],
      rowSchema(name),
      (row) => idOfRow(name, row),
      words,
      isNewer,
    )
    if (!rows.ok) return rows
    read.lists[name] = rows.value
    byKind.delete(kind)
  }
  const articles = readKind(
    byKind.get(ARTICLE_KIND) ?? [],
    exchangedArticle,
    ({ id }) => id,
    'article',
    isNewer,
  )
  if (!articles.ok) return articles
  const [article] = articles.value
  if (!article || articles.value.length > 1) return damaged('it does not hold exactly one article')
  const people = readKind(byKind.get(PERSON_KIND) ?? [], packagePerson, ({ id }) => id, 'person', isNewer)
  if (!people.ok) return people
  const originals = readKind(
    byKind.get(ORIGINAL_KIND) ?? [],
    packageOriginal,
    ({ sha256 }) => sha256,
    'Word file',
    isNewer,
  )
  if (!originals.ok) return originals
  byKind.delete(ARTICLE_KIND)
  byKind.delete(ORIGINAL_KIND)
  byKind.delete(PERSON_KIND)
  const [foreign] = byKind.keys()
  if (foreign !== undefined && !isNewer) {
    return damaged(`it holds rows of a kind that its format does not know (“${foreign.slice(0, 40)}”)`)
  }
  // Each list was read by the schema of its own name.
  const rows = { article, ...read.lists } as unknown as ReadRecords['rows']
  const unknown = new Map([...byKind].map(([kind, list]) => [kind, list.length]))
  return { ok: true, value: { rows, people: people.value, originals: originals.value, unknown } }
}

function readKind<Row>(
  records: readonly RawRecord[],
  schema: z.ZodType<Row>,
  idOf: (row: Row) => string,
  words: string,
  isNewer: boolean,
): Outcome<Row[]> {
  const rows: Row[] = []
  for (const { id, body } of records) {
    const row = schema.safeParse(parseJson(body))
    if (!row.success) return damaged(`a ${words} does not hold together (${issueOf(row.error)})`)
    if (!isNewer && canonicalJson(row.data) !== body) return damaged(`a ${words} is not as Stet writes one`)
    if (idOf(row.data) !== id) return damaged(`a ${words} is kept under the name of another`)
    rows.push(row.data)
  }
  return { ok: true, value: rows }
}

/** The rows that were kept with a saved version, from their JSON text. */
export function readVersionRows(text: string, isNewer: boolean): Outcome<VersionRows> {
  const rows = versionRows.safeParse(parseJson(text))
  if (!rows.success) {
    return damaged(`the rows of a saved version do not hold together (${issueOf(rows.error)})`)
  }
  if (!isNewer && canonicalJson(rows.data) !== text)
    return damaged('a saved version is not as Stet writes one')
  return { ok: true, value: rows.data }
}
