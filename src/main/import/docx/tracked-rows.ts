import { attribute, child } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'
import { findAll } from './tables.ts'

/** What tracks a kept table as a whole, which Word says at each of its rows. */
type TrackedRows = {
  readonly insertion: XmlElement | undefined
  readonly deletion: XmlElement | undefined
  /** All the elements that say so. */
  readonly marks: readonly XmlElement[]
}

export function trackedRows(table: XmlElement): TrackedRows {
  const rows = table.name === 'w:tbl' ? findAll(table, 'w:tr') : []
  const insertions = ofAll(rows, 'w:ins')
  const deletions = ofAll(rows, 'w:del')
  return { insertion: insertions[0], deletion: deletions[0], marks: [...insertions, ...deletions] }
}

/** The mark of each row, where all have one and of one person and time; else none. */
function ofAll(rows: readonly XmlElement[], name: 'w:ins' | 'w:del'): readonly XmlElement[] {
  const marks = rows.flatMap((row) => child(child(row, 'w:trPr'), name) ?? [])
  const [first] = marks
  const isOne = marks.every((mark) =>
    ['w:author', 'w:date'].every((by) => attribute(mark, by) === attribute(first, by)),
  )
  return marks.length === rows.length && isOne ? marks : []
}
