import { readPackage } from '../../opc/read.ts'
import type { Package } from '../../opc/read.ts'
import { Refusal, unreadable } from '../../opc/refusal.ts'
import { readContentTypes, readRelations } from '../../opc/relations.ts'
import type { Relation } from '../../opc/relations.ts'
import { child, createXmlBudget, ownText, parseXmlText, xmlText } from '../../opc/xml.ts'
import type { XmlBudget, XmlElement } from '../../opc/xml.ts'

/** A Word package with its main part found. */
export type WordPackage = {
  readonly budget: XmlBudget
  readonly main: Uint8Array
  /** Name of the main part. */
  readonly mainName: string
  /** Names of all parts. */
  readonly names: readonly string[]
  /** Relations of the main part, by id. */
  readonly relations: ReadonlyMap<string, Relation>
  /** The parsed side part that the main part names by this relation type. */
  side(type: string): XmlElement | undefined
  /** The name of that side part. */
  nameOf(type: string): string | undefined
  /** Relations of that side part, by id. */
  relationsOf(type: string): ReadonlyMap<string, Relation>
  part(name: string): Uint8Array | undefined
  /** The text of an XML part, with the addresses of Transitional; empty for none. */
  text(name: string): string
  /** The program that wrote the file, as it says itself. */
  readonly application: string
}

const WORD_MAIN =
  /^application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.(document|template)\.main\+xml$/i

/** Opens a .docx, or refuses it in words: macros, passwords, other containers, anything damaged. */
export async function openWord(bytes: Uint8Array): Promise<WordPackage> {
  refuseOtherContainers(bytes)
  const pack = await readPackage(bytes)
  const budget = createXmlBudget()
  const typeOf = readContentTypes(pack, budget)
  refuseMacros(pack, typeOf)
  const roots = readRelations(pack, '', budget)
  const target = roots.find((row) => row.type === 'officeDocument' && !row.external)
  const main = target && pack.get(target.target)
  if (!target || !main || !WORD_MAIN.test(typeOf(target.target))) {
    throw unreadable('This is not a Word document: it has no main text part.')
  }
  const relations = readRelations(pack, target.target, budget)
  const byId = (rows: readonly Relation[]) => new Map(rows.map((relation) => [relation.id, relation]))
  const known = new Map<string, ReadonlyMap<string, Relation>>()
  const texts = new Map<string, string>()
  const text = (name: string): string => {
    const known = texts.get(name.toLowerCase())
    if (known !== undefined) return known
    const bytes = pack.get(name)
    const read = bytes ? xmlText(bytes) : ''
    texts.set(name.toLowerCase(), read)
    return read
  }
  const find = (type: string) => relations.find((row) => row.type === type && !row.external)
  return {
    budget,
    main,
    mainName: target.target,
    names: pack.names,
    relations: byId(relations),
    nameOf: (type) => find(type)?.target,
    side(type) {
      const name = find(type)?.target
      return name !== undefined && pack.get(name) ? parseXmlText(text(name), { budget }) : undefined
    },
    relationsOf(type) {
      const relation = find(type)
      const rows = known.get(type) ?? byId(relation ? readRelations(pack, relation.target, budget) : [])
      known.set(type, rows)
      return rows
    },
    part: (name) => pack.get(name),
    text,
    application: readApplication(roots, text, budget),
  }
}

function readApplication(
  roots: readonly Relation[],
  text: (name: string) => string,
  budget: XmlBudget,
): string {
  const name = roots.find((row) => row.type === 'extended-properties' && !row.external)?.target ?? ''
  if (text(name) === '') return ''
  const words = child(parseXmlText(text(name), { budget }), '?:Application')
  return words ? ownText(words) : ''
}

function refuseOtherContainers(bytes: Uint8Array): void {
  const head = Buffer.from(bytes.subarray(0, 8))
  if (head.toString('latin1', 0, 2) === 'PK') return
  if (head.toString('hex') === 'd0cf11e0a1b11ae1') {
    const encrypted = Buffer.from(bytes.subarray(0, 1_000_000)).includes(
      'E\0n\0c\0r\0y\0p\0t\0e\0d',
      0,
      'latin1',
    )
    if (encrypted) {
      throw new Refusal(
        'refused',
        'The file is protected by a password. Save it without one and open it again.',
      )
    }
    throw unreadable('This is a file of an old Word format. Save it as .docx and open it again.')
  }
  if (head.toString('latin1', 0, 5) === '{\\rtf') {
    throw unreadable('This is an RTF file under another name. Save it as .docx and open it again.')
  }
  throw unreadable('This is not a Word file, whatever its name says.')
}

function refuseMacros(pack: Package, typeOf: (part: string) => string): void {
  const hasMacros = pack.names.some(
    (name) => /(^|\/)vbaProject\.bin$/i.test(name) || /macroEnabled|vbaProject/i.test(typeOf(name)),
  )
  if (hasMacros) {
    throw new Refusal('refused', 'The file holds macros (small programs). Save it as a .docx without them.')
  }
}
