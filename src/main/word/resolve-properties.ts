import { child, elements, sliceOf } from '../opc/xml.ts'
import type { XmlElement } from '../opc/xml.ts'
import type { Resolving } from './resolve-context.ts'
import { changeOf, fateOf } from './resolve-names.ts'
import { frameOf, prefixOf } from './resolve-raw.ts'

/** Properties that stay beside those which a rejected change restores. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': ['w:rPr', 'w:sectPr'],
  'w:sectPr': ['w:headerReference', 'w:footerReference'],
}
/** Properties that an element must have, be they empty. */
const NEEDED: ReadonlySet<string> = new Set(['w:tblPr', 'w:tblGrid', 'w:sectPr'])

/** Properties as they are once their change is decided; empty where none are left. */
export function resolveProperties(element: XmlElement, resolving: Resolving): string {
  const { text } = resolving
  if (!resolving.touched.has(element)) return sliceOf(text, element)
  const inner = settledChildren(element, resolving)
    .map((property) => resolveProperty(property, resolving))
    .join('')
  const merge = element.name === 'w:tcPr' ? settledMerge(element, resolving) : ''
  const whole = merge === '' ? inner : withMerge(inner, merge)
  if (whole === '' && !NEEDED.has(element.name)) return ''
  const { open, close } = frameOf(text, element)
  return `${open}${whole}${close}`
}

/** Those of now, or those that rejecting restores. */
function settledChildren(element: XmlElement, { side }: Resolving): readonly XmlElement[] {
  const name = changeOf(element.name)
  const change = name === undefined ? undefined : child(element, name)
  const now = elements(element).filter((one) => one !== change)
  if (!change || side === 'accept') return now
  const before = elements(elements(change)[0])
  const stay = BESIDE[element.name] ?? []
  const beside = now.filter((one) => stay.includes(one.name))
  return element.name === 'w:sectPr' ? [...beside, ...before] : [...before, ...beside]
}

function resolveProperty(property: XmlElement, resolving: Resolving): string {
  if (!resolving.touched.has(property)) return sliceOf(resolving.text, property)
  if (changeOf(property.name) !== undefined) return resolveProperties(property, resolving)
  // Marks of a ¶, a row or a cell; what they say has been heard where these stand.
  if (property.name !== 'w:numPr') return ''
  if (resolving.side === 'reject' && child(property, 'w:ins')) return ''
  const inner = elements(property).filter((one) => one.name !== 'w:ins' && one.name !== 'w:numberingChange')
  const { open, close } = frameOf(resolving.text, property)
  return `${open}${inner.map((one) => sliceOf(resolving.text, one)).join('')}${close}`
}

/** The w:vMerge that a tracked merge of cells comes to; empty for none. */
function settledMerge(properties: XmlElement, { side, text }: Resolving): string {
  const tracked = child(properties, 'w:cellMerge')
  if (!tracked) return ''
  const now = tracked.attributes.get(side === 'accept' ? 'w:vMerge' : 'w:vMergeOrig')
  if (now === undefined) return ''
  const prefix = prefixOf(text, properties)
  const attribute = prefix === '' ? 'w:' : prefix
  return `<${prefix}vMerge ${attribute}val="${now === 'rest' || now === 'restart' ? 'restart' : 'continue'}"/>`
}

/** In its place in CT_TcPr, after the width and the span. */
function withMerge(inner: string, merge: string): string {
  const rest = inner.replace(/<(?:\w+:)?vMerge\b[^>]*?(?:\/>|>\s*<\/(?:\w+:)?vMerge>)/, '')
  const before =
    /^(?:<(?:\w+:)?(?:cnfStyle|tcW|gridSpan|hMerge)\b[^>]*>(?:\s*<\/(?:\w+:)?(?:cnfStyle|tcW|gridSpan|hMerge)>)?)*/
  const head = before.exec(rest)?.[0] ?? ''
  return `${head}${merge}${rest.slice(head.length)}`
}

/** Whether an element whose properties are tracked as a whole (a ¶, a row, a run of a formula) goes. */
export function goesBy(marks: XmlElement | undefined, { side }: Resolving): boolean {
  return elements(marks).some((mark) => fateOf(mark.name, side) === 'goes')
}
