import type { ArticleRow } from '../../shared/model/article.ts'
import type { LogFormat } from '../../shared/model/log-file.ts'
import type { Person } from '../../shared/model/person.ts'
import type { LogEvent } from '../../shared/model/review.ts'
import { safeFileName } from './file-name.ts'

/** The log as a file: every event with its place in its chain, so that a reader can check it against another copy. */

type Log = {
  readonly article: Pick<ArticleRow, 'id' | 'slug' | 'headline'>
  readonly events: readonly LogEvent[]
  readonly people: readonly Pick<Person, 'id' | 'name'>[]
}

type File = { readonly name: string; readonly bytes: Uint8Array }

const COLUMNS = ['seq', 'time', 'person', 'kind', 'summary', 'origin', 'root', 'previous', 'hash'] as const

type Line = Readonly<Record<(typeof COLUMNS)[number], string | number>>

function lineOf(event: LogEvent, nameOf: ReadonlyMap<string, string>): Line {
  const { seq, at, personId, kind, summary, origin, root, previous, hash } = event
  const person = personId === null ? '' : (nameOf.get(personId) ?? personId)
  return {
    seq,
    time: new Date(at).toISOString(),
    person,
    kind,
    summary,
    origin,
    root: root ?? '',
    previous,
    hash,
  }
}

/**
 * One cell by RFC 4180. What a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises
 * ("CSV Injection"): the words in a log come from everybody.
 */
export function csvCell(value: string | number): string {
  const text = String(value)
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** Begins with a byte order mark: Excel reads UTF-8 by nothing else. */
function toCsv(lines: readonly Line[]): string {
  const rows = [COLUMNS, ...lines.map((line) => COLUMNS.map((column) => line[column]))]
  return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`
}

function toJson({ article, events, people }: Log, nameOf: ReadonlyMap<string, string>): string {
  const known = new Set(events.map(({ personId }) => personId))
  const { id: articleId, slug, headline } = article
  const told = people.filter(({ id }) => known.has(id)).map(({ id }) => ({ id, name: nameOf.get(id) ?? '' }))
  return `${JSON.stringify({ format: 'stet-log', version: 1, articleId, slug, headline, people: told, events }, null, 2)}\n`
}

export function writeLog(log: Log, format: LogFormat): File {
  const nameOf = new Map(log.people.map(({ id, name }) => [id as string, name]))
  const lines = log.events.map((event) => lineOf(event, nameOf))
  const text = format === 'csv' ? toCsv(lines) : toJson(log, nameOf)
  return {
    name: safeFileName(`${log.article.slug || 'article'}-log.${format}`),
    bytes: new TextEncoder().encode(text),
  }
}
