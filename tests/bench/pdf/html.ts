import { buildReport } from '../../../src/main/export/pdf/report.ts'
import type { Variant } from '../../../src/main/export/pdf/report.ts'
import { createObjects } from '../../../src/main/export/pdf/pictures.ts'
import type { Piece } from '../../../src/main/export/pdf/pieces.ts'
import type { TextBlock } from '../../../src/main/export/pdf/text-blocks.ts'
import { schema } from '../../../src/shared/document/schema.ts'
import type { ExportRequest } from '../../../src/shared/model/interchange.ts'

/** The same report as a page of the web, for a browser to print: words, redline, comments in the margin, registers. */

const STYLE = `@page { size: A4; margin: 22mm 18mm } body { font: 10pt/1.5 serif } ins { color: #1b6639 }
del { color: #ad1620 } .card { float: right; clear: right; width: 52mm; margin: 0 -56mm 4pt 4pt; font: 7.5pt sans-serif }
.marked { margin-right: 58mm } table { border-collapse: collapse; width: 100%; font: 8.5pt sans-serif } thead { display: table-header-group }
td, th { border-bottom: 0.5pt solid #999; text-align: left; vertical-align: top; padding: 3pt } mark { background: #f6efcd }`

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const safe = (text: string): string => text.replaceAll(/[&<>]/g, (sign) => ENTITIES[sign] ?? '')

function pieceOf(piece: Piece, cards: ReadonlyMap<string, string>): string {
  const words = safe(piece.text)
  const tags = piece.tags ?? []
  const labels = tags.flatMap((tag) => ('label' in tag ? [tag.label] : []))
  const beside = labels.map((label) => cards.get(label) ?? '').join('')
  if (piece.deleted !== undefined) return `${beside}<del>${words}</del>`
  if (piece.inserted !== undefined) return `${beside}<ins>${words}</ins>`
  return beside + (piece.noted ? `<mark>${words}</mark>` : words)
}

function blocksOf(blocks: readonly TextBlock[] | null, cards: ReadonlyMap<string, string>): string {
  return (blocks ?? [])
    .flatMap((block) => {
      if (block.kind !== 'paragraph') return []
      const tag = block.style === 'headline' ? 'h2' : 'p'
      return [`<${tag}>${block.pieces.map((piece) => pieceOf(piece, cards)).join('')}</${tag}>`]
    })
    .join('\n')
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((one) => `<th scope="col">${one}</th>`).join('')
  const body = rows.map((row) => `<tr>${row.map((one) => `<td>${safe(one)}</td>`).join('')}</tr>`)
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table>`
}

export function pageOf(variant: Variant, request: ExportRequest): string {
  const doc = schema.nodeFromJSON(request.doc)
  const report = buildReport(variant, doc, request, createObjects(new Map(), true).styled)
  const cards = new Map(
    (report.threads ?? []).map(({ number, state, messages: [first] }) => [
      number,
      `<aside class="card"><b>${number} ${safe(first?.name ?? '')}</b> ${safe(state)}<br>${safe(first?.text.slice(0, 110) ?? '')}</aside>`,
    ]),
  )
  const claims = (report.claims ?? []).map((one) => [
    one.number,
    `${one.words} ${one.status} ${one.statusDetail}`,
    one.rules.map((rule) => `${rule.rule} ${rule.title} ${rule.state} ${rule.why} ${rule.remedy}`).join('; '),
    one.sources.map((source) => `${source.grade} ${source.title} ${source.lines.join(' ')}`).join('; '),
  ])
  const threads = (report.threads ?? []).map((one) => [
    one.number,
    one.messages.map(({ name, when, text }) => `${name}, ${when}: ${text}`).join(' '),
    `${one.about} ${one.state}`,
  ])
  const changes = (report.changes ?? []).map((one) => [
    one.number,
    `${one.deleted} ${one.inserted} ${one.description}`,
    `${one.name}, ${one.when}`,
    one.state,
  ])
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${safe(report.title)}</title><style>${STYLE}</style>
<h1>${safe(report.headline)}</h1><p>${report.hashes.text}</p>
${blocksOf(report.text, new Map())}
<h2>Claims</h2>${table(['Claim', 'Words', 'Rules', 'Sources'], claims)}
<h2>Comments</h2>${table(['Comment', 'What was said', 'About'], threads)}
<h2>Changes</h2>${table(['Change', 'Words', 'Made by', 'State'], changes)}
<h2>Redline</h2><div class="marked">${blocksOf(report.redline, cards)}</div></html>`
}
