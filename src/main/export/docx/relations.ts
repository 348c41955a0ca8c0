import { document, tag } from '../../opc/xml-write.ts'
import type { Part } from '../../opc/write.ts'
import type { CustomParts } from './sign-off/custom-parts.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MICROSOFT = 'http://schemas.microsoft.com/office'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** Parts that the main part may name: file, relation type, content type. */
export const MAIN_PARTS = {
  styles: ['styles.xml', `${OFFICE}/styles`, `${WORD}.styles+xml`],
  numbering: ['numbering.xml', `${OFFICE}/numbering`, `${WORD}.numbering+xml`],
  settings: ['settings.xml', `${OFFICE}/settings`, `${WORD}.settings+xml`],
  fontTable: ['fontTable.xml', `${OFFICE}/fontTable`, `${WORD}.fontTable+xml`],
  theme: ['theme/theme1.xml', `${OFFICE}/theme`, 'application/vnd.openxmlformats-officedocument.theme+xml'],
  footnotes: ['footnotes.xml', `${OFFICE}/footnotes`, `${WORD}.footnotes+xml`],
  endnotes: ['endnotes.xml', `${OFFICE}/endnotes`, `${WORD}.endnotes+xml`],
  comments: ['comments.xml', `${OFFICE}/comments`, `${WORD}.comments+xml`],
  commentsExtended: [
    'commentsExtended.xml',
    `${MICROSOFT}/2011/relationships/commentsExtended`,
    `${WORD}.commentsExtended+xml`,
  ],
  commentsIds: [
    'commentsIds.xml',
    `${MICROSOFT}/2016/09/relationships/commentsIds`,
    `${WORD}.commentsIds+xml`,
  ],
  commentsExtensible: [
    'commentsExtensible.xml',
    `${MICROSOFT}/2018/08/relationships/commentsExtensible`,
    `${WORD}.commentsExtensible+xml`,
  ],
  people: ['people.xml', `${MICROSOFT}/2011/relationships/people`, `${WORD}.people+xml`],
} as const
export type MainPart = keyof typeof MAIN_PARTS

const PROPERTIES = [
  [
    'docProps/core.xml',
    `${PACKAGE}/relationships/metadata/core-properties`,
    'application/vnd.openxmlformats-package.core-properties+xml',
  ],
  [
    'docProps/app.xml',
    `${OFFICE}/extended-properties`,
    'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  ],
  [
    'docProps/custom.xml',
    `${OFFICE}/custom-properties`,
    'application/vnd.openxmlformats-officedocument.custom-properties+xml',
  ],
] as const

/** What one part points to: addresses of links, each an external relation, and pictures. */
export type PartRelations = {
  link(href: string): string
  /** `target`: the name of the picture's part, from where this part stands. */
  picture(target: string): string
  rows(): readonly string[]
}

export function createPartRelations(): PartRelations {
  const links = new Map<string, string>()
  const pictures = new Map<string, string>()
  const idOf = (ids: Map<string, string>, prefix: string, target: string): string => {
    const id = ids.get(target) ?? `${prefix}${ids.size + 1}`
    ids.set(target, id)
    return id
  }
  return {
    link: (href) => idOf(links, 'rIdLink', href),
    picture: (target) => idOf(pictures, 'rIdPicture', target),
    rows: () => [
      ...[...links].map(([href, id]) => relation(id, `${OFFICE}/hyperlink`, href, 'External')),
      ...[...pictures].map(([target, id]) => relation(id, `${OFFICE}/image`, target)),
    ],
  }
}

export type PackagePlan = {
  readonly main: readonly MainPart[]
  readonly fromText: PartRelations
  readonly fromNotes: PartRelations
  readonly fromEndnotes: PartRelations
  /** Content types of pictures, by the ending of their names. */
  readonly media: ReadonlyMap<string, string>
  /** What the file says of itself; null where it says nothing. */
  readonly custom: CustomParts | null
}

/** `[Content_Types].xml` and the relation parts of a package with these parts. */
export function packageParts(plan: PackagePlan): readonly Part[] {
  const { main, fromText, fromNotes, fromEndnotes, media, custom } = plan
  const mainType = `${WORD}.document.main+xml`
  const types = [
    byEnding('rels', 'application/vnd.openxmlformats-package.relationships+xml'),
    byEnding('xml', 'application/xml'),
    ...[...media].map(([ending, type]) => byEnding(ending, type)),
    override('word/document.xml', mainType),
    ...main.map((name) => override(`word/${MAIN_PARTS[name][0]}`, MAIN_PARTS[name][2])),
    ...PROPERTIES.map(([name, , type]) => override(name, type)),
    ...(custom ? [override(custom.override.name, custom.override.type)] : []),
  ]
  const root = [
    relation('rId1', `${OFFICE}/officeDocument`, 'word/document.xml'),
    ...PROPERTIES.map(([name, type], index) => relation(`rId${index + 2}`, type, name)),
  ]
  const toParts = main.map((name, index) =>
    relation(`rId${index + 1}`, MAIN_PARTS[name][1], MAIN_PARTS[name][0]),
  )
  const toCustom = custom ? [relation('rIdReview', custom.relation.type, custom.relation.target)] : []
  const ofNotes = [
    ['footnotes', fromNotes.rows()],
    ['endnotes', fromEndnotes.rows()],
  ] as const
  return [
    {
      name: '[Content_Types].xml',
      data: document(tag('Types', { xmlns: `${PACKAGE}/content-types` }, ...types)),
    },
    { name: '_rels/.rels', data: relations(root) },
    { name: 'word/_rels/document.xml.rels', data: relations([...toParts, ...toCustom, ...fromText.rows()]) },
    ...(custom?.parts ?? []),
    ...ofNotes.flatMap(([name, rows]) =>
      rows.length > 0 ? [{ name: `word/_rels/${name}.xml.rels`, data: relations(rows) }] : [],
    ),
  ]
}

function byEnding(ending: string, type: string): string {
  return tag('Default', { Extension: ending, ContentType: type })
}

function override(name: string, type: string): string {
  return tag('Override', { PartName: `/${name}`, ContentType: type })
}

function relation(id: string, type: string, target: string, mode?: 'External'): string {
  return tag('Relationship', { Id: id, Type: type, Target: target, TargetMode: mode })
}

function relations(rows: readonly string[]): Uint8Array {
  return document(tag('Relationships', { xmlns: `${PACKAGE}/relationships` }, ...rows))
}
