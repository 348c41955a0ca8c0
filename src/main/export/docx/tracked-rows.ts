import type { Segment } from '../../../shared/document/segments.ts'
import { tag } from '../../opc/xml-write.ts'
import type { Xml } from '../../opc/xml-write.ts'
import { inSequence, piecesOf, propertiesIn } from './looks.ts'
import { ROW_PROPERTIES } from './sequences.ts'
import { trackedAttributes } from './tracked-attributes.ts'
import type { Writing } from './writing.ts'

const AROUND_ROWS = new Set(['tbl', 'sdt', 'sdtContent', 'customXml'])

/** A kept table that came or went as a whole: Word has no mark for a table, but one for each of its rows. */
export function withTrackedRows(
  xml: Xml,
  { insertion, deletion }: Pick<Segment, 'insertion' | 'deletion'>,
  writing: Writing,
): Xml {
  if (!insertion && !deletion) return xml
  const marks = (): Record<string, Xml | undefined> => ({
    'w:ins': insertion ? tag('w:ins', trackedAttributes(insertion, writing)) : undefined,
    'w:del': deletion ? tag('w:del', trackedAttributes(deletion, writing)) : undefined,
  })
  return inRows(xml, marks)
}

function inRows(xml: Xml, marks: () => Record<string, Xml | undefined>): Xml {
  return piecesOf(xml)
    .map((piece) => {
      const name = local(piece.name)
      if (name === 'tr') return reframed(piece, rowContent(piece.inner, marks()))
      return AROUND_ROWS.has(name) ? reframed(piece, inRows(piece.inner, marks)) : piece.xml
    })
    .join('')
}

/** The marks stand among the properties of the row, which come behind its exceptions from those of the table. */
function rowContent(inner: Xml, marks: Record<string, Xml | undefined>): Xml {
  const pieces = piecesOf(inner)
  const head = pieces.filter(({ name }) => local(name) === 'tblPrEx')
  const own = pieces.find(({ name }) => local(name) === 'trPr')
  const properties = tag('w:trPr', {}, inSequence(ROW_PROPERTIES, propertiesIn(own?.inner, 'w:trPr'), marks))
  const rest = pieces.filter((piece) => piece !== own && !head.includes(piece))
  return [...head.map((piece) => piece.xml), properties, ...rest.map((piece) => piece.xml)].join('')
}

function reframed({ xml, inner }: ReturnType<typeof piecesOf>[number], content: Xml): Xml {
  const end = xml.lastIndexOf('</')
  return end < 0 ? xml : xml.slice(0, end - inner.length) + content + xml.slice(end)
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
