import type { ParagraphStyle } from '../../../shared/document/attributes.ts'
import { part, tag } from '../../opc/xml-write.ts'
import type { Xml } from '../../opc/xml-write.ts'
import { noteStyles, otherStyles, tableStyles, value } from './other-styles.ts'

/** Our paragraph styles in Word. Body text is Word's Normal and names no style. */
export const WORD_STYLE: Readonly<Record<ParagraphStyle, string | null>> = {
  headline: 'Title',
  standfirst: 'Subtitle',
  byline: 'Byline',
  body: null,
  heading1: 'Heading1',
  heading2: 'Heading2',
  heading3: 'Heading3',
  heading4: 'Heading4',
  quote: 'Quote',
  caption: 'Caption',
}
export const LIST_STYLE = 'ListParagraph'

type Look = {
  readonly id: string
  readonly name: string
  /** Half points. */
  readonly size?: number
  readonly bold?: boolean
  readonly italic?: boolean
  /** Twentieths of a point. */
  readonly before: number
  readonly after: number
  readonly indent?: number
  readonly outline?: number
  readonly colour?: string
  readonly isHeading?: boolean
}

const LOOKS: readonly Look[] = [
  { id: 'Title', name: 'Title', size: 44, bold: true, before: 0, after: 160, isHeading: true },
  { id: 'Subtitle', name: 'Subtitle', size: 28, colour: '595959', before: 0, after: 160, isHeading: true },
  { id: 'Byline', name: 'Byline', size: 20, colour: '595959', before: 0, after: 320 },
  {
    id: 'Heading1',
    name: 'heading 1',
    size: 30,
    bold: true,
    before: 320,
    after: 80,
    outline: 0,
    isHeading: true,
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    size: 26,
    bold: true,
    before: 280,
    after: 80,
    outline: 1,
    isHeading: true,
  },
  {
    id: 'Heading3',
    name: 'heading 3',
    size: 24,
    bold: true,
    before: 240,
    after: 60,
    outline: 2,
    isHeading: true,
  },
  {
    id: 'Heading4',
    name: 'heading 4',
    size: 23,
    italic: true,
    before: 200,
    after: 60,
    outline: 3,
    isHeading: true,
  },
  { id: 'Quote', name: 'Quote', italic: true, before: 120, after: 160, indent: 567 },
  { id: 'Caption', name: 'caption', size: 19, italic: true, before: 60, after: 200 },
]

export function stylesPart(): Uint8Array {
  return part(
    'w:styles',
    ['w'],
    defaults(),
    normal(),
    ...LOOKS.map(paragraphStyle),
    listStyle(),
    ...otherStyles(),
    ...noteStyles(),
    ...tableStyles(),
  )
}

function defaults(): Xml {
  const fonts = tag('w:rFonts', {
    'w:ascii': 'Georgia',
    'w:hAnsi': 'Georgia',
    'w:eastAsia': 'Georgia',
    'w:cs': 'Times New Roman',
  })
  const run = tag('w:rPr', {}, fonts, value('w:sz', 23), value('w:szCs', 23))
  const paragraph = tag(
    'w:pPr',
    {},
    tag('w:spacing', { 'w:after': 160, 'w:line': 300, 'w:lineRule': 'auto' }),
  )
  return tag('w:docDefaults', {}, tag('w:rPrDefault', {}, run), tag('w:pPrDefault', {}, paragraph))
}

function normal(): Xml {
  const attributes = { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' }
  return tag('w:style', attributes, value('w:name', 'Normal'), tag('w:qFormat', {}))
}

function paragraphStyle(look: Look): Xml {
  const spacing = tag('w:spacing', { 'w:before': look.before, 'w:after': look.after })
  const indent =
    look.indent === undefined ? '' : tag('w:ind', { 'w:left': look.indent, 'w:right': look.indent })
  const outline = look.outline === undefined ? '' : value('w:outlineLvl', look.outline)
  const keep = look.isHeading ? tag('w:keepNext', {}) : ''
  return tag(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': look.id, ...(look.id === 'Byline' ? { 'w:customStyle': 1 } : {}) },
    value('w:name', look.name),
    value('w:basedOn', 'Normal'),
    value('w:next', 'Normal'),
    tag('w:qFormat', {}),
    tag('w:pPr', {}, keep, spacing, indent, outline),
    tag(
      'w:rPr',
      {},
      look.bold ? tag('w:b', {}) + tag('w:bCs', {}) : '',
      look.italic ? tag('w:i', {}) + tag('w:iCs', {}) : '',
      look.colour === undefined ? '' : value('w:color', look.colour),
      look.size === undefined ? '' : value('w:sz', look.size) + value('w:szCs', look.size),
    ),
  )
}

function listStyle(): Xml {
  return tag(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': LIST_STYLE },
    value('w:name', 'List Paragraph'),
    value('w:basedOn', 'Normal'),
    tag('w:qFormat', {}),
    tag('w:pPr', {}, tag('w:contextualSpacing', {})),
  )
}
