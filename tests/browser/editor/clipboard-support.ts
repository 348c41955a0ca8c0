import type { ParagraphAttrs } from '../../../src/shared/document/attributes.ts'
import { openDesk, paragraphs } from './support.ts'
import type { Desk } from './support.ts'

/** What the clipboard tests copy, cut and paste with. */

export function fire(desk: Desk, type: 'copy' | 'cut' | 'paste', data = new DataTransfer()): DataTransfer {
  const view = desk.element.querySelector('.ProseMirror')
  view?.dispatchEvent(new ClipboardEvent(type, { clipboardData: data, bubbles: true, cancelable: true }))
  return data
}

export function html(text: string): DataTransfer {
  const data = new DataTransfer()
  data.setData('text/html', text)
  return data
}

export function plain(text: string): DataTransfer {
  const data = new DataTransfer()
  data.setData('text/plain', text)
  return data
}

/** The final text after a paste into an empty article, a paragraph a line: its style, its list, its marks. */
export async function pasted(data: DataTransfer): Promise<string[]> {
  const desk = openDesk(paragraphs(''), { mode: 'edit' })
  desk.select(0, 0)
  fire(desk, 'paste', data)
  const doc = await desk.stored()
  doc.check()
  desk.close()
  return doc.children.map((block) => {
    if (!block.isTextblock) return block.type.name
    const { style, list } = block.attrs as ParagraphAttrs
    const number = list?.start === undefined ? '' : ` from ${list.start}`
    const item = list ? ` ${list.kind} ${list.level}${number}` : ''
    const text = block.children.map((node) => {
      const marks = node.marks.map((mark) => mark.type.name).join(' ')
      const words = node.isText ? (node.text ?? '') : '|'
      return marks === '' ? words : `[${words}:${marks}]`
    })
    return `${style}${item}: ${text.join('')}`
  })
}
