import type { WordPackage } from '../../../import/docx/package.ts'
import { readRelations } from '../../../opc/relations.ts'
import type { Relation } from '../../../opc/relations.ts'
import { tag } from '../../../opc/xml-write.ts'
import type { PartRelations } from '../relations.ts'
import type { Parts } from './parts.ts'
import { appended, rootOf } from './surgery.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const EMPTY =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'

/** The relations of a part of the file; new ones stand beside those that it has. */
export type PatchRelations = PartRelations & {
  /** To a part, by its name in the package. */
  toPart(type: string, name: string): string
  /** Takes away those to a part, by its name in the package. */
  dropTo(name: string): void
}

export function relationsPart(part: string): string {
  const slash = part.lastIndexOf('/')
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`
}

export function createPatchRelations(parts: Parts, pack: WordPackage, part: string): PatchRelations {
  const name = relationsPart(part)
  const known: Relation[] = [
    ...readRelations({ names: parts.names(), get: (one) => pack.part(one) }, part, pack.budget),
  ]
  const add = (type: string, target: string, resolved: string, external: boolean): string => {
    const short = type.slice(type.lastIndexOf('/') + 1)
    const same = (one: Relation) => one.type === short && one.target === resolved && one.external === external
    const found = known.find(same)
    if (found) return found.id
    const id = freeId(known)
    known.push({ id, type: short, target: resolved, external })
    const text = parts.text(name) ?? EMPTY
    const prefix = /^(.*:)?/.exec(rootOf(text).name)?.[1] ?? ''
    const attributes = { Id: id, Type: type, Target: target, TargetMode: external ? 'External' : undefined }
    parts.setText(name, appended(text, tag(`${prefix}Relationship`, attributes)))
    return id
  }
  return {
    link: (href) => add(`${OFFICE}/hyperlink`, href, href, true),
    picture: (target) => add(`${OFFICE}/image`, `/word/${target}`, `word/${target}`, false),
    toPart: (type, target) => add(type, `/${target}`, target, false),
    rows: () => [],
    dropTo(target) {
      const text = parts.text(name)
      const isTo = (one: Relation): boolean =>
        !one.external && one.target.toLowerCase() === target.toLowerCase()
      const ids = known.filter(isTo).map((one) => one.id)
      if (text === undefined || ids.length === 0) return
      const rows =
        /<(?:[\w.-]+:)?Relationship\s(?:[^"'>]|"[^"]*"|'[^']*')*?(?:\/>|>\s*<\/(?:[\w.-]+:)?Relationship>)/g
      parts.setText(
        name,
        text.replace(rows, (row) =>
          ids.includes(/\sId\s*=\s*["']([^"']*)/.exec(row)?.[1] ?? '') ? '' : row,
        ),
      )
    },
  }
}

function freeId(known: readonly Relation[]): string {
  const ids = new Set(known.map((relation) => relation.id))
  let number = 1
  while (ids.has(`rIdStet${number}`)) number += 1
  return `rIdStet${number}`
}
