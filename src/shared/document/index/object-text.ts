import type { Node } from 'prosemirror-model'
import { PRESERVED_NOUNS } from '../../names.ts'
import type { PreservedKind } from '../word-attributes.ts'

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
      return text === '' ? `[${PRESERVED_NOUNS[node.attrs['kind'] as PreservedKind][0]}]` : `[${text}]`
    }
    default:
      return '\n'
  }
}
