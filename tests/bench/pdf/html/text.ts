import type { Piece, Tag } from '../../../../src/main/export/pdf/pieces.ts'
import type { Report } from '../../../../src/main/export/pdf/report.ts'
import type { ReportCard } from '../../../../src/main/export/pdf/report-cards.ts'
import type { TextBlock, TextCell, TextParagraph } from '../../../../src/main/export/pdf/text-blocks.ts'
import { bold, broken, iso, safe, shape, soft } from './words.ts'

/** The article, as it would run or as a redline, with what the margins say of it. */

type Cards = ReadonlyMap<string, ReportCard>

const anchorOf = (tag: Tag): string => ('anchor' in tag ? ` id="at-${tag.kind}-${safe(tag.label)}"` : '')

function card({ number, name, hue, words, replies, resolved }: ReportCard): string {
  const state = resolved ? soft('resolved') : bold('OPEN')
  const more = replies === '' ? '' : `<br>${soft(replies)}`
  const head = `<b>${number}</b> <b class="h${hue}">${iso(name)}</b> ${state}`
  return `<a class="card${resolved ? ' resolved' : ''} h${hue}" href="#comment-${number}"><span>${head}<br>${iso(words)}${more}</span></a>`
}

/** Before its words, so that it stands beside the line on which they begin. */
function before(tag: Tag, cards: Cards): string {
  switch (tag.kind) {
    case 'sentence':
      return `<span class="sentence">${safe(tag.label)}</span>`
    case 'claim':
      return `<a class="claim"${anchorOf(tag)} href="#claim-${tag.label}">${tag.label} ${shape(tag.shape)}</a>`
    case 'change':
      return `<span class="change h${tag.hue}"${anchorOf(tag)}><b>${tag.label}</b> ${iso(tag.initials)}</span>`
    case 'comment': {
      const beside = cards.get(tag.label)
      return `<span${anchorOf(tag)}></span>${beside ? card(beside) : ''}`
    }
    case 'ref':
    case 'noted':
    case 'from':
    case 'to':
      return ''
  }
}

const behind = (tag: Tag): string =>
  tag.kind === 'ref' ? `<sup class="ref"><a href="#comment-${tag.label}">${tag.label}</a></sup>` : ''

/** The element that each property of a piece puts around its words, from the inside out. */
function decorated(piece: Piece, words: string): string {
  let html = words
  const around = (tag: string, classes?: string): void => {
    html = `<${tag}${classes === undefined ? '' : ` class="${classes}"`}>${html}</${tag}>`
  }
  if (piece.superscript) around('sup')
  if (piece.subscript) around('sub')
  if (piece.smallCaps) around('span', 'caps')
  if (piece.em) around('em')
  if (piece.strong) around('strong')
  if (piece.underline) around('u')
  if (piece.strike) around('s')
  if (piece.href !== undefined) html = `<a class="out" href="${safe(piece.href)}">${html}</a>`
  if (piece.formatted !== undefined) around('span', `formatted h${piece.formatted}`)
  if (piece.inserted !== undefined) around('ins', `h${piece.inserted}`)
  if (piece.deleted !== undefined) around('del', `h${piece.deleted}`)
  if (piece.marker !== undefined) html = `<span style="background:${piece.marker}">${html}</span>`
  if (piece.chip !== undefined) html = `<span class="chip"><small>${safe(piece.chip)}</small> ${html}</span>`
  if (piece.noted) around('mark')
  if (piece.open) around('span', 'open-corner')
  if (piece.close) around('span', 'close-corner')
  return html
}

/** Notes stand at the end of the text: a page of the web has no foot for them. */
type Notes = string[]

function pieceOf(piece: Piece, cards: Cards, notes: Notes): string {
  const tags = piece.tags ?? []
  let html = decorated(piece, broken(piece.text))
  if (piece.endnote !== undefined) html = `<sup>${safe(piece.endnote)}</sup>`
  if (piece.note) {
    const number = notes.push(piece.note.map((one) => piecesOf(one, cards, notes)).join('<br>'))
    html = `<sup><a href="#note-${number}">${number}</a></sup>`
  }
  if (piece.to !== undefined && piece.href === undefined) html = `<a href="#${safe(piece.to)}">${html}</a>`
  return tags.map((tag) => before(tag, cards)).join('') + html + tags.map(behind).join('')
}

function piecesOf(pieces: readonly Piece[], cards: Cards, notes: Notes): string {
  return pieces.map((piece) => pieceOf(piece, cards, notes)).join('')
}

const HEADING: Readonly<Record<string, string>> = {
  heading1: 'h3',
  heading2: 'h3',
  heading3: 'h3',
  heading4: 'h3',
}

function paragraphOf(one: TextParagraph, isOutlined: boolean, cards: Cards, notes: Notes): string {
  const tag = (isOutlined ? HEADING[one.style] : undefined) ?? 'p'
  const isChanged = one.pieces.some((piece) => piece.tags?.some(({ kind }) => kind === 'from'))
  const classes = `${one.style} ${one.align}${isChanged ? ' changed' : ''}`
  const language = one.lang === '' ? '' : ` lang="${safe(one.lang)}"`
  const label = one.list ? `<span class="label l${one.list.level}">${safe(one.list.label)}</span>` : ''
  return `<${tag} class="${classes}" dir="${one.dir}"${language}>${label}${piecesOf(one.pieces, cards, notes)}</${tag}>`
}

function cellOf(cell: TextCell, cards: Cards, notes: Notes): string {
  const tag = cell.header ? 'th scope="col"' : 'td'
  const spans = `colspan="${cell.colspan}" rowspan="${cell.rowspan}"`
  const words = cell.paragraphs.map((one) => paragraphOf(one, false, cards, notes)).join('')
  return `<${tag} ${spans}>${words}</${cell.header ? 'th' : 'td'}>`
}

export function textOf(blocks: readonly TextBlock[], report: Report, column: 'text' | 'redline'): string {
  const cards = new Map((column === 'redline' ? (report.cards ?? []) : []).map((one) => [one.number, one]))
  const notes: Notes = []
  const html = blocks.map((block) => {
    if (block.kind === 'paragraph') return paragraphOf(block, column === 'text', cards, notes)
    if (block.kind === 'endnotes') {
      return `<ol>${block.notes.map(({ paragraphs }) => `<li>${paragraphs.map((one) => piecesOf(one, cards, notes)).join('<br>')}</li>`).join('')}</ol>`
    }
    const rows = block.rows.map(
      (cells) => `<tr>${cells.map((cell) => cellOf(cell, cards, notes)).join('')}</tr>`,
    )
    const head = rows.slice(0, block.heads).join('')
    return `<table class="within"><thead>${head}</thead><tbody>${rows.slice(block.heads).join('')}</tbody></table>`
  })
  const listed = notes.map((note, index) => `<li id="note-${index + 1}">${note}</li>`).join('')
  return `<div class="${column}">${html.join('\n')}${listed === '' ? '' : `<ol>${listed}</ol>`}</div>`
}
