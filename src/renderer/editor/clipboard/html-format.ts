/** How letters look, as far as the text knows it: read from tags and from styles, since word processors use only styles. */
export type Format = {
  readonly strong: boolean
  readonly em: boolean
  readonly u: boolean
  readonly s: boolean
  readonly script: 'sup' | 'sub' | null
  readonly href: string | null
}

export const PLAIN: Format = { strong: false, em: false, u: false, s: false, script: null, href: null }

const BY_TAG: Readonly<Record<string, Partial<Format>>> = {
  b: { strong: true },
  strong: { strong: true },
  i: { em: true },
  em: { em: true },
  cite: { em: true },
  u: { u: true },
  s: { s: true },
  strike: { s: true },
  sup: { script: 'sup' },
  sub: { script: 'sub' },
}

const RAISED: Readonly<Record<string, Format['script']>> = { super: 'sup', sub: 'sub', baseline: null }

function isBold(weight: string): boolean {
  return weight.startsWith('bold') || Number(weight) >= 600
}

/**
 * What an element's own style says. Read as text: the page's policy forbids style attributes, and a browser that keeps
 * to it reads nothing from them.
 */
function byStyle(element: Element): Partial<Format> {
  const style = new Map(
    (element.getAttribute('style') ?? '').split(';').map((line) => {
      const [name = '', ...value] = line.toLowerCase().split(':')
      return [name.trim(), value.join(':').trim()]
    }),
  )
  const weight = style.get('font-weight')
  const slant = style.get('font-style')
  const line = style.get('text-decoration-line') ?? style.get('text-decoration') ?? ''
  const script = RAISED[style.get('vertical-align') ?? '']
  return {
    ...(weight === undefined ? {} : { strong: isBold(weight) }),
    ...(slant === undefined ? {} : { em: /italic|oblique/.test(slant) }),
    ...(line.includes('underline') ? { u: true } : {}),
    ...(line.includes('line-through') ? { s: true } : {}),
    ...(script === undefined ? {} : { script }),
  }
}

/** The format within an element. A link is not underlined, a heading not bold: that is how they look anyway. */
export function formatOf(element: HTMLElement, around: Format, inHeading: boolean): Format {
  const tag = element.localName
  const href = tag === 'a' ? element.getAttribute('href') : around.href
  const format = { ...around, ...BY_TAG[tag], ...byStyle(element), href }
  return { ...format, strong: format.strong && !inHeading, u: format.u && href === null }
}

/** Text in its format, as elements. */
export function formatted(text: string, format: Format): Node {
  let node: Node = document.createTextNode(text)
  const wrap = (tag: string): HTMLElement => {
    const element = document.createElement(tag)
    element.append(node)
    node = element
    return element
  }
  if (format.script !== null) wrap(format.script)
  for (const tag of ['s', 'u', 'em', 'strong'] as const) if (format[tag]) wrap(tag)
  if (format.href !== null) wrap('a').setAttribute('href', format.href)
  return node
}
