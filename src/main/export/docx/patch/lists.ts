import type { Node } from 'prosemirror-model'
import type { ListAttr } from '../../../../shared/document/attributes.ts'
import { paragraphAttrs } from '../../../../shared/document/tracking-state.ts'
import type { WordSource } from '../../../import/docx/source-types.ts'
import { readStyles } from '../../../import/docx/styles.ts'
import { attribute, child, createXmlBudget, elements, parseXmlText } from '../../../opc/xml.ts'
import { part as wholePart } from '../../../opc/xml-write.ts'
import { createListNumbers } from '../numbering.ts'
import type { ListNumbers } from '../numbering.ts'
import type { PartFinder } from './part-finder.ts'
import { appended, edited, withPrefixes } from './surgery.ts'

/**
 * Lists of a file that is written again: an item that goes on with one of the file takes its number, others get
 * definitions beside those of the file.
 */
export type PatchLists = ListNumbers & {
  /** A paragraph of the file stands here; `properties` is its w:pPr. */
  see(node: Node, properties: string): void
  write(finder: PartFinder): void
}

export function createPatchLists({ pack }: WordSource): PatchLists {
  const inner = createListNumbers()
  const styles = readStyles(pack.side('styles'))
  const rows = elements(pack.side('numbering'))
  const above = (name: string, by: string): number =>
    Math.max(0, ...rows.filter((row) => row.name === name).map((row) => Number(attribute(row, by)) || 0))
  const numbers = above('w:num', 'w:numId')
  const abstracts = above('w:abstractNum', 'w:abstractNumId') + 1
  let used = false
  let last: { readonly kind: ListAttr['kind']; readonly number: number } | null = null
  const own = (number: number): number => {
    used = true
    return number + numbers
  }
  return {
    see(node, properties) {
      const { list } = paragraphAttrs(node)
      const number = list ? (numberIn(properties) ?? ofStyle(properties)) : null
      last = list && number !== null ? { kind: list.kind, number } : null
    },
    numberOf(list, before) {
      const goesOn = before?.kind === list.kind && list.start === undefined
      if (goesOn && last?.kind === list.kind) return last.number
      const number = own(inner.numberOf(list, before))
      last = { kind: list.kind, number }
      return number
    },
    numberOfEarlier: (list) => (last?.kind === list.kind ? last.number : own(inner.numberOfEarlier(list))),
    part: () => inner.part(),
    write(finder) {
      if (!used) return
      const ours = shifted(new TextDecoder().decode(inner.part()), abstracts, numbers)
      const name = finder.find('numbering')
      if (name === undefined) {
        const all = ours.abstracts + ours.numbers
        finder.make('numbering', new TextDecoder().decode(wholePart('w:numbering', ['w'], all)))
        return
      }
      const declared = withPrefixes(finder.parts.text(name) ?? '', ours.abstracts + ours.numbers)
      finder.parts.setText(
        name,
        put(declared.text, declared.local(ours.abstracts), declared.local(ours.numbers)),
      )
    },
  }
  function ofStyle(properties: string): number | null {
    const id = /<(?:\w+:)?pStyle\b[^>]*\bval\s*=\s*["']([^"']*)/.exec(properties)?.[1]
    const written = attribute(child(styles.paragraph(id).numbering, 'w:numId'), 'w:val')
    const number = Number(written)
    return written !== undefined && Number.isInteger(number) && number > 0 ? number : null
  }
}

function numberIn(properties: string): number | null {
  const found = /<(?:\w+:)?numId\b[^>]*\bval\s*=\s*["'](\d+)/.exec(properties)?.[1]
  return found === undefined || found === '0' ? null : Number(found)
}

/** Our own definitions under numbers that the file has not. */
function shifted(
  text: string,
  abstracts: number,
  numbers: number,
): { readonly abstracts: string; readonly numbers: string } {
  const moved = text
    .replace(/w:abstractNumId="(\d+)"/g, (_, id: string) => `w:abstractNumId="${Number(id) + abstracts}"`)
    .replace(
      /<w:abstractNumId w:val="(\d+)"/g,
      (_, id: string) => `<w:abstractNumId w:val="${Number(id) + abstracts}"`,
    )
    .replace(/<w:num w:numId="(\d+)"/g, (_, id: string) => `<w:num w:numId="${Number(id) + numbers}"`)
  const first = moved.indexOf('<w:num ')
  return {
    abstracts: moved.slice(moved.indexOf('<w:abstractNum '), first),
    numbers: moved.slice(first, moved.lastIndexOf('</w:numbering>')),
  }
}

/** Definitions come before the numbers that use them, and those before the clean-up mark. */
function put(text: string, abstracts: string, numbers: string): string {
  const rows = elements(parseXmlText(text, { budget: createXmlBudget() }))
  const first = rows.find((row) => row.name === 'w:num' || row.name === 'w:numIdMacAtCleanup')
  const end = rows.find((row) => row.name === 'w:numIdMacAtCleanup')
  if (!first) return appended(text, abstracts + numbers)
  const head = { from: first.start, to: first.start, xml: abstracts }
  return end
    ? edited(text, [head, { from: end.start, to: end.start, xml: numbers }])
    : appended(edited(text, [head]), numbers)
}
