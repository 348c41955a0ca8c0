import type { WordPackage } from '../../../import/docx/package.ts'
import { MAIN_PARTS } from '../relations.ts'
import type { MainPart } from '../relations.ts'
import { addPartType, dropPartType } from './content-types.ts'
import type { Parts } from './parts.ts'
import { relationsPart } from './relations.ts'
import type { PatchRelations } from './relations.ts'

/** The side parts of a file by what they are for; those that it has not are made where one is asked for. */
export type PartFinder = {
  /** Name of the part; undefined where the file has none. */
  find(kind: MainPart | 'endnotes'): string | undefined
  /** The name that it has, or would get. */
  nameFor(kind: MainPart | 'endnotes'): string
  /** The same; `text` makes one. */
  make(kind: MainPart | 'endnotes', text: string): string
  drop(kind: MainPart): void
  readonly parts: Parts
}

export function createPartFinder(parts: Parts, pack: WordPackage, fromMain: PatchRelations): PartFinder {
  const made = new Map<string, string>()
  const dropped = new Set<string>()
  const find = (kind: MainPart | 'endnotes'): string | undefined => {
    if (dropped.has(kind)) return made.get(kind)
    const name = made.get(kind) ?? pack.nameOf(kind)
    return name !== undefined && parts.has(name) ? name : undefined
  }
  const folder = pack.mainName.slice(0, pack.mainName.lastIndexOf('/') + 1)
  const nameFor = (kind: MainPart | 'endnotes'): string =>
    find(kind) ?? freeName(parts, `${folder}${MAIN_PARTS[kind][0]}`)
  return {
    find,
    nameFor,
    parts,
    make(kind, text) {
      const known = find(kind)
      if (known !== undefined) return known
      const [, relation, type] = MAIN_PARTS[kind]
      const name = nameFor(kind)
      parts.setText(name, text)
      addPartType(parts, name, type)
      fromMain.toPart(relation, name)
      made.set(kind, name)
      return name
    },
    drop(kind) {
      const name = find(kind)
      if (name === undefined) return
      fromMain.dropTo(name)
      parts.remove(name)
      parts.remove(relationsPart(name))
      dropPartType(parts, name)
      dropped.add(kind)
    },
  }
}

function freeName(parts: Parts, name: string): string {
  if (!parts.has(name)) return name
  const dot = name.lastIndexOf('.')
  let number = 2
  while (parts.has(`${name.slice(0, dot)}${number}${name.slice(dot)}`)) number += 1
  return `${name.slice(0, dot)}${number}${name.slice(dot)}`
}
