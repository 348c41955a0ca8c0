import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Node } from 'prosemirror-model'
import type { ParagraphAttrs } from '../../../src/shared/document/attributes.ts'
import { project } from '../../../src/shared/document/projection.ts'
import { schema } from '../../../src/shared/document/schema.ts'
import { openDesk } from './support.ts'
import type { Desk } from './support.ts'

/** Text commands keep to the cell that the caret is in, and to their side of a table. */

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
const p = (text: string, attrs: Partial<ParagraphAttrs> = {}) => para.create(attrs, schema.text(text))
const item = { list: { kind: 'bullet', level: 0 } } as const
const article = (...first: readonly Node[]) =>
  doc.create(null, [
    p('Before.'),
    table.create(null, [row.create(null, [cell.create(null, first), cell.create(null, [p('Other')])])]),
    p('After.'),
  ])

/** Puts the caret into the paragraph with these words. */
function caretIn({ element }: Desk, words: string, offset: number): void {
  const paragraphs = element.querySelectorAll<HTMLElement>('.ProseMirror:not([hidden]) [data-style]')
  const text = [...paragraphs].find((paragraph) => paragraph.textContent === words)?.firstChild
  if (!text) throw new Error('no such paragraph')
  element.querySelector<HTMLElement>('.ProseMirror')?.focus()
  getSelection()?.collapse(text, offset)
  document.dispatchEvent(new Event('selectionchange'))
}

test.each(['suggest', 'edit'] as const)('Enter, lists and moves work within a cell (%s)', async (mode) => {
  const base = article(p('One'), p('Two', item))
  const desk = open(base, { mode })
  caretIn(desk, 'One', 1)
  await userEvent.keyboard('{Enter}')
  caretIn(desk, 'Two', 1)
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
  expect(desk.editor.run('list.indent')).toBe(true)
  const indented = { list: { kind: 'bullet', level: 1 } } as const
  const final = article(p('O'), p('Two', indented), p('ne'))
  expect(project(await desk.stored(), 'final').toJSON()).toEqual(final.toJSON())
  if (mode === 'suggest') {
    expect(project(await desk.stored(), 'original').toJSON()).toEqual(base.toJSON())
  }
})

test('nothing is joined out of a cell, into one, or over a table', async () => {
  const base = article(p('One'))
  const desk = open(base)
  for (const [words, offset, key] of [
    ['One', 0, '{Backspace}'],
    ['One', 3, '{Delete}'],
    ['Before.', 7, '{Delete}'],
    ['After.', 0, '{Backspace}'],
  ] as const) {
    caretIn(desk, words, offset)
    await userEvent.keyboard(key)
  }
  expect((await desk.stored()).toJSON()).toEqual(base.toJSON())
})

test('a paragraph moves past a whole table, but no table comes to stand last', async () => {
  const desk = open(article(p('One')), { mode: 'edit' })
  caretIn(desk, 'Before.', 1)
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
  expect((await desk.stored()).children.map(({ type }) => type.name)).toEqual(['table', 'para', 'para'])
  caretIn(desk, 'Before.', 1)
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
  expect((await desk.stored()).toJSON()).toEqual(article(p('One')).toJSON())
  const other = open(
    doc.create(null, [table.create(null, [row.create(null, [cell.create(null, [p('One')])])]), p('After.')]),
  )
  caretIn(other, 'After.', 1)
  expect(other.editor.run('paragraph.up')).toBe(false)
})
