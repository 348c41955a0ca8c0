import type { Node } from 'prosemirror-model'
import type { NodeView } from 'prosemirror-view'
import type { PreservedAttrs } from '../../../shared/document/word-attributes.ts'
import { PRESERVED_NOUNS } from '../../../shared/names.ts'
import { chipLabel } from './chip-words.ts'

/**
 * Something of a Word file that is kept as it is: its kind, and what a reader sees of it. What it is made of is not in
 * the text, so there is nothing in it that could be edited.
 */
export class ChipView implements NodeView {
  readonly dom: HTMLElement
  private node: Node

  constructor(node: Node) {
    this.node = node
    this.dom = document.createElement('span')
    this.dom.className = 'chip'
    this.dom.contentEditable = 'false'
    this.dom.setAttribute('role', 'img')
    this.draw()
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false
    const isSame = node.sameMarkup(this.node)
    this.node = node
    if (!isSame) this.draw()
    return true
  }

  ignoreMutation(): boolean {
    return true
  }

  private draw(): void {
    const { kind, text } = this.node.attrs as PreservedAttrs
    const label = chipLabel({ kind, text })
    this.dom.dataset['chip'] = kind
    this.dom.setAttribute('aria-label', label)
    this.dom.title = label
    const name = document.createElement('span')
    name.className = 'chip-kind'
    name.textContent = PRESERVED_NOUNS[kind][0]
    const words = document.createElement('bdi')
    words.className = 'chip-words'
    words.textContent = text
    this.dom.replaceChildren(name, ...(text.trim() === '' ? [] : [words]))
  }
}
