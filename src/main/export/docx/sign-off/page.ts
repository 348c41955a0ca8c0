import { tag } from '../../../opc/xml-write.ts'
import type { Xml } from '../../../opc/xml-write.ts'
import {
  SIGN_OFF_ALIAS,
  SIGN_OFF_BOOKMARK,
  SIGN_OFF_END,
  SIGN_OFF_LINE,
  SIGN_OFF_TAG,
} from '../../../word/sign-off-names.ts'
import type { Numbers } from '../numbers.ts'
import { textRuns } from '../text.ts'
import { LEDGER_COLUMNS, SIGN_OFF_COLUMNS } from './facts.ts'
import type { SignOffFacts } from './facts.ts'

/** Twentieths of a point that a page of ours is wide between its margins. */
const WIDTH = 9026
/** Half points. */
const TITLE = 32
const HEADING = 24
const TEXT = 18
/** A content control needs a number of its own; nothing refers to it. */
const CONTROL = 1_397_049_677

type Look = {
  readonly size: number
  readonly bold?: boolean
  readonly outline?: number
}

/**
 * The last section of the file, which speaks of the review and not of the article: untracked, in a locked content
 * control and under a bookmark, so that it is found again. All its looks are its own, for the styles of the file may
 * be anybody's. `section`: the w:sectPr of the text before it.
 */
export function signOffPage(facts: SignOffFacts, section: Xml, numbers: Numbers): Xml {
  const content = [
    paragraph(facts.title, { size: TITLE, bold: true, outline: 0 }, marked(SIGN_OFF_BOOKMARK, numbers)),
    ...facts.lines.map((line) => paragraph(line, { size: TEXT })),
    heading('Signatures'),
    table(SIGN_OFF_COLUMNS, facts.signOffs, [1200, 1900, 1700, 1800, 2426]),
    heading('Open items'),
    ...list(facts.open, 'Nothing is open.'),
    heading('Sources'),
    facts.ledger.length === 0
      ? paragraph('There are no claims.', { size: TEXT })
      : table(LEDGER_COLUMNS, facts.ledger, [600, 3000, 2300, 3126]),
    heading('Counts'),
    table(null, facts.counts, [5000, 4026]),
    paragraph(facts.end, { size: TEXT }, marked(SIGN_OFF_END, numbers)),
  ]
  return sectionBreak(section) + control(content.join(''))
}

/** What stands around the words of a line that is under a bookmark. */
function marked(name: string, numbers: Numbers): readonly [Xml, Xml] {
  const id = numbers.next()
  return [tag('w:bookmarkStart', { 'w:id': id, 'w:name': name }), tag('w:bookmarkEnd', { 'w:id': id })]
}

/** A line too small to be seen ends the section of the text; it is known by that when the page is left out. */
function sectionBreak(section: Xml): Xml {
  const spacing = tag('w:spacing', {
    'w:before': 0,
    'w:after': 0,
    'w:line': SIGN_OFF_LINE,
    'w:lineRule': 'exact',
  })
  const small = tag('w:rPr', {}, tag('w:sz', { 'w:val': 2 }))
  return tag('w:p', {}, tag('w:pPr', {}, spacing, small, section))
}

function control(content: Xml): Xml {
  const properties = tag(
    'w:sdtPr',
    {},
    tag('w:alias', { 'w:val': SIGN_OFF_ALIAS }),
    tag('w:tag', { 'w:val': SIGN_OFF_TAG }),
    tag('w:id', { 'w:val': CONTROL }),
    tag('w:lock', { 'w:val': 'sdtContentLocked' }),
  )
  return tag('w:sdt', {}, properties, tag('w:sdtContent', {}, content))
}

function heading(words: string): Xml {
  return paragraph(words, { size: HEADING, bold: true, outline: 1 })
}

function list(lines: readonly string[], none: string): readonly Xml[] {
  return (lines.length === 0 ? [none] : lines).map((line) => paragraph(line, { size: TEXT }))
}

function paragraph(words: string, look: Look, mark: readonly [Xml, Xml] = ['', '']): Xml {
  const { size, bold, outline } = look
  const properties = tag(
    'w:pPr',
    {},
    outline === undefined ? '' : '<w:keepNext/>',
    tag('w:spacing', { 'w:before': outline === undefined ? 0 : 200, 'w:after': 80 }),
    outline === undefined ? '' : tag('w:outlineLvl', { 'w:val': outline }),
  )
  const [start, end] = mark
  return tag('w:p', {}, properties, start, textRuns(words, runLook(size, bold === true), 'w:t'), end)
}

function runLook(size: number, bold: boolean): Xml {
  const sizes = tag('w:sz', { 'w:val': size }) + tag('w:szCs', { 'w:val': size })
  return tag('w:rPr', {}, bold ? '<w:b/><w:bCs/>' : '', sizes)
}

const EDGES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'] as const

function table(
  head: readonly string[] | null,
  rows: readonly (readonly string[])[],
  widths: readonly number[],
): Xml {
  const edges = EDGES.map((edge) =>
    tag(`w:${edge}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'A6A6A6' }),
  )
  const properties = tag(
    'w:tblPr',
    {},
    tag('w:tblW', { 'w:w': WIDTH, 'w:type': 'dxa' }),
    tag('w:tblBorders', {}, ...edges),
    tag('w:tblLayout', { 'w:type': 'fixed' }),
  )
  const grid = tag('w:tblGrid', {}, ...widths.map((width) => tag('w:gridCol', { 'w:w': width })))
  const first = head === null ? '' : row(head, widths, true)
  return tag('w:tbl', {}, properties, grid, first, ...rows.map((cells) => row(cells, widths, false)))
}

function row(cells: readonly string[], widths: readonly number[], isHead: boolean): Xml {
  const properties = tag('w:trPr', {}, '<w:cantSplit/>', isHead ? '<w:tblHeader/>' : '')
  const written = widths.map((width, index) => {
    const size = tag('w:tcPr', {}, tag('w:tcW', { 'w:w': width, 'w:type': 'dxa' }))
    return tag('w:tc', {}, size, paragraph(cells[index] ?? '', { size: TEXT, bold: isHead }))
  })
  return tag('w:tr', {}, properties, ...written)
}
