import type { Node } from 'prosemirror-model'
import { attribute, child, elements, sliceOf } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'
import { withoutLinkFields } from './source-links.ts'
import type { SourceParagraph, SourcePlace } from './source-types.ts'
import type { Trace } from './trace.ts'

/** Elements between runs that mark a place, with what the two ends of a range have in common. */
const POINTS: ReadonlyMap<string, string> = new Map([
  ['w:bookmarkStart', 'bookmark'],
  ['w:bookmarkEnd', 'bookmark'],
  ['w:permStart', 'permission'],
  ['w:permEnd', 'permission'],
  ['w:commentRangeStart', 'comment'],
  ['w:commentRangeEnd', 'comment'],
])
/** The same within runs. */
const RUN_POINTS = new Set([
  'w:fldChar',
  'w:instrText',
  'w:delInstrText',
  'w:commentReference',
  'w:footnoteRef',
  'w:endnoteRef',
  'w:annotationRef',
])
/** What is put around runs, and what of it comes before its content. */
const WRAPPERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['w:sdt', ['w:sdtPr', 'w:sdtEndPr']],
  ['w:smartTag', ['w:smartTagPr']],
  ['w:customXml', ['w:customXmlPr']],
  ['w:dir', []],
  ['w:bdo', []],
  ['w:fldSimple', ['w:fldData']],
])

/** `text`: that of the part in which the element stands. */
export function readSourceParagraph(
  node: Node,
  element: XmlElement,
  text: string,
  trace: Trace,
): SourceParagraph {
  const places: SourcePlace[] = []
  walk(element, { text, trace, places })
  const properties = child(element, 'w:pPr')
  return {
    node,
    xml: sliceOf(text, element),
    tag: tagOf(text, element),
    properties: properties ? sliceOf(text, properties) : '',
    places: withoutLinkFields(places, node),
  }
}

type Walk = {
  readonly text: string
  readonly trace: Trace
  readonly places: SourcePlace[]
  /** First tags of the tracked changes around a place. */
  readonly tracked?: readonly string[]
}

const TRACKED = /^w:(?:ins|del|moveFrom|moveTo)$/

/** One side of a move is more than a place: it is only inserted or deleted there. */
function trackedTag(tag: string): string {
  return tag.replace(/^<((?:[\w.-]+:)?)moveFrom\b/, '<$1del').replace(/^<((?:[\w.-]+:)?)moveTo\b/, '<$1ins')
}

/** The first tag of an element, as one that has an end. */
export function tagOf(text: string, element: XmlElement): string {
  const tag = /^<(?:[^"'>]|"[^"]*"|'[^']*')*>/.exec(text.slice(element.start, element.end))?.[0] ?? ''
  return tag.replace(/\s*\/>$/, '>')
}

function walk(parent: XmlElement, walking: Walk): void {
  for (const element of elements(parent)) {
    const range = walking.trace.inline.get(element)
    if (!range) continue
    const group = POINTS.get(element.name)
    const wrapper = WRAPPERS.get(element.name)
    if (group !== undefined) point(element, range[0], `${group} ${attribute(element, 'w:id') ?? ''}`, walking)
    else if (element.name === 'w:r') walkRun(element, walking)
    else if (wrapper) wrap(element, range, wrapper, walking)
    else if (TRACKED.test(element.name)) {
      const tag = trackedTag(tagOf(walking.text, element))
      walk(element, { ...walking, tracked: [...(walking.tracked ?? []), tag] })
    } else walk(element, walking)
  }
}

function point(element: XmlElement, offset: number, pair: string | null, walking: Walk): void {
  const { start, end } = element
  const xml = sliceOf(walking.text, element)
  walking.places.push({ kind: 'point', name: element.name, offset, pair, xml, from: start, to: end })
}

/** What marks a place in a run gets a run of its own there, with the properties of that run. */
function walkRun(run: XmlElement, { text, trace, places, tracked = [] }: Walk): void {
  const properties = child(run, 'w:rPr')
  const head = tagOf(text, run) + (properties ? sliceOf(text, properties) : '')
  const name = /^<([^\s/>]+)/.exec(head)?.[1] ?? 'w:r'
  for (const element of elements(run)) {
    const range = trace.inline.get(element)
    if (!range || range[0] !== range[1] || !RUN_POINTS.has(element.name)) continue
    const pair = element.name === 'w:commentReference' ? `comment ${attribute(element, 'w:id') ?? ''}` : null
    const own = `${head}${sliceOf(text, element)}</${name}>`
    const xml = tracked.reduceRight((so, tag) => `${tag}${so}</${/^<([^\s/>]+)/.exec(tag)?.[1] ?? ''}>`, own)
    const { start: from, end: to } = elements(run).length - (properties ? 1 : 0) === 1 ? run : element
    places.push({ kind: 'point', name: element.name, offset: range[0], pair, xml, from, to })
  }
}

/** The content control or the like around words; one without words, or that was not looked into, is a point. */
function wrap(
  element: XmlElement,
  [from, to]: readonly [number, number],
  properties: readonly string[],
  walking: Walk,
): void {
  const { text, trace, places } = walking
  const holder = child(element, 'w:sdtContent') ?? element
  const content = elements(holder).filter((one) => !properties.includes(one.name))
  const first = content[0]
  const last = content.at(-1)
  if (!content.some((one) => trace.inline.has(one)) || !first || !last) {
    if (from === to) point(element, from, null, walking)
    return
  }
  if (element.name === 'w:fldSimple' && /^\s*HYPERLINK\b/i.test(attribute(element, 'w:instr') ?? '')) {
    walk(element, walking)
    return
  }
  const pair = `${element.name} ${element.start}`
  const open = { name: element.name, pair, from: element.start, to: first.start }
  const close = { name: element.name, pair, from: last.end, to: element.end }
  places.push({ kind: 'open', offset: from, xml: text.slice(open.from, open.to), ...open })
  walk(holder, walking)
  places.push({ kind: 'close', offset: to, xml: text.slice(close.from, close.to), ...close })
}
