import type { Report } from '../../../../src/main/export/pdf/report.ts'
import type { ReportChange } from '../../../../src/main/export/pdf/report-changes.ts'
import type { ReportClaim } from '../../../../src/main/export/pdf/report-claims.ts'
import type { ReportThread } from '../../../../src/main/export/pdf/report-comments.ts'
import type { ReportRecord } from '../../../../src/main/export/pdf/report-records.ts'
import type { ReportSignature } from '../../../../src/main/export/pdf/report-signatures.ts'
import { bold, broken, digits, iso, quoted, safe, shape, soft, stacked } from './words.ts'

/** What was said and done, in tables whose heads repeat and whose rows lead back into the text. */

type Row = { readonly id: string; readonly cells: readonly string[] }

export function register(widths: readonly string[], heads: readonly string[], rows: readonly Row[]): string {
  const columns = widths.map((width) => `<col${width === '' ? '' : ` style="width:${width}"`}>`).join('')
  const head = heads.map((words) => `<th scope="col">${words}</th>`).join('')
  const body = rows.map(({ id, cells }) => {
    const name = id === '' ? '' : ` id="${safe(id)}"`
    return `<tr${name}>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  })
  return `<table class="register"><colgroup>${columns}</colgroup><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table>`
}

/** The number of a row, with the way back to where it stands in the text. */
function numbered({ anchors }: Report, kind: string, number: string, html: string): string {
  const name = `${kind}-${number}`
  return anchors[name] ? `${html} <a class="soft" href="#at-${safe(name)}">page</a>` : html
}

function claimWords(one: ReportClaim): string {
  const detail =
    one.statusDetail === '' ? '' : `${one.shape === 'stale' ? ',' : ''} ${safe(one.statusDetail)}`
  return stacked([
    one.words === '' ? soft('No words of it stand in the text.') : quoted(one.words),
    one.orphaned ? `${bold('Orphaned')}: its words are no longer in the text.` : '',
    one.paraphrase === '' ? '' : iso(one.paraphrase),
    `${bold(safe(one.status))}${detail}<br>${soft(`${safe(one.kind)}, ${safe(one.risk)} risk`)}`,
  ])
}

function ruleWords(one: ReportClaim['rules'][number]): string {
  const name = `${safe(one.rule)} ${safe(one.title)}`
  if (one.state === 'met') return `${name}: met. ${soft(safe(one.why))}`
  if (one.state === 'waived') return `${name}: ${bold('waived.')} ${soft(safe(one.why))}`
  const remedy = one.remedy === '' ? '' : ` To meet it: ${safe(one.remedy)}`
  return `${bold(`${name}: <span class="accent">UNMET.</span>`)} ${safe(one.why)}${remedy}`
}

function sourceWords(one: ReportClaim['sources'][number]): string {
  const lines = one.lines.length === 0 ? '' : `<br>${soft(one.lines.map(iso).join('; '))}`
  const href = one.href === null ? '' : `<br><a class="soft" href="${safe(one.href)}">${safe(one.href)}</a>`
  return `<b class="grade">${safe(one.grade)}</b> ${bold(iso(one.title))}${lines}${href}`
}

export function claimsRegister(report: Report, claims: readonly ReportClaim[]): string {
  const rows = claims.map((one) => ({
    id: `claim-${one.number}`,
    cells: [
      numbered(report, 'claim', one.number, `${bold(safe(one.number))} ${shape(one.shape)}`),
      claimWords(one),
      one.rules.length === 0 ? soft('No rule asks anything.') : stacked(one.rules.map(ruleWords)),
      one.sources.length === 0 ? bold('No source.') : stacked(one.sources.map(sourceWords)),
    ],
  }))
  return register(['21mm', '', '52mm', '48mm'], ['Claim', 'Words and status', 'Rules', 'Sources'], rows)
}

export function recordsRegister(heads: readonly string[], records: readonly ReportRecord[]): string {
  const rows = records.map((one) => ({
    id: '',
    cells: [
      stacked([bold(iso(one.head)), one.sub === '' ? '' : soft(safe(one.sub))]),
      stacked(
        one.words.map(({ label, text }) => `${label === '' ? '' : `${soft(safe(label))} `}${broken(text)}`),
      ),
      stacked(one.lines.map(iso)),
    ],
  }))
  return register(['36mm', '', '58mm'], heads, rows)
}

export function commentsRegister(report: Report, threads: readonly ReportThread[]): string {
  const rows = threads.map((one) => ({
    id: `comment-${one.number}`,
    cells: [
      stacked([
        numbered(report, 'comment', one.number, bold(safe(one.number))),
        one.level === 'must' ? `<b class="accent">must</b>` : safe(one.level),
      ]),
      one.messages
        .map(({ name, hue, when, edited, text }, index) => {
          const later = edited === '' ? '' : `, edited ${safe(edited)}`
          return `<div${index === 0 ? '' : ' class="reply"'}><b class="h${hue}">${iso(name)}</b> ${soft(safe(when) + later)}<br>${broken(text)}</div>`
        })
        .join(''),
      stacked([
        one.quoted ? quoted(one.about) : iso(one.about),
        one.orphaned ? `${bold('Orphaned')}: these words are no longer in the text.` : '',
        one.assignee === '' ? '' : `For ${iso(one.assignee)}`,
        one.resolved ? soft(safe(one.state)) : bold('open'),
      ]),
    ],
  }))
  return register(['22mm', '', '52mm'], ['Comment', 'What was said', 'About and state'], rows)
}

type Rules = NonNullable<Report['findings']>['rules']

export function findingsRegister(rules: Rules): string {
  const rows = rules.map((one) => ({
    id: '',
    cells: [
      stacked([bold(safe(one.title)), safe(one.counts) + soft(`, ${safe(one.level)}`)]),
      `${one.found
        .map(({ place, words, note }) => {
          const aside = note === '' ? '' : ` ${soft(`(${iso(note)})`)}`
          return `${soft(safe(place))}${words === '' ? '' : ` ${quoted(words)}`}${aside}`
        })
        .join(' &emsp;')} ${soft(safe(one.more))}`,
      soft(safe(one.explanation)),
    ],
  }))
  return register(['36mm', '', '58mm'], ['Proposed to look at', 'Where', 'Why'], rows)
}

export function changesRegister(report: Report, changes: readonly ReportChange[]): string {
  const rows = changes.map((one) => ({
    id: one.number === '' ? '' : `change-${one.number}`,
    cells: [
      stacked([numbered(report, 'change', one.number, bold(safe(one.number))), safe(one.kind)]),
      [
        one.deleted === '' ? '' : `<del class="h${one.hue}">${broken(one.deleted)}</del>`,
        one.inserted === '' ? '' : `<ins class="h${one.hue}">${broken(one.inserted)}</ins>`,
        one.description === '' ? '' : iso(one.description),
      ].join(' '),
      stacked([`<b class="h${one.hue}">${iso(one.name)}</b>`, soft(safe(one.when))]),
      one.state === 'open' ? bold('open') : safe(one.state),
    ],
  }))
  return register(['22mm', '', '38mm', '46mm'], ['Change', 'Words', 'Made by', 'State'], rows)
}

export function signatureRegister(records: readonly ReportSignature[]): string {
  const rows = records.map((one) => {
    const hashes = {
      Text: one.textHash,
      Evidence: one.evidenceHash,
      'Record before it': one.previous,
      'This record': one.hash,
    }
    const list = Object.entries(hashes).map(([label, hash]) => `<dt>${label}</dt><dd>${digits(hash)}</dd>`)
    return {
      id: '',
      cells: [
        bold(safe(one.seq)),
        stacked([
          `${bold(iso(one.title))}, ${safe(one.when)}, ${safe(one.version)}`,
          one.statement === '' ? '' : quoted(one.statement),
          one.conditions === '' ? '' : `${one.reasoned ? 'Reason' : 'Conditions'}: ${broken(one.conditions)}`,
          ...one.notes.map(broken),
          `<dl>${list.join('')}</dl>`,
        ]),
      ],
    }
  })
  return register(['15mm', ''], ['Record', 'Signed'], rows)
}
