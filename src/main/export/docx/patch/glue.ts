import type { SourceUnit } from '../../../import/docx/source-types.ts'
import type { Xml } from '../../../opc/xml-write.ts'

/** The text of the main part between its blocks. */
export type Glue = {
  /** `texts`: of each unit; `before`: new text before the first; `kept`: units of which anything is left. */
  join(texts: readonly Xml[], before: Xml, kept: ReadonlySet<number>): Xml
}

/** What may stand around blocks and is nothing without them; the text itself stays. */
const WRAPPERS = /(^|:)(sdt|sdtContent|customXml|ins|del|moveFrom|moveTo)$/

type Wrapper = {
  readonly name: string
  /** Its tag and its properties, in the gap before its first unit. */
  readonly open: Span
  readonly first: number
}
type Span = { readonly from: number; readonly to: number }

/** A tag, a comment or an instruction. */
const TOKEN = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([^\s/>]+)(?:[^"'>]|"[^"]*"|'[^']*')*?(\/?)>/g

/** Properties of what is put around blocks; they go where it goes. */
const PROPERTIES = /(^|:)(sdtPr|sdtEndPr|customXmlPr)$/

export function createGlue(text: string, units: readonly SourceUnit[]): Glue {
  const gaps = gapsOf(text, units)
  return {
    join(texts, before, kept) {
      const removed = kept.size === units.length ? [] : emptied(text, units, gaps, kept, texts)
      const pieces = gaps.map((gap) => without(text, gap, removed))
      const [head = '', ...rest] = pieces
      if (units.length === 0) return insertInBody(head, before)
      return head + before + rest.map((piece, index) => `${texts[index] ?? ''}${piece}`).join('')
    },
  }
}

function gapsOf(text: string, units: readonly SourceUnit[]): readonly Span[] {
  const starts = [0, ...units.map((unit) => unit.to)]
  const ends = [...units.map((unit) => unit.from), text.length]
  return starts.map((from, index) => ({ from, to: ends[index] ?? from }))
}

/** Tags of content controls and the like of which every block went. Word takes none without content. */
function emptied(
  text: string,
  units: readonly SourceUnit[],
  gaps: readonly Span[],
  kept: ReadonlySet<number>,
  texts: readonly Xml[],
): readonly Span[] {
  const open: Wrapper[] = []
  const removed: Span[] = []
  for (const [index, gap] of gaps.entries()) {
    let depth = 0
    let properties: number | null = null
    for (const token of text.slice(gap.from, gap.to).matchAll(TOKEN)) {
      const [whole, slash, name = '', empty] = token
      const span = { from: gap.from + token.index, to: gap.from + token.index + whole.length }
      if (name === '' || empty === '/') continue
      if (slash === '') {
        if (PROPERTIES.test(name) && properties === null) properties = depth
        depth += 1
        open.push({ name, open: span, first: index })
        continue
      }
      const wrapper = open.pop()
      depth -= 1
      if (!wrapper) continue
      const isInner = wrapper.first === index
      if (PROPERTIES.test(name) && properties !== null && depth <= properties) {
        properties = null
        const parent = open.at(-1)
        if (parent && isInner)
          open[open.length - 1] = { ...parent, open: { from: parent.open.from, to: span.to } }
        continue
      }
      if (isInner || !WRAPPERS.test(wrapper.name)) continue
      const inside = units.slice(wrapper.first, index)
      const isLeft = inside.some(
        (_, at) => kept.has(wrapper.first + at) || (texts[wrapper.first + at] ?? '') !== '',
      )
      if (!isLeft) removed.push(wrapper.open, span)
    }
  }
  return removed.sort((a, b) => a.from - b.from)
}

function without(text: string, gap: Span, removed: readonly Span[]): Xml {
  let at = gap.from
  let result = ''
  for (const span of removed) {
    if (span.from < at || span.to > gap.to) continue
    result += text.slice(at, span.from)
    at = span.to
  }
  return result + text.slice(at, gap.to)
}

/** A body without a block has its end, or its section, right after its tag. */
function insertInBody(text: Xml, xml: Xml): Xml {
  if (xml === '') return text
  const body = /<((?:[\w.-]+:)?body)((?:[^"'>]|"[^"]*"|'[^']*')*?)(\/?)>/.exec(text)
  if (!body) return text
  const at = body.index + body[0].length
  const [, name = '', attributes = '', empty] = body
  if (empty !== '/') return text.slice(0, at) + xml + text.slice(at)
  return `${text.slice(0, body.index)}<${name}${attributes}>${xml}</${name}>${text.slice(at)}`
}
