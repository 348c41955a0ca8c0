import type { WordSource } from '../../../import/docx/source-types.ts'
import { readStyles } from '../../../import/docx/styles.ts'
import type { Styles } from '../../../import/docx/styles.ts'
import {
  attribute,
  child,
  createXmlBudget,
  elements,
  madeElement,
  parseXml,
  parseXmlText,
  sliceOf,
} from '../../../opc/xml.ts'
import type { XmlElement } from '../../../opc/xml.ts'
import { part as wholePart } from '../../../opc/xml-write.ts'
import { OUR_STYLES } from '../style-names.ts'
import type { StyleNames } from '../style-names.ts'
import { stylesPart } from '../styles.ts'
import type { PartFinder } from './part-finder.ts'
import { appended, withPrefixes } from './surgery.ts'

/** The styles of a file, and those of ours that are added to them because something that is written needs them. */
export type PatchStyles = {
  readonly names: StyleNames
  /** What the styles mean, those that were added with them. */
  readonly meaning: Styles
  write(finder: PartFinder): void
}

type Style = { readonly id: string; readonly type: string; readonly name: string; readonly row: XmlElement }

export function createPatchStyles({ pack }: WordSource): PatchStyles {
  const theirs = stylesIn(pack.side('styles'))
  const ourText = new TextDecoder().decode(stylesPart())
  const ours = new Map(
    stylesIn(parseXmlText(ourText, { budget: createXmlBudget() })).map((style) => [style.id, style] as const),
  )
  const ids = new Map<string, string>()
  const added: string[] = []
  const idOf = (id: string): string => {
    const known = ids.get(id)
    if (known !== undefined) return known
    const style = ours.get(id)
    if (!style) return id
    const same = theirs.find((one) => one.type === style.type && one.name === style.name)
    const isTaken = theirs.some((one) => one.id.toLowerCase() === id.toLowerCase())
    const found = same?.id ?? (isTaken ? `Stet${id}` : id)
    ids.set(id, found)
    if (!same) {
      const references = sliceOf(ourText, style.row)
        .replace(/(w:styleId=")[^"]*/, `$1${found}`)
        .replace(
          /(<w:(?:basedOn|next|link) w:val=")([^"]*)/g,
          (_, head: string, other: string) => head + idOf(other),
        )
        .replace(/ w:default="1"/, '')
      added.push(references)
    }
    return found
  }
  let known = { count: 0, styles: readStyles(pack.side('styles')) }
  const meaning = (): Styles => {
    if (known.count !== added.length) {
      const more = wholePart('w:styles', ['w'], ...added)
      const rows = [
        ...elements(pack.side('styles')),
        ...elements(parseXml(more, { budget: createXmlBudget() })),
      ]
      known = { count: added.length, styles: readStyles(madeElement('w:styles', rows)) }
    }
    return known.styles
  }
  const orNull = (id: string | null): string | null => (id === null ? null : idOf(id))
  return {
    names: {
      paragraph: (style) => orNull(OUR_STYLES.paragraph(style)),
      list: () => orNull(OUR_STYLES.list()),
      link: () => idOf(OUR_STYLES.link()),
      noteText: (isEndnote) => idOf(OUR_STYLES.noteText(isEndnote)),
      noteReference: (isEndnote) => idOf(OUR_STYLES.noteReference(isEndnote)),
      table: () => idOf(OUR_STYLES.table()),
    },
    meaning: { paragraph: (id) => meaning().paragraph(id), run: (id) => meaning().run(id) },
    write(finder) {
      if (added.length === 0) return
      const all = added.join('')
      const name = finder.find('styles')
      if (name === undefined) {
        finder.make('styles', new TextDecoder().decode(wholePart('w:styles', ['w'], all)))
        return
      }
      const declared = withPrefixes(finder.parts.text(name) ?? '', all)
      finder.parts.setText(name, appended(declared.text, declared.local(all)))
    },
  }
}

function stylesIn(part: XmlElement | undefined): readonly Style[] {
  return elements(part)
    .filter((row) => row.name === 'w:style')
    .map((row) => ({
      id: attribute(row, 'w:styleId') ?? '',
      type: attribute(row, 'w:type') ?? 'paragraph',
      name: (attribute(child(row, 'w:name'), 'w:val') ?? '').toLowerCase().replace(/\s+/g, ''),
      row,
    }))
}
