import type { Node } from 'prosemirror-model'

/** What an object that is no text is compared by: what it is, and of a picture or something kept, which. */
export function objectName(node: Node): string {
  const { blob, key, kind, text, endnote } = node.attrs as Readonly<
    Record<string, string | boolean | undefined>
  >
  const said = [blob, key, kind, text, endnote === true ? 'endnote' : undefined]
  return [node.type.name, ...said.filter((one) => one !== undefined)].join(':')
}
