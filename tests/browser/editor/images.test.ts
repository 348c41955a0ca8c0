import { afterEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Node } from 'prosemirror-model'
import { schema } from '../../../src/shared/document/schema.ts'
import { playBothWays } from './both-ways.ts'
import { openDesk } from './support.ts'
import type { Desk } from './support.ts'

const desks: Desk[] = []
function open(doc: Node, options: Parameters<typeof openDesk>[1] = {}): Desk {
  const desk = openDesk(doc, options)
  desks.push(desk)
  return desk
}
afterEach(() => {
  for (const desk of desks.splice(0)) desk.close()
})

const { doc, para, image, table, row, cell } = schema.nodes
const ONE = '1'.repeat(64)
const TWO = '2'.repeat(64)
const p = (...content: readonly (string | Node)[]) =>
  para.create(
    null,
    content.map((one) => (typeof one === 'string' ? schema.text(one) : one)),
  )
const picture = (blob: string) => ({ blob, alt: 'Boats at the quay', width: 300, height: 200, caption: '' })
const SHOWN = doc.create(null, [
  p('Nine ', image.create({ blob: ONE, alt: 'A dam' }), ' boats.'),
  p('Later.'),
])

/** Style and text of paragraphs, with pictures by the first digit of their name. */
function read(node: Node): string[] {
  const lines: string[] = []
  node.descendants((child) => {
    if (!child.isTextblock) return true
    const words = child.children.map((one) =>
      one.type === image ? `<${String(one.attrs['blob']).slice(0, 1)}>` : one.text,
    )
    lines.push(`${String(child.attrs['style'])}: ${words.join('')}`)
    return false
  })
  return lines
}

async function bothWays(base: Node, act: (desk: Desk) => Promise<void> | void): Promise<string[]> {
  return read(await playBothWays(open, base, act))
}

const keys = (text: string) => userEvent.keyboard(text)

test('a picture comes below the paragraph of the caret, its caption below it', async () => {
  const final = await bothWays(doc.create(null, [p('Nine boats.'), p('Later.')]), async (desk) => {
    desk.select(0, 4)
    expect(desk.editor.insertPicture({ ...picture(ONE), caption: ' The quay ' })).toBe(true)
    await keys(' at noon')
  })
  expect(final).toEqual(['body: Nine boats.', 'body: <1>', 'caption: The quay at noon', 'body: Later.'])
})

test('in a cell it stands in the line', async () => {
  const base = doc.create(null, [
    table.create(null, [row.create(null, [cell.create(null, [p('ab')])])]),
    p('Later.'),
  ])
  const final = await bothWays(base, (desk) => {
    desk.select(0, 1)
    expect(desk.editor.insertPicture(picture(ONE))).toBe(true)
  })
  expect(final).toEqual(['body: a<1>b', 'body: Later.'])
})

test('a selected picture is replaced by another, as a deletion and an insertion', async () => {
  const final = await bothWays(SHOWN, async (desk) => {
    desk.select(0, 4)
    await keys('{ArrowRight}{ArrowRight}')
    expect(desk.editor.insertPicture(picture(TWO))).toBe(true)
  })
  expect(final).toEqual(['body: Nine <2> boats.', 'body: Later.'])
})

test('Backspace takes a picture as one, and typing over it replaces it', async () => {
  const gone = await bothWays(SHOWN, async (desk) => {
    desk.select(0, 4)
    await keys('{ArrowRight}{ArrowRight}{ArrowRight}{Backspace}')
  })
  expect(gone).toEqual(['body: Nine  boats.', 'body: Later.'])
  const typed = await bothWays(SHOWN, async (desk) => {
    desk.select(0, 4)
    await keys('{ArrowRight}{ArrowRight}x')
  })
  expect(typed).toEqual(['body: Nine x boats.', 'body: Later.'])
})

test('one whose bytes are missing says what it shows', async () => {
  const desk = open(SHOWN)
  const frame = await vi.waitUntil(() => desk.element.querySelector('.picture-missing'))
  expect(frame.textContent).toContain('A dam')
  expect(frame.getAttribute('role')).toBe('img')
})

test('a picture that is pasted or dropped as a file is handed over; text with a picture is text', () => {
  const files: string[] = []
  const desk = open(SHOWN, { onPicture: (file) => files.push(file.name) })
  const text = desk.element.querySelector('.ProseMirror')
  const paste = (...types: readonly string[]) => {
    const data = new DataTransfer()
    data.items.add(new File([new Uint8Array([1])], 'boats.png', { type: 'image/png' }))
    for (const type of types) data.setData(type, 'words')
    text?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    return data
  }
  desk.select(1, 0)
  const dataTransfer = paste()
  expect(files).toEqual(['boats.png'])
  paste('text/plain')
  expect(files).toEqual(['boats.png'])
  const { left, top } = text?.getBoundingClientRect() ?? { left: 0, top: 0 }
  const drop = new DragEvent('drop', {
    dataTransfer,
    bubbles: true,
    cancelable: true,
    clientX: left + 20,
    clientY: top + 10,
  })
  text?.dispatchEvent(drop)
  expect(files).toEqual(['boats.png', 'boats.png'])
  expect(drop.defaultPrevented).toBe(true)
})
