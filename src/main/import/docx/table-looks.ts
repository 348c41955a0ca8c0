import type { ChangeRef } from '../../../shared/document/attributes.ts'
import type { LayoutAttrs } from '../../../shared/document/word-attributes.ts'
import { attribute, child } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'
import type { Reading } from './context.ts'
import { keepLook, without } from './looks.ts'

/** Changes of layout in one table: those of one author and one time are one. */
export type LayoutChanges = Map<string, ChangeRef>

/** An element of properties, and the one within it that tells how they were before. */
type Properties = { readonly now: XmlElement | undefined; readonly change: XmlElement | undefined }

function properties(parent: XmlElement, name: string): Properties {
  const now = child(parent, name)
  return { now, change: child(now, `${name}Change`) }
}

export function tableLayout(table: XmlElement, made: LayoutChanges, reading: Reading): LayoutAttrs {
  const own = properties(table, 'w:tblPr')
  const grid = properties(table, 'w:tblGrid')
  // A change of the grid names nobody: it is one with that of the table, and without it stays in the look.
  return layout([own, { ...grid, change: own.change && grid.change }], made, reading)
}

export function rowLayout(row: XmlElement, made: LayoutChanges, reading: Reading): LayoutAttrs {
  const own = properties(row, 'w:trPr')
  const exceptions = properties(row, 'w:tblPrEx')
  const isApart = own.change && exceptions.change && !isOneAct(own.change, exceptions.change)
  return layout([isApart ? { ...exceptions, change: undefined } : exceptions, own], made, reading)
}

export function cellLayout(cell: XmlElement, made: LayoutChanges, reading: Reading): LayoutAttrs {
  return layout([properties(cell, 'w:tcPr')], made, reading)
}

function isOneAct(one: XmlElement, other: XmlElement): boolean {
  return ['w:author', 'w:date'].every((name) => attribute(one, name) === attribute(other, name))
}

/** Tracked by attributes of the row and the cell. */
const TRACKED = new Set(['w:ins', 'w:del', 'w:cellIns', 'w:cellDel'])

function layout(parts: readonly Properties[], made: LayoutChanges, reading: Reading): LayoutAttrs {
  if (!reading.hasLooks) return { look: null, layoutChange: null }
  const plain = ({ now, change }: Properties): string =>
    now ? without(now, (name) => TRACKED.has(name) || name === change?.name, reading) : ''
  const earlier = (part: Properties): string => {
    if (!part.change) return plain(part)
    const before = child(part.change, part.now?.name ?? '')
    return before ? without(before, () => false, reading) : ''
  }
  const look = keepLook(parts.map(plain).join(''), reading)
  const change = parts.findLast((part) => part.change?.attributes.has('w:author'))?.change
  if (!change) return { look, layoutChange: null }
  const { id, author } = reading.changes.ofLayout(change, made)
  return { look, layoutChange: { id, author, before: keepLook(parts.map(earlier).join(''), reading) } }
}
