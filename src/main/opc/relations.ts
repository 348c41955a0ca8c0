import { RELATIONS } from './limits.ts'
import type { Package } from './read.ts'
import { tooLarge, unreadable } from './refusal.ts'
import { attribute, elements, parseXml } from './xml.ts'
import type { XmlBudget } from './xml.ts'

export type Relation = {
  readonly id: string
  /** Last word of the relation type's address: `styles`, `comments`, `hyperlink`; the same in Strict files. */
  readonly type: string
  /** A part name when internal, an address as written when external. */
  readonly target: string
  readonly external: boolean
}

/** The relations of a part, or of the package itself when `part` is empty. */
export function readRelations(pack: Package, part: string, budget: XmlBudget): readonly Relation[] {
  const slash = part.lastIndexOf('/')
  const folder = part.slice(0, slash + 1)
  const bytes = pack.get(`${folder}_rels/${part.slice(slash + 1)}.rels`)
  if (!bytes) return []
  const rows = elements(parseXml(bytes, { budget })).filter((row) => row.name === 'rel:Relationship')
  if (rows.length > RELATIONS) throw tooLarge('The file holds too many relations.')
  return rows.map((row) => {
    const external = attribute(row, 'TargetMode')?.toLowerCase() === 'external'
    const target = attribute(row, 'Target') ?? ''
    const type = attribute(row, 'Type') ?? ''
    return {
      id: attribute(row, 'Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: external ? target : resolvePart(folder, target),
      external,
    }
  })
}

function resolvePart(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : `${folder}${target}`
  const segments: string[] = []
  for (const segment of path.split('#')[0]?.split('/') ?? []) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') segments.push(segment)
    else if (segments.pop() === undefined) throw unreadable('The file points to a part outside of itself.')
  }
  return segments.join('/')
}

/** The content type of each part, by lower-case name. */
export function readContentTypes(pack: Package, budget: XmlBudget): (part: string) => string {
  const bytes = pack.get('[Content_Types].xml')
  if (!bytes) throw unreadable('This is not a Word file: it is a container of something else.')
  const byExtension = new Map<string, string>()
  const byName = new Map<string, string>()
  for (const row of elements(parseXml(bytes, { budget }))) {
    const type = attribute(row, 'ContentType') ?? ''
    if (row.name === 'ct:Default') byExtension.set((attribute(row, 'Extension') ?? '').toLowerCase(), type)
    else byName.set((attribute(row, 'PartName') ?? '').replace(/^\//, '').toLowerCase(), type)
  }
  return (part) => {
    const name = part.toLowerCase()
    return byName.get(name) ?? byExtension.get(name.slice(name.lastIndexOf('.') + 1)) ?? ''
  }
}
