import type { Report } from './report.ts'
import { withRuns } from './runs.ts'

/**
 * The report as the template reads it: its texts in runs, and which rows of the registers may go on over the end of a
 * page. One of ordinary size stays whole; a long one could be higher than a page. Told here, since the template would
 * write each row out to learn of it.
 */

/** Letters of a row as JSON. */
const LONGEST_WHOLE = 2200

type Register = readonly object[] | null

function marked(rows: Register): Register {
  return (
    rows?.map((row) => (JSON.stringify(row).length > LONGEST_WHOLE ? { ...row, long: true } : row)) ?? null
  )
}

export function templateData(report: Report): unknown {
  const { text, redline, claims, threads, changes, signatures, records, findings } = report
  return {
    ...report,
    text: withRuns(text),
    redline: withRuns(redline),
    claims: marked(claims),
    threads: marked(threads),
    changes: marked(changes),
    signatures: marked(signatures),
    findings: findings && { ...findings, rules: marked(findings.rules) },
    records:
      records && Object.fromEntries(Object.entries(records).map(([name, rows]) => [name, marked(rows)])),
  }
}
