import type { Package } from '../../opc/read.ts'
import type { PartInfo, Report, Role } from './rule.ts'
import { valueOf, walkPart } from './walk.ts'
import type { Frame } from './walk.ts'

/** The parts of a package by what they are, and the relations that each may name. */
export type PackageMap = {
  readonly parts: readonly PartInfo[]
  readonly relationsOf: (part: string) => ReadonlySet<string>
}

type Relation = {
  readonly id: string
  readonly type: string
  readonly target: string
  readonly isExternal: boolean
}

const ROLES: ReadonlySet<string> = new Set<Role>([
  'header',
  'footer',
  'footnotes',
  'endnotes',
  'comments',
  'commentsExtended',
  'commentsIds',
  'commentsExtensible',
  'settings',
  'styles',
  'numbering',
])

/** Parts whose content type must end in the name of their relation. */
const TYPED = new Set([...ROLES, 'people', 'fontTable', 'theme', 'webSettings'])

/** Reads how a package is put together, and tells what does not fit. */
export function mapPackage(pack: Package, report: Report): PackageMap {
  const types = readTypes(pack, report)
  const relations = new Map<string, readonly Relation[]>()
  for (const name of pack.names) {
    const source = sourceOf(name)
    if (source !== null) relations.set(source.toLowerCase(), readRelations(pack, name, source, report))
  }
  const main = (relations.get('') ?? []).find((one) => one.type === 'officeDocument')?.target ?? ''
  if (pack.get(main) === undefined) report('no-main-part', { name: '', role: 'other' }, main)
  const roles = new Map<string, Role>([[main.toLowerCase(), 'text']])
  for (const { type, target, isExternal } of relations.get(main.toLowerCase()) ?? []) {
    if (!isExternal && isRole(type)) roles.set(target.toLowerCase(), type)
  }
  const infoOf = (name: string): PartInfo => ({ name, role: roles.get(name.toLowerCase()) ?? 'other' })
  for (const list of relations.values()) checkTypes(list, types, infoOf, report, pack)
  return {
    parts: pack.names
      .map(infoOf)
      .filter(({ name, role }) => role !== 'other' || /\.(?:xml|rels)$/i.test(name)),
    relationsOf: (part) => new Set((relations.get(part.toLowerCase()) ?? []).map((one) => one.id)),
  }
}

function isRole(type: string): type is Role {
  return ROLES.has(type)
}

/** `word/_rels/document.xml.rels` tells the relations of `word/document.xml`. */
function sourceOf(name: string): string | null {
  const match = /^(.*?)_rels\/([^/]*)\.rels$/i.exec(name)
  return match ? `${match[1] ?? ''}${match[2] ?? ''}` : null
}

function readRelations(pack: Package, name: string, source: string, report: Report): readonly Relation[] {
  const part: PartInfo = { name, role: 'other' }
  const found = new Map<string, Relation>()
  const folder = source.slice(0, source.lastIndexOf('/') + 1)
  const take = (frame: Frame): void => {
    if (frame.name !== 'rel:Relationship') return
    const id = valueOf(frame, 'Id') ?? ''
    const written = valueOf(frame, 'Target') ?? ''
    const type = valueOf(frame, 'Type') ?? ''
    const isExternal = valueOf(frame, 'TargetMode')?.toLowerCase() === 'external'
    const target = isExternal ? written : resolve(folder, written)
    if (id === '' || found.has(id)) report('relation-id', part, id)
    if (!isExternal && !written.startsWith('#') && pack.get(target) === undefined) {
      report('relation-target', part, written)
    }
    found.set(id, { id, type: type.slice(type.lastIndexOf('/') + 1), target, isExternal })
  }
  walkPart(pack.get(name) ?? new Uint8Array(), { open: take, close: () => {}, text: () => {} })
  return [...found.values()]
}

function resolve(folder: string, target: string): string {
  const segments: string[] = []
  const path = target.startsWith('/') ? target : `${folder}${target}`
  for (const segment of (path.split('#')[0] ?? '').split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '' && segment !== '.') segments.push(segment)
  }
  return decode(segments.join('/'))
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

function readTypes(pack: Package, report: Report): (name: string) => string {
  const byEnding = new Map<string, string>()
  const byName = new Map<string, string>()
  const name = '[Content_Types].xml'
  const bytes = pack.get(name)
  if (!bytes) report('content-type', { name, role: 'other' }, 'missing')
  const take = (frame: Frame): void => {
    const type = valueOf(frame, 'ContentType') ?? ''
    if (frame.name === 'ct:Default') byEnding.set((valueOf(frame, 'Extension') ?? '').toLowerCase(), type)
    if (frame.name !== 'ct:Override') return
    byName.set(decode((valueOf(frame, 'PartName') ?? '').replace(/^\//, '')).toLowerCase(), type)
  }
  if (bytes) walkPart(bytes, { open: take, close: () => {}, text: () => {} })
  return (part) => {
    const key = part.toLowerCase()
    return byName.get(key) ?? byEnding.get(key.slice(key.lastIndexOf('.') + 1)) ?? ''
  }
}

function checkTypes(
  relations: readonly Relation[],
  types: (name: string) => string,
  infoOf: (name: string) => PartInfo,
  report: Report,
  pack: Package,
): void {
  for (const { type, target, isExternal } of relations) {
    if (isExternal || pack.get(target) === undefined) continue
    const found = types(target)
    const wants = TYPED.has(type) ? `${type.toLowerCase()}+xml` : ''
    if (found === '' || !found.toLowerCase().endsWith(wants)) {
      report('content-type', infoOf(target), found === '' ? 'none' : found)
    }
  }
}
