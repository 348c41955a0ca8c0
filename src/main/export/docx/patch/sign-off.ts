import type { WordSource } from '../../../import/docx/source-types.ts'
import { tag } from '../../../opc/xml-write.ts'
import type { Xml } from '../../../opc/xml-write.ts'
import type { WordContent } from '../content.ts'
import type { Numbers } from '../numbers.ts'
import { signOffPage } from '../sign-off/page.ts'
import { edited } from './surgery.ts'

/** The text of the file without the sign-off page that it came with; left as it is where nothing is said of one. */
export function withoutSignOff(source: WordSource, content: WordContent): WordSource {
  if (content.signOff === undefined || source.signOff.length === 0) return source
  const cuts = source.signOff.toSorted((a, b) => a.from - b.from)
  const text = edited(
    source.text,
    cuts.map(({ from, to }) => ({ from, to, xml: '' })),
  )
  const shift = (at: number): number =>
    at - cuts.reduce((sum, cut) => sum + (cut.to <= at ? cut.to - cut.from : 0), 0)
  const units = source.units.map((unit) => ({ ...unit, from: shift(unit.from), to: shift(unit.to) }))
  return { ...source, text, units, signOff: [] }
}

const SECTION = /<((?:[\w.-]+:)?sectPr)\b(?:(?:[^"'>/]|"[^"]*"|'[^']*')*\/>|[\s\S]*?<\/\1>)/g
const END = /<\/(?:[\w.-]+:)?body\s*>/

/** The page stands last, before the section of the whole text, which it takes over. */
export function withSignOff(body: Xml, content: WordContent, numbers: Numbers): Xml {
  if (!content.signOff) return body
  const end = END.exec(body)?.index ?? body.length
  const last = [...body.slice(0, end).matchAll(SECTION)].at(-1)
  const isLast = last !== undefined && body.slice(last.index + last[0].length, end).trim() === ''
  const section = isLast ? last[0] : tag('w:sectPr', {})
  const at = isLast ? last.index : end
  return body.slice(0, at) + signOffPage(content.signOff, section, numbers) + body.slice(at)
}
