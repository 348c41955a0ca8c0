import type { Node } from 'prosemirror-model'

/** How an inline object reads in a list of changes, or in the words that a comment holds on to. */
export function objectText(node: Node): string {
  switch (node.type.name) {
    case 'image': {
      const alt = String(node.attrs['alt'] ?? '')
      return alt === '' ? '[image]' : `[image: ${alt}]`
    }
    case 'footnote':
      return `[${node.attrs['endnote'] === true ? 'endnote' : 'footnote'}: ${node.textBetween(0, node.content.size, ' ', ' ')}]`
    case 'preserved': {
      const text = String(node.attrs['text'] ?? '')
      return text === '' ? `[${String(node.attrs['kind'])}]` : `[${text}]`
    }
    default:
      return '\n'
  }
}
