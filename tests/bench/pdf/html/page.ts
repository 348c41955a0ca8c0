import { loadFonts } from '../../../../src/main/export/pdf/fonts.ts'
import { madeWith } from '../../../../src/main/export/pdf/made-with.ts'
import { createObjects } from '../../../../src/main/export/pdf/pictures.ts'
import { buildReport } from '../../../../src/main/export/pdf/report.ts'
import type { Report } from '../../../../src/main/export/pdf/report.ts'
import { schema } from '../../../../src/shared/document/schema.ts'
import type { ExportRequest } from '../../../../src/shared/model/interchange.ts'
import { cover, lastPage } from './cover.ts'
import {
  changesRegister,
  claimsRegister,
  commentsRegister,
  findingsRegister,
  recordsRegister,
  signatureRegister,
} from './registers.ts'
import { styleOf } from './style.ts'
import { textOf } from './text.ts'
import { bold, iso, safe, shape, soft } from './words.ts'

/**
 * The packet as a page of the web for a browser to print, as somebody would write it who knows browsers and has only
 * them: the same report, fonts, parts, links and order of reading. What it cannot have is told in docs/bench-pdf.md.
 */

type Part = {
  readonly name: string
  readonly title: string
  readonly html: string
  readonly newPage?: boolean
}

function some<T>(list: readonly T[], none: string, shown: (list: readonly T[]) => string): string {
  return list.length === 0 ? soft(none) : shown(list)
}

const CLAIM_LEGEND = `<p class="legend soft">Paragraph and sentence on the left; claims on the right, their first and last letter marked by corners.<br>
${shape('open')} open ${shape('sourced')} sourced or checking ${shape('verified')} verified ${shape('stale')} stale, disputed or unverifiable ${shape('waived')} labelled, waived or cut</p>`

function authorLegend({ authors, threads }: Report): string {
  if (authors.length === 0) return `<p class="legend soft">No change is open.</p>`
  const names = authors.map(
    (one) =>
      `<span class="h${one.hue}">${bold(iso(one.initials))} <u>${iso(one.name)}</u></span>${soft(`, ${safe(one.share)}`)}`,
  )
  const noted = threads ? '; on the right the comments, whose numbers stand behind their words' : ''
  return `<p class="legend">${names.join(' ')}<br>${soft(`Inserted words are underlined, deleted words struck; dotted underlines changed in form. On the left a bar beside changed paragraphs, with the number and author of each change${noted}.`)}</p>`
}

function partsOf(report: Report): readonly Part[] {
  const { claims, records, threads, findings, changes, signatures, redline, version, text } = report
  const part = (name: string, title: string, html: string, newPage = false): Part => ({
    name: `part-${name}`,
    title,
    html,
    newPage,
  })
  const recorded = (name: string, title: string, heads: readonly string[], list = records?.waivers) =>
    list && list.length > 0 ? [part(name, title, recordsRegister(heads, list))] : []
  const listed =
    report.changesLeftOut === ''
      ? some(changes ?? [], 'Nothing has been changed.', (list) => changesRegister(report, list))
      : soft(safe(report.changesLeftOut))
  return [
    part(
      'text',
      `The text, ${version}`,
      (claims?.length ? CLAIM_LEGEND : '') + textOf(text ?? [], report, 'text'),
      true,
    ),
    part(
      'claims',
      'Claims',
      some(claims ?? [], 'No claim is pinned.', (list) => claimsRegister(report, list)),
      true,
    ),
    ...recorded('waivers', 'Waivers', ['Rules', 'Reason', 'For what, by whom']),
    ...recorded('replies', 'Right of reply', ['Party', 'What was said', 'When and how'], records?.replies),
    ...recorded(
      'consultations',
      'Consultations',
      ['Field', 'Question and advice', 'By whom'],
      records?.consultations,
    ),
    ...(threads
      ? [
          part(
            'comments',
            'Comments',
            some(threads, 'Nobody has commented.', (list) => commentsRegister(report, list)),
          ),
        ]
      : []),
    ...(findings
      ? [
          part(
            'findings',
            'Style findings',
            `<p>${soft(safe(findings.intro))}</p>${some(findings.rules, findings.nothing, findingsRegister)}`,
          ),
        ]
      : []),
    part('changes', 'Changes', listed),
    part('signatures', 'Signatures', some(signatures ?? [], 'Nobody has signed.', signatureRegister)),
    redline
      ? part(
          'redline',
          'Redline, every open change',
          authorLegend(report) + textOf(redline, report, 'redline'),
          true,
        )
      : part(
          'redline',
          'Redline',
          soft('No change is open and no words carry a comment: the redline is the text above.'),
        ),
  ]
}

function wordsIn(report: Report): readonly string[] {
  return [JSON.stringify(report)]
}

/** A whole document, whose fonts are files of this machine. */
export function pageOf(request: ExportRequest): string {
  const doc = schema.nodeFromJSON(request.doc)
  const report = buildReport('packet', doc, request, createObjects(new Map(), true).styled)
  const parts = partsOf(report)
  const sections = parts.map(
    ({ name, title, html, newPage }) =>
      `<section class="part${newPage ? ' new-page' : ''}"><h2 id="${name}">${safe(title)}</h2>${html}</section>`,
  )
  const made = madeWith(loadFonts(wordsIn(report)))
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${safe(report.title)}</title><style>${styleOf(report)}</style></head>
<body>${cover(report, parts)}${sections.join('\n')}${lastPage(report, made)}</body></html>`
}
