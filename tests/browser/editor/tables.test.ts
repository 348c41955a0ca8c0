import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Node } from 'prosemirror-model'
import { project } from '../../../src/shared/document/projection.ts'
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

const { doc, para, table, row, cell } = schema.nodes
const p = (text: string) => para.create(null, text === '' ? [] : [schema.text(text)])
const cells = (...texts: readonly string[]) =>
  row.create(
    null,
    texts.map((text) => cell.create(null, [p(text)])),
  )
const grid = (...rows: readonly (readonly string[])[]) =>
  table.create(
    null,
    rows.map((texts) => cells(...texts)),
  )
const BASE = doc.create(null, [p('Before.'), grid(['One', 'Two'], ['Three', 'Four']), p('After.')])

/** A place in the text node that says these words. */
function placeIn({ element }: Desk, words: string): globalThis.Node {
  const text = element.querySelector('.ProseMirror:not([hidden])')
  const walker = document.createTreeWalker(text ?? element, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node.nodeValue === words) return node
  throw new Error(`"${words}" is not in the text`)
}

function select(desk: Desk, words: string, from: number, last = words, to = from): void {
  desk.element.querySelector<HTMLElement>('.ProseMirror')?.focus()
  getSelection()?.setBaseAndExtent(placeIn(desk, words), from, placeIn(desk, last), to)
  document.dispatchEvent(new Event('selectionchange'))
}

/** The texts of paragraphs and, as lists of rows, of tables. */
function read(node: Node): unknown {
  return node.children.map((block) =>
    block.isTextblock
      ? block.textContent
      : block.children.map((line) =>
          line.children.map((one) => one.children.map((each) => each.textContent).join('¶')),
        ),
  )
}

async function bothWays(base: Node, act: (desk: Desk) => Promise<void>): Promise<unknown> {
  return read(await playBothWays(open, base, act))
}

const keys = (text: string) => userEvent.keyboard(text)
const run = (letter: string) => keys(`{Control>}{Alt>}{Shift>}${letter}{/Shift}{/Alt}{/Control}`)

test('a table is put in below the paragraph, is written in with Tab, and grows by Tab', async () => {
  const final = await bothWays(doc.create(null, [p('Before.'), p('After.')]), async (desk) => {
    select(desk, 'Before.', 3)
    await run('t')
    await keys('a{Tab}b{Tab}c{Tab}d{Tab}e{Tab}f{Tab}g{Tab}h{Tab}i{Tab}j')
    await keys('{Shift>}{Tab}{/Shift}k')
  })
  expect(final).toEqual([
    'Before.',
    [
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
      ['g', 'h', 'k'],
      ['j', '', ''],
    ],
    'After.',
  ])
})

test('behind the last paragraph one is made for it to stand before', async () => {
  const final = await bothWays(doc.create(null, [p('Only.')]), async (desk) => {
    select(desk, 'Only.', 2)
    expect(desk.editor.run('table.insert')).toBe(true)
  })
  const none = ['', '', '']
  expect(final).toEqual(['Only.', [none, none, none], ''])
})

test('rows and columns come and go', async () => {
  const final = await bothWays(BASE, async (desk) => {
    select(desk, 'One', 1)
    await run('b')
    await keys('new')
    await run('g')
    await keys('x')
    select(desk, 'Four', 1)
    await run('k')
    select(desk, 'Two', 1)
    await run('l')
    await run('u')
  })
  expect(final).toEqual([
    'Before.',
    [
      ['', '', '', ''],
      ['One', '', '', 'Two'],
      ['new', 'x', '', ''],
    ],
    'After.',
  ])
})

test('a column goes, and with the last one the table', async () => {
  const first = await bothWays(BASE, async (desk) => {
    select(desk, 'Two', 1)
    await run('j')
  })
  expect(first).toEqual(['Before.', [['One'], ['Three']], 'After.'])
  const all = await bothWays(BASE, async (desk) => {
    select(desk, 'One', 1, 'Four', 2)
    await run('j')
  })
  expect(all).toEqual(['Before.', 'After.'])
  const whole = await bothWays(BASE, async (desk) => {
    select(desk, 'One', 1)
    await run('x')
  })
  expect(whole).toEqual(['Before.', 'After.'])
})

test.each([
  ['Backspace', '{Backspace}', ''],
  ['typing', 'x', 'x'],
  ['cutting', '{Control>}x{/Control}', ''],
] as const)('%s over cells takes their words only', async (_, key, typed) => {
  const over = await bothWays(BASE, async (desk) => {
    select(desk, 'Before.', 3, 'After.', 2)
    await keys(key)
  })
  expect(over).toEqual([`Bef${typed}ter.`])
  const into = await bothWays(BASE, async (desk) => {
    select(desk, 'Before.', 3, 'Three', 2)
    await keys(key)
  })
  expect(into).toEqual([
    `Bef${typed}`,
    [
      ['', ''],
      ['ree', 'Four'],
    ],
    'After.',
  ])
  const across = await bothWays(BASE, async (desk) => {
    select(desk, 'Two', 1, 'Four', 2)
    await keys(key)
  })
  expect(across).toEqual([
    'Before.',
    [
      ['One', `T${typed}`],
      ['', 'ur'],
    ],
    'After.',
  ])
})

test('Enter at the very start of a table makes room above it', async () => {
  const base = doc.create(null, [grid(['One', 'Two']), p('After.')])
  const final = await bothWays(base, async (desk) => {
    select(desk, 'One', 0)
    await keys('{Enter}a')
  })
  expect(final).toEqual(['a', [['One', 'Two']], 'After.'])
})

test('a header row is changed in Edit mode, or while it is new', async () => {
  const desk = open(BASE)
  select(desk, 'One', 1)
  expect(desk.editor.run('table.header')).toBe(false)
  expect(desk.editor.whyNot('table.header')).toMatch(/cannot be tracked/)
  select(desk, 'Before.', 1)
  desk.editor.run('table.insert')
  expect(desk.element.querySelectorAll('th')).toHaveLength(3)
  expect(desk.editor.run('table.header')).toBe(true)
  expect(desk.element.querySelectorAll('th')).toHaveLength(0)
  desk.editor.setMode('edit')
  select(desk, 'One', 1)
  expect(desk.editor.run('table.header')).toBe(true)
  expect([...desk.element.querySelectorAll('th')].map((one) => one.textContent)).toEqual(['One', 'Two'])
})

test('a row that a cell reaches into is not deleted alone, and a new one is put past it', async () => {
  const tall = cell.create({ rowspan: 2 }, [p('Tall')])
  const rows = [
    row.create(null, [tall, cell.create(null, [p('a')])]),
    row.create(null, [cell.create(null, [p('b')])]),
  ]
  const desk = open(doc.create(null, [table.create(null, rows), p('After.')]))
  select(desk, 'b', 0)
  expect(desk.editor.run('table.deleteRow')).toBe(false)
  expect(desk.editor.whyNot('table.deleteRow')).toMatch(/reaches over the edge/)
  select(desk, 'a', 0)
  expect(desk.editor.run('table.rowBelow')).toBe(true)
  const final = project(await desk.stored(), 'final')
  expect(read(final)).toEqual([[['Tall', 'a'], ['b'], ['', '']], 'After.'])
})
