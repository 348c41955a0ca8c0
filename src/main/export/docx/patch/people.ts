import { attribute, createXmlBudget, elements, parseXmlText } from '../../../opc/xml.ts'
import { part as wholePart } from '../../../opc/xml-write.ts'
import { personRow } from '../people.ts'
import type { PartFinder } from './part-finder.ts'
import { appended, withPrefixes } from './surgery.ts'

/** Adds those whose changes or comments the file had not. */
export function addPeople(names: ReadonlySet<string>, finder: PartFinder): void {
  const part = finder.find('people')
  const text = part === undefined ? '' : (finder.parts.text(part) ?? '')
  const rows = text === '' ? [] : elements(parseXmlText(text, { budget: createXmlBudget() }))
  const known = new Set(rows.map((row) => attribute(row, 'w15:author')))
  const added = [...names].filter((name) => !known.has(name)).sort()
  if (added.length === 0) return
  const xml = added.map(personRow).join('')
  if (part === undefined) {
    finder.make('people', new TextDecoder().decode(wholePart('w15:people', ['w15'], xml)))
    return
  }
  const declared = withPrefixes(text, xml)
  finder.parts.setText(part, appended(declared.text, declared.local(xml)))
}
