import { NAMESPACES } from '../../../opc/namespaces.ts'
import type { Prefix } from '../../../opc/namespaces.ts'
import type { Xml } from '../../../opc/xml-write.ts'

/** Changes of the text of a part that leave alone what they do not name. */

export type Edit = { readonly from: number; readonly to: number; readonly xml: Xml }

/** Edits may not overlap; those at one place come in their order. */
export function edited(text: string, edits: readonly Edit[]): string {
  let result = ''
  let at = 0
  for (const { from, to, xml } of edits.toSorted((a, b) => a.from - b.from)) {
    if (from < at) continue
    result += text.slice(at, from) + xml
    at = to
  }
  return result + text.slice(at)
}

type Root = {
  readonly from: number
  readonly to: number
  readonly name: string
  readonly isEmpty: boolean
  readonly attributes: ReadonlyMap<string, string>
}

const ROOT = /<([A-Za-z_][^\s/>]*)((?:[^"'>]|"[^"]*"|'[^']*')*?)(\/?)>/
const BEFORE_ROOT = /^(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/

/** The first tag of a part. */
export function rootOf(text: string): Root {
  const head = BEFORE_ROOT.exec(text)?.[0].length ?? 0
  const found = ROOT.exec(text.slice(head))
  const [whole = '', name = '', written = '', empty] = found ?? []
  const attributes = new Map(
    [...written.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
      ([, key = '', one, other]) => [key, one ?? other ?? ''] as const,
    ),
  )
  return { from: head, to: head + whole.length, name, isEmpty: empty === '/', attributes }
}

/** What stands before the end of the root, where `xml` is put; an empty root gets an end. */
export function appended(text: string, xml: Xml): string {
  if (xml === '') return text
  const root = rootOf(text)
  if (root.isEmpty) {
    const tag = text.slice(root.from, root.to).replace(/\s*\/>$/, '>')
    return `${text.slice(0, root.from)}${tag}${xml}</${root.name}>${text.slice(root.to)}`
  }
  const end = text.lastIndexOf(`</${root.name}`)
  return end < 0 ? text : text.slice(0, end) + xml + text.slice(end)
}

/** Newer Words mark with these what older ones may pass over. */
const MAY_BE_IGNORED = /^w1[4-9]/

/**
 * Says at the root what the prefixes mean that `xml` uses. `local`: declarations for each element of its own, where the
 * file means something else by a prefix of ours.
 */
export function withPrefixes(
  text: string,
  xml: Xml,
): { readonly text: string; readonly local: (xml: Xml) => Xml } {
  const root = rootOf(text)
  const used = (Object.keys(NAMESPACES) as Prefix[]).filter((prefix) =>
    new RegExp(`[<\\s/]${prefix}:[A-Za-z]`).test(xml),
  )
  const strange = used.filter((prefix) => {
    const meant = root.attributes.get(`xmlns:${prefix}`)
    return meant !== undefined && meant !== NAMESPACES[prefix]
  })
  const missing = used.filter((prefix) => !root.attributes.has(`xmlns:${prefix}`))
  const ignored = missing.filter((prefix) => MAY_BE_IGNORED.test(prefix))
  const declared = strange.map((prefix) => ` xmlns:${prefix}="${NAMESPACES[prefix]}"`).join('')
  return {
    text: missing.length === 0 ? text : declare(text, root, missing, ignored),
    local: (piece) => (declared === '' ? piece : topTags(piece, declared)),
  }
}

function declare(text: string, root: Root, missing: readonly Prefix[], ignored: readonly Prefix[]): string {
  const mc = [...root.attributes].find(([, value]) => value === NAMESPACES.mc)?.[0].slice('xmlns:'.length)
  const needsMc = ignored.length > 0 && mc === undefined
  const all: readonly Prefix[] = needsMc && !missing.includes('mc') ? [...missing, 'mc'] : missing
  let tag = text.slice(root.from, root.to)
  const declared = all.map((prefix) => ` xmlns:${prefix}="${NAMESPACES[prefix]}"`).join('')
  const name = `${mc ?? 'mc'}:Ignorable`
  const before = root.attributes.get(name)
  if (ignored.length > 0 && before !== undefined) {
    tag = tag.replace(new RegExp(`(${name}\\s*=\\s*["'])`), `$1${ignored.join(' ')} `)
  }
  const said = ignored.length > 0 && before === undefined ? ` ${name}="${ignored.join(' ')}"` : ''
  tag = `<${root.name}${declared}${said}${tag.slice(root.name.length + 1)}`
  return text.slice(0, root.from) + tag + text.slice(root.to)
}

const TAG = /<(\/?)([^\s/>!?]+)((?:"[^"]*"|'[^']*'|[^"'>])*?)(\/?)>/g

/** Puts attributes into the first tag of each element that a text is made of. */
function topTags(xml: Xml, attributes: string): Xml {
  let depth = 0
  return xml.replace(TAG, (whole, slash: string, name: string, rest: string, empty: string) => {
    if (slash === '/') {
      depth -= 1
      return whole
    }
    const isTop = depth === 0
    if (empty !== '/') depth += 1
    return isTop ? `<${name}${attributes}${rest}${empty}>` : whole
  })
}
