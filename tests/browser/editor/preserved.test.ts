import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Node } from 'prosemirror-model'
import { schema } from '../../../src/shared/document/schema.ts'
import { playBothWays } from './both-ways.ts'
import { openDesk } from './support.ts'
import type { Desk } from './support.ts'

/** What is kept of a Word file as it is, and the looks it brings along. */

const desks: Desk[] = []
function open(doc: Node, options: Parameters<typeof openDesk>[1] = {}): Desk {
  const desk = openDesk(doc, options)
  desks.push(desk)
  return desk
}
afterEach(() => {
  for (const desk of desks.splice(0)) desk.close()
})

const { doc, para, preserved, footnote, table, row, cell } = schema.nodes
const KEY = '0123456789abcdef'
const p = (...content: readonly (string | Node)[]) =>
  para.create(
    null,
    content.map((one) => (typeof one === 'string' ? schema.text(one) : one)),
  )
const formula = preserved.create({ key: KEY, kind: 'formula', text: 'E = mc²' })
const SHOWN = doc.create(null, [p('Nine ', formula, ' boats.'), p('Later.')])

function read(node: Node): string[] {
  const lines: string[] = []
  node.descendants((child) => {
    if (!child.isTextblock) return true
    lines.push(child.children.map((one) => (one.type === preserved ? '<chip>' : one.text)).join(''))
    return false
  })
  return lines
}

const keys = (text: string) => userEvent.keyboard(text)
const bothWays = async (base: Node, act: (desk: Desk) => Promise<void> | void) =>
  read(await playBothWays(open, base, act))
const chip = (desk: Desk) => desk.element.querySelector<HTMLElement>('.chip')

test('a chip shows its kind and what a reader sees of it, and is called so', () => {
  const desk = open(SHOWN)
  expect(chip(desk)?.textContent).toBe('formulaE = mc²')
  expect(chip(desk)?.getAttribute('role')).toBe('img')
  expect(chip(desk)?.getAttribute('aria-label')).toBe('formula, kept as it is: E = mc²')
  expect(chip(desk)?.isContentEditable).toBe(false)
})

test('what shows nothing of itself is called by what it is', () => {
  const end = preserved.create({ key: KEY, kind: 'pageBreak', text: '' })
  const desk = open(doc.create(null, [p('Nine boats.', end)]))
  expect(chip(desk)?.textContent).toBe('page break')
  expect(chip(desk)?.getAttribute('aria-label')).toBe('page break, kept as it is')
})

test.each([
  ['after words', p('Nine ', formula), 'Nine <chip>'],
  ['alone in its paragraph', p(formula), '<chip>'],
  ['after another', p('Nine ', formula, formula), 'Nine <chip><chip>'],
])('%s, one can type behind the chip that ends a paragraph', async (_where, paragraph, shown) => {
  const behind = async (desk: Desk) => {
    const line = desk.element.querySelector('.ProseMirror > *')
    if (!line) throw new Error('no paragraph')
    const { width } = line.getBoundingClientRect()
    await userEvent.click(line, { position: { x: width - 8, y: 8 } })
  }
  const base = doc.create(null, [paragraph, p('Later.')])
  expect(
    await bothWays(base, async (desk) => {
      await behind(desk)
      await keys('xy')
    }),
  ).toEqual([`${shown}xy`, 'Later.'])
  expect(
    await bothWays(base, async (desk) => {
      await behind(desk)
      await keys('{Home}{End}xy{Backspace}')
    }),
  ).toEqual([`${shown}x`, 'Later.'])
})

test('the arrow keys select it, which is said; Enter leaves it alone', async () => {
  const desk = open(SHOWN)
  desk.select(0, 4)
  await keys('{ArrowRight}{ArrowRight}')
  expect(chip(desk)?.classList.contains('ProseMirror-selectednode')).toBe(true)
  expect(desk.said).toEqual([
    'formula, kept as it is: E = mc². It can be moved, deleted and commented on, and is edited in Word.',
  ])
  await keys('{Enter}')
  expect(read(await desk.stored())).toEqual(['Nine <chip> boats.', 'Later.'])
})

test('Backspace takes it as one, and typing over it replaces it', async () => {
  const gone = await bothWays(SHOWN, async (desk) => {
    desk.select(0, 4)
    await keys('{ArrowRight}{ArrowRight}{ArrowRight}{Backspace}')
  })
  expect(gone).toEqual(['Nine  boats.', 'Later.'])
  const typed = await bothWays(SHOWN, async (desk) => {
    desk.select(0, 4)
    await keys('{ArrowRight}{ArrowRight}x')
  })
  expect(typed).toEqual(['Nine x boats.', 'Later.'])
})

test('what is typed on either side of it stays outside of it', async () => {
  const final = await bothWays(SHOWN, async (desk) => {
    desk.select(0, 5)
    await keys('a')
    await keys('{ArrowRight}{ArrowRight}b')
  })
  expect(final).toEqual(['Nine a<chip>b boats.', 'Later.'])
})

test('it can carry a comment, alone', async () => {
  const desk = open(SHOWN)
  desk.select(0, 4)
  await keys('{ArrowRight}{ArrowRight}')
  const edit = desk.editor.anchor('comment', 'c1')
  expect(edit).not.toBeNull()
  if (edit) desk.editor.settle(edit, { ok: true, value: { seq: edit.steps.length } })
  expect(desk.element.querySelector('.comment')?.contains(chip(desk))).toBe(true)
  expect(desk.element.querySelector('.comment')?.textContent).toBe('formulaE = mc²')
})

test('it is cut and pasted as it was, and other programs get its words', async () => {
  const desk = open(SHOWN)
  desk.select(0, 4)
  await keys('{ArrowRight}{ArrowRight}')
  const data = new DataTransfer()
  const text = desk.element.querySelector('.ProseMirror')
  const tell = (kind: 'cut' | 'paste') =>
    text?.dispatchEvent(new ClipboardEvent(kind, { clipboardData: data, bubbles: true, cancelable: true }))
  tell('cut')
  expect(data.getData('text/plain')).toBe('E = mc²')
  desk.select(1, 0)
  tell('paste')
  expect((await desk.texts()).final).toHaveLength(2)
  const chips: string[] = []
  const { project } = await import('../../../src/shared/document/projection.ts')
  project(await desk.stored(), 'final').descendants((node, _at, parent) => {
    if (node.type === preserved) chips.push(`${String(node.attrs['key'])} ${parent?.textContent ?? ''}`)
  })
  expect(chips).toEqual([`${KEY} Later.`])
})

test('HTML of another window brings a chip along with its name', async () => {
  const desk = open(doc.create(null, [p('Later.')]))
  const data = new DataTransfer()
  data.setData(
    'text/html',
    `<p data-pm-slice="0 0 []">See <span data-preserved="${KEY}" data-kind="field" data-text="12">12</span></p>`,
  )
  desk.select(0, 0)
  desk.element
    .querySelector('.ProseMirror')
    ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  expect(read(await desk.stored())[0]).toContain('See <chip>')
})

test('small capitals, capitals and markers are seen', () => {
  const words = [
    schema.text('small', [schema.mark('smallCaps')]),
    schema.text('all', [schema.mark('caps')]),
    schema.text('lit', [schema.mark('highlight', { colour: 'darkCyan' })]),
  ]
  const desk = open(doc.create(null, [para.create(null, words)]))
  const styleOf = (selector: string) => {
    const element = desk.element.querySelector(selector)
    if (!element) throw new Error(selector)
    return getComputedStyle(element)
  }
  expect(styleOf('.small-caps').fontVariantCaps).toBe('small-caps')
  expect(styleOf('.caps').textTransform).toBe('uppercase')
  expect(styleOf('mark[data-colour]').backgroundImage).toContain('linear-gradient')
})

test('endnotes are counted by themselves, and called so', () => {
  const note = (words: string, endnote: boolean) => footnote.create({ endnote }, p(words, formula))
  const desk = open(
    doc.create(null, [p('One', note('a', false), ' two', note('b', true), ' three', note('c', false))]),
  )
  const signs = [...desk.element.querySelectorAll('.note-sign')]
  expect(signs.map((sign) => sign.textContent)).toEqual(['1', 'i', '2'])
  expect(signs[1]?.getAttribute('aria-label')).toBe('endnote 1: bE = mc²')
})

test('a changed layout shows at the table, the row and the cell', () => {
  const layoutChange = (id: string) => ({ layoutChange: { id, author: 'tobias', before: null } })
  const desk = open(
    doc.create(null, [
      p('Before.'),
      table.create(layoutChange('t'), [
        row.create(layoutChange('r'), [
          cell.create(layoutChange('c'), [p('ab')]),
          cell.create(null, [p('cd')]),
        ]),
      ]),
      p('Later.'),
    ]),
  )
  const changed = [...desk.element.querySelectorAll('[data-layout-change]')]
  expect(changed.map((one) => one.localName)).toEqual(['div', 'tr', 'td'])
  expect(changed.map((one) => one.getAttribute('data-changed-by'))).toEqual(['tobias', 'tobias', 'tobias'])
  // Bar and note of the table stand beside it, and not beside what is above it.
  const frame = changed[0]?.getBoundingClientRect()
  const origin = desk.element.querySelector('.ProseMirror')?.getBoundingClientRect().top ?? 0
  const { tops, changes } = desk.editor.layout({ top: 0, bottom: 4000 })
  expect([...tops.keys()].sort()).toEqual(['c', 'r', 't'])
  expect(tops.get('t')).toBeCloseTo((frame?.top ?? 0) - origin, 0)
  expect(changes.find(({ id }) => id === 't')?.bottom).toBeCloseTo((frame?.bottom ?? 0) - origin, 0)
  expect(changes.map(({ kind }) => kind)).toEqual(['layout', 'layout', 'layout'])
})

test('a link to a place of the document leads to the heading it names, and never changes the screen', () => {
  const link = schema.mark('link', { href: '#_Toc1' })
  const heading = para.create({ style: 'heading1' }, schema.text('The haul'))
  const lost = schema.text('elsewhere', [schema.mark('link', { href: '#_Ref2' })])
  const words = schema.text('2. The haul … 4', [link])
  const desk = open(doc.create(null, [p(words, ' or ', lost), heading]), { mode: 'read' })
  const before = location.hash
  const [first, second] = desk.element.querySelectorAll('a')
  first?.click()
  expect(location.hash).toBe(before)
  expect(desk.said).toEqual([])
  // Of the texts that are only read, too.
  desk.editor.setProjection('final')
  const shown = desk.element.querySelectorAll('.ProseMirror:not([hidden]) a')
  for (const link of [second, shown[1] as HTMLElement | undefined]) {
    desk.said.length = 0
    link?.click()
    expect(location.hash).toBe(before)
  }
  expect(desk.said).toEqual([
    'This leads to “_Ref2”, a place that only the Word file knows. The link works there.',
  ])
})
