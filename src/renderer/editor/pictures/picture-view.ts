import type { Node } from 'prosemirror-model'
import type { NodeView } from 'prosemirror-view'
import type { ImageAttrs } from '../../../shared/document/attributes.ts'
import { pictureAddress } from '../../../shared/picture-address.ts'

/** A picture of the library; where its bytes are missing, a frame that says what it shows. */
export class PictureView implements NodeView {
  readonly dom: HTMLElement
  private node: Node

  constructor(node: Node) {
    this.node = node
    this.dom = document.createElement('span')
    this.dom.className = 'picture'
    this.draw()
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false
    const isSame = node.sameMarkup(this.node)
    this.node = node
    if (!isSame) this.draw()
    return true
  }

  private draw(): void {
    const { blob, alt, width, height } = this.node.attrs as ImageAttrs
    const image = document.createElement('img')
    image.alt = alt
    image.draggable = false
    if (width !== null) image.width = width
    if (height !== null) image.height = height
    image.addEventListener('error', () => this.drawMissing(image))
    image.src = pictureAddress(blob)
    this.dom.replaceChildren(image)
  }

  private drawMissing(image: HTMLImageElement): void {
    const frame = document.createElement('span')
    frame.className = 'picture-missing'
    frame.setAttribute('role', 'img')
    const what = image.alt === '' ? 'Picture' : `Picture: ${image.alt}`
    frame.textContent = `${what} (its file is not in this library)`
    if (image.isConnected) this.dom.replaceChildren(frame)
  }
}
