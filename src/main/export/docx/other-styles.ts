import { tag } from '../../opc/xml-write.ts'
import type { Xml } from '../../opc/xml-write.ts'

/** Styles of what is not the article's own text: comments, links, notes, tables. */

export const LINK_STYLE = 'Hyperlink'
export const NOTE_STYLE = 'FootnoteText'
export const NOTE_REFERENCE = 'FootnoteReference'
export const ENDNOTE_STYLE = 'EndnoteText'
export const ENDNOTE_REFERENCE = 'EndnoteReference'
export const TABLE_STYLE = 'TableGrid'
/** Of the empty line between two tables, which is no paragraph of the article. */
export const BETWEEN_TABLES = 'BetweenTables'

export function value(name: string, val: string | number): Xml {
  return tag(name, { 'w:val': val })
}

function characterStyle(id: string, name: string, ...run: Xml[]): Xml {
  const attributes = { 'w:type': 'character', 'w:styleId': id }
  return tag('w:style', attributes, value('w:name', name), tag('w:rPr', {}, ...run))
}

export function otherStyles(): readonly Xml[] {
  return [
    tag(
      'w:style',
      { 'w:type': 'paragraph', 'w:styleId': 'CommentText' },
      value('w:name', 'annotation text'),
      value('w:basedOn', 'Normal'),
      tag('w:rPr', {}, value('w:sz', 20), value('w:szCs', 20)),
    ),
    characterStyle('CommentReference', 'annotation reference', value('w:sz', 16), value('w:szCs', 16)),
    characterStyle(LINK_STYLE, 'Hyperlink', value('w:color', '0563C1'), value('w:u', 'single')),
  ]
}

export function noteStyles(): readonly Xml[] {
  const text = (id: string, name: string): Xml =>
    tag(
      'w:style',
      { 'w:type': 'paragraph', 'w:styleId': id },
      value('w:name', name),
      value('w:basedOn', 'Normal'),
      tag('w:pPr', {}, tag('w:spacing', { 'w:after': 40, 'w:line': 240, 'w:lineRule': 'auto' })),
      tag('w:rPr', {}, value('w:sz', 19), value('w:szCs', 19)),
    )
  const raised = value('w:vertAlign', 'superscript')
  return [
    text(NOTE_STYLE, 'footnote text'),
    characterStyle(NOTE_REFERENCE, 'footnote reference', raised),
    text(ENDNOTE_STYLE, 'endnote text'),
    characterStyle(ENDNOTE_REFERENCE, 'endnote reference', raised),
  ]
}

export function tableStyles(): readonly Xml[] {
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  const line = { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '8C8C8C' }
  const borders = tag('w:tblBorders', {}, ...sides.map((side) => tag(`w:${side}`, line)))
  const margin = (side: string): Xml => tag(`w:${side}`, { 'w:w': 108, 'w:type': 'dxa' })
  const margins = tag('w:tblCellMar', {}, margin('left'), margin('right'))
  return [
    tag(
      'w:style',
      { 'w:type': 'table', 'w:styleId': TABLE_STYLE },
      value('w:name', 'Table Grid'),
      tag('w:pPr', {}, tag('w:spacing', { 'w:after': 40, 'w:line': 240, 'w:lineRule': 'auto' })),
      tag('w:tblPr', {}, borders, margins),
    ),
    tag(
      'w:style',
      { 'w:type': 'paragraph', 'w:customStyle': 1, 'w:styleId': BETWEEN_TABLES },
      value('w:name', 'Between tables'),
      tag('w:pPr', {}, tag('w:spacing', { 'w:after': 0, 'w:line': 20, 'w:lineRule': 'exact' })),
      tag('w:rPr', {}, value('w:sz', 2), value('w:szCs', 2)),
    ),
  ]
}
