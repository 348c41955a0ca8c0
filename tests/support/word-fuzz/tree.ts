/** XML as a tree of tags and text, just well enough to be spoiled and written again. */
export type Element = { name: string; attributes: string; children: Child[] }
export type Child = Element | string

export function parseTree(xml: string): Element {
  const root: Element = { name: '', attributes: '', children: [] }
  const open: Element[] = [root]
  for (const [token] of xml.matchAll(/<[^>]*>|[^<]+/g)) {
    const parent = open.at(-1) ?? root
    if (!token.startsWith('<') || /^<[?!]/.test(token)) parent.children.push(token)
    else if (token.startsWith('</')) {
      if (open.length > 1) open.pop()
    } else {
      const [, name = '', attributes = '', end = ''] = /^<([^\s/>]+)([^]*?)(\/?)>$/.exec(token) ?? []
      const element: Element = { name, attributes, children: [] }
      parent.children.push(element)
      if (end === '') open.push(element)
    }
  }
  return root
}

export function printTree(child: Child): string {
  if (typeof child === 'string') return child
  const inner = child.children.map(printTree).join('')
  if (child.name === '') return inner
  const head = `${child.name}${child.attributes}`
  return inner === '' ? `<${head}/>` : `<${head}>${inner}</${child.name}>`
}

/** Every element under this one, with the one that holds it. */
export function allElements(
  root: Element,
): readonly { readonly element: Element; readonly parent: Element }[] {
  const found: { element: Element; parent: Element }[] = []
  const walk = (parent: Element): void => {
    for (const child of parent.children) {
      if (typeof child === 'string') continue
      found.push({ element: child, parent })
      walk(child)
    }
  }
  walk(root)
  return found
}
