import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Node } from 'prosemirror-model'
import { schema } from '../../../src/shared/document/schema.ts'
import { openDesk, paragraphs } from './support.ts'
import type { Desk } from './support.ts'

let desk: Desk | null = null
function open(doc: Node, options: Parameters<typeof openDesk>[1] = {}): Desk {
  desk = openDesk(doc, { autocorrect: true, ...options })
  return desk
}
afterEach(() => {
  desk?.close()
  desk = null
})

const undo = () => userEvent.keyboard('{Control>}z{/Control}')

test('corrects as one types, in the change that is being typed', async () => {
  const { select, texts, snapshot, stored } = open(paragraphs('He said.'))
  select(0, 7)
  await userEvent.keyboard(': "Don\'t -- or else..."')
  expect(await texts()).toEqual({ original: ['He said.'], final: ['He said: “Don’t – or else…”.'] })
  await expect.poll(() => snapshot().index.changes.map(({ kind }) => kind)).toEqual(['insertion'])
  expect((await stored()).firstChild?.childCount).toBe(3)
})

test('undo right after brings back what was typed, and then takes back the typing', async () => {
  const base = paragraphs('He said.')
  const { select, texts, stored } = open(base)
  select(0, 7)
  await userEvent.keyboard(' now--')
  expect((await texts()).final).toEqual(['He said now–.'])
  await undo()
  expect((await texts()).final).toEqual(['He said now--.'])
  await userEvent.keyboard('x')
  expect((await texts()).final).toEqual(['He said now--x.'])
  await undo()
  await undo()
  expect((await stored()).toJSON()).toEqual(base.toJSON())
})

test('in Edit mode, too', async () => {
  const { select, stored } = open(paragraphs('He said.'), { mode: 'edit' })
  select(0, 8)
  await userEvent.keyboard(' "No..."')
  expect((await stored()).toJSON()).toEqual(paragraphs('He said. “No…”').toJSON())
  await undo()
  expect((await stored()).textContent).toBe('He said. “No…"')
})

test('over a selection the quote stands behind what it replaces', async () => {
  const { select, texts } = open(paragraphs('He said no to it.'))
  select(0, 8, 10)
  await userEvent.keyboard('"')
  expect(await texts()).toEqual({ original: ['He said no to it.'], final: ['He said “ to it.'] })
})

test('keeps the formatting of what it corrects', async () => {
  const strong = schema.mark('strong')
  const doc = schema.nodes.doc.create(null, [
    schema.nodes.para.create(null, [schema.text('Nine boats', [strong])]),
  ])
  const { select, stored } = open(doc, { mode: 'edit' })
  select(0, 10)
  await userEvent.keyboard('...')
  expect((await stored()).firstChild?.children.map(({ text, marks }) => [text, marks.length])).toEqual([
    ['Nine boats…', 1],
  ])
})

test('looks only at what stands: deleted words part two hyphens, and nothing is corrected within them', async () => {
  const { select, texts } = open(paragraphs('He said no-it.'))
  select(0, 11)
  await userEvent.keyboard('x-{ArrowLeft}{Backspace}')
  expect((await texts()).final).toEqual(['He said no--it.'])
  const other = open(paragraphs('He said no to it.'))
  other.select(0, 8, 16)
  await userEvent.keyboard('{Delete}')
  other.select(0, 11)
  await userEvent.keyboard('"')
  expect((await other.texts()).final).toEqual(['He said ".'])
  other.close()
})

test('leaves what is typed alone when switched off', async () => {
  const { select, texts } = open(paragraphs('He said.'), { autocorrect: false })
  select(0, 7)
  await userEvent.keyboard('"--..."')
  expect((await texts()).final).toEqual(['He said"--...".'])
})
