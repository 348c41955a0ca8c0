import type { Node } from 'prosemirror-model'
import { TextSelection } from 'prosemirror-state'
import type { Decoration, EditorView, NodeView, ViewMutationRecord } from 'prosemirror-view'
import { schema } from '../../../shared/document/schema.ts'
import { deletionOf } from '../../../shared/document/tracking-state.ts'
import type { PreservedAttrs } from '../../../shared/document/word-attributes.ts'
import { isEndnote } from './place.ts'
import { roman } from '../../../shared/roman.ts'

/** What the plugin says of a note, by a decoration. */
export type NoteState = { readonly number: number; readonly isOpen: boolean }

function stateOf(decorations: readonly Decoration[]): NoteState {
  for (const { spec } of decorations) {
    const state = spec as Partial<NoteState>
    if (state.number !== undefined) return { number: state.number, isOpen: state.isOpen ?? false }
  }
  return { number: 0, isOpen: false }
}

/** What a reader sees of something that is kept as it is; a space for what is no words. */
function keptWords(node: Node): string {
  return node.type === schema.nodes.preserved ? (node.attrs as PreservedAttrs).text : ' '
}

/** The words of a note that are not deleted. */
function wordsOf(note: Node): string {
  const words: string[] = []
  note.forEach((paragraph) => {
    paragraph.forEach((node) => {
      if (!deletionOf(node.marks)) words.push(node.text ?? keptWords(node))
    })
    words.push(' ')
  })
  return words.join('').replace(/\s+/g, ' ').trim()
}

/**
 * A footnote: its number in the line, and below the line its text, while the caret is in it. The text is part of the
 * document like any other, so that everything that is done in it is tracked.
 */
export class NoteView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement
  private readonly sign: HTMLElement
  private readonly view: EditorView
  private readonly getPos: () => number | undefined
  private node: Node
  private isOpen = false

  constructor(
    node: Node,
    view: EditorView,
    getPos: () => number | undefined,
    decorations: readonly Decoration[],
  ) {
    this.node = node
    this.view = view
    this.getPos = getPos
    this.dom = document.createElement('span')
    this.dom.className = 'note'
    this.sign = this.dom.appendChild(document.createElement('sup'))
    this.sign.className = 'note-sign'
    this.sign.contentEditable = 'false'
    this.sign.setAttribute('role', 'button')
    this.sign.addEventListener('mousedown', this.toggle)
    this.contentDOM = this.dom.appendChild(document.createElement('span'))
    this.contentDOM.className = 'note-text'
    this.contentDOM.setAttribute('role', 'note')
    this.draw(stateOf(decorations))
  }

  update(node: Node, decorations: readonly Decoration[]): boolean {
    if (node.type !== this.node.type) return false
    this.node = node
    this.draw(stateOf(decorations))
    return true
  }

  stopEvent(event: Event): boolean {
    return event.target === this.sign && event.type === 'mousedown'
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target)
  }

  private draw({ number, isOpen }: NoteState): void {
    this.isOpen = isOpen
    const words = wordsOf(this.node)
    // ProseMirror has classes of its own on it.
    this.dom.classList.toggle('note-open', isOpen)
    const isEnd = isEndnote(this.node)
    const name = `${isEnd ? 'endnote' : 'footnote'} ${String(number)}`
    const sign = isEnd ? roman(number) : String(number)
    if (this.sign.textContent !== sign) this.sign.textContent = sign
    this.sign.setAttribute('aria-label', `${name}: ${words === '' ? 'empty' : words}`)
    this.sign.setAttribute('aria-expanded', String(isOpen))
    this.contentDOM.setAttribute('aria-label', `Text of ${name}`)
    this.contentDOM.dataset['number'] = sign
    this.contentDOM.dataset['footnote'] = isEnd ? 'end' : ''
  }

  private readonly toggle = (event: MouseEvent): void => {
    const position = this.getPos()
    if (position === undefined || event.button !== 0) return
    event.preventDefault()
    const { state } = this.view
    const end = position + this.node.nodeSize
    const selection = this.isOpen
      ? TextSelection.create(state.doc, end)
      : TextSelection.near(state.doc.resolve(end - 1), -1)
    this.view.focus()
    this.view.dispatch(state.tr.setSelection(selection))
  }
}
