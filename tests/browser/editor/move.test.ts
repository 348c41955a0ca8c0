import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Node } from 'prosemirror-model'
import { schema } from '../../../src/shared/document/schema.ts'
import { openDesk, paragraphs } from './support.ts'
import type { Desk } from './support.ts'

/** Moves as tracked changes: one change of two sides. */

let desk: Desk | null = null
function open(doc: Node, options: Parameters<typeof openDesk>[1] = {}): Desk {
  desk = openDesk(doc, options)
  return desk
}
afterEach(() => {
  desk?.close()
  desk = null
})

const up = () => userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
const down = () => userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
const BASE = paragraphs('One.', 'Two.', 'Three.', 'Four.')
const START = ['One.', 'Two.', 'Three.', 'Four.']
const kinds = ({ snapshot }: Desk) => snapshot().index.changes.map(({ kind }) => kind)

test.each([
  ['down', 1, ['One.', 'Three.', 'Two.', 'Four.']],
  ['up', 1, ['Two.', 'One.', 'Three.', 'Four.']],
  ['up', 3, ['One.', 'Two.', 'Four.', 'Three.']],
  ['down', 2, ['One.', 'Two.', 'Four.', 'Three.']],
] as const)('%s from paragraph %i: one change, accepted or rejected as a whole', async (way, from, final) => {
  for (const verdict of ['accepted', 'rejected'] as const) {
    const opened = open(BASE)
    opened.select(from, 2)
    await (way === 'up' ? up() : down())
    expect(await opened.texts()).toEqual({ original: START, final })
    await expect.poll(() => kinds(opened)).toEqual(['move'])
    const [change] = opened.snapshot().index.changes
    opened.editor.decide([change?.id ?? ''], verdict)
    const text = verdict === 'accepted' ? final : START
    expect((await opened.stored()).toJSON()).toEqual(paragraphs(...text).toJSON())
    opened.close()
  }
})

test('moved on and on it stays one change, and back home none', async () => {
  const opened = open(BASE)
  opened.select(3, 2)
  await up()
  await up()
  await up()
  expect((await opened.texts()).final).toEqual(['Four.', 'One.', 'Two.', 'Three.'])
  await expect.poll(() => kinds(opened)).toEqual(['move'])
  await down()
  await down()
  await expect.poll(() => kinds(opened)).toEqual(['move'])
  await down()
  expect((await opened.stored()).toJSON()).toEqual(BASE.toJSON())
  await userEvent.keyboard('x')
  expect((await opened.texts()).final).toEqual(['One.', 'Two.', 'Three.', 'Foxur.'])
  for (let count = 0; count < 7; count++) opened.editor.run('edit.undo')
  expect((await opened.stored()).toJSON()).toEqual(BASE.toJSON())
  expect(opened.snapshot().canUndo).toBe(false)
})

test('several paragraphs come home as one', async () => {
  const opened = open(BASE)
  opened.select(0, 1, 2, 1)
  await down()
  await up()
  expect((await opened.stored()).toJSON()).toEqual(BASE.toJSON())
})

test('what was typed into it since then stays when it comes home', async () => {
  const opened = open(BASE)
  opened.select(1, 3)
  await down()
  await userEvent.keyboard('x')
  await up()
  expect(await opened.texts()).toEqual({ original: START, final: ['One.', 'Twox.', 'Three.', 'Four.'] })
})

test('another person’s move is never taken back by an edit', async () => {
  const opened = open(BASE)
  opened.select(1, 2)
  await down()
  opened.editor.setAuthor('tobias')
  await up()
  expect((await opened.texts()).final).toEqual(START)
  await expect.poll(() => kinds(opened).length).toBeGreaterThan(0)
  expect(new Set(opened.snapshot().index.changes.map(({ author }) => author))).toContain('ines')
})

describe('comments', () => {
  test('travel along, and are where their words are after either decision', async () => {
    for (const verdict of ['accepted', 'rejected'] as const) {
      const comment = schema.mark('comment', { id: 'c1' })
      const doc = schema.nodes.doc.create(null, [
        schema.nodes.para.create(null, [schema.text('Nine '), schema.text('boats', [comment])]),
        ...paragraphs('Two.').children,
      ])
      const opened = open(doc)
      opened.select(0, 2)
      await down()
      await opened.stored()
      expect(opened.element.querySelectorAll('ins [data-comment], [data-comment] ins')).toHaveLength(1)
      await expect.poll(() => kinds(opened)).toEqual(['move'])
      opened.editor.decide([opened.snapshot().index.changes[0]?.id ?? ''], verdict)
      expect(opened.snapshot().index.comments.get('c1')?.words).toBe('boats')
      opened.close()
    }
  })
})
