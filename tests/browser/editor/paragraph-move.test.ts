import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Node } from 'prosemirror-model'
import { project } from '../../../src/shared/document/projection.ts'
import { schema } from '../../../src/shared/document/schema.ts'
import { openDesk, paragraphs } from './support.ts'
import type { Desk } from './support.ts'

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

describe.each(['suggest', 'edit'] as const)('Alt and an arrow (%s)', (mode) => {
  const isTracked = mode === 'suggest'
  const expectTexts = async (opened: Desk, final: readonly string[]) =>
    expect(await opened.texts()).toEqual({ original: isTracked ? START : final, final })

  test('moves the paragraph at the caret, which goes along', async () => {
    const opened = open(BASE, { mode })
    opened.select(1, 2)
    await down()
    await expectTexts(opened, ['One.', 'Three.', 'Two.', 'Four.'])
    await userEvent.keyboard('x')
    expect((await opened.texts()).final).toEqual(['One.', 'Three.', 'Twxo.', 'Four.'])
  })

  test('moves it again and again, and is taken back by one undo each', async () => {
    const opened = open(BASE, { mode })
    opened.select(3, 1)
    await up()
    await expectTexts(opened, ['One.', 'Two.', 'Four.', 'Three.'])
    await up()
    await expectTexts(opened, ['One.', 'Four.', 'Two.', 'Three.'])
    await up()
    await expectTexts(opened, ['Four.', 'One.', 'Two.', 'Three.'])
    await up()
    await expectTexts(opened, ['Four.', 'One.', 'Two.', 'Three.'])
    opened.editor.run('edit.undo')
    await expectTexts(opened, ['One.', 'Four.', 'Two.', 'Three.'])
    while (opened.editor.run('edit.undo'));
    expect((await opened.stored()).toJSON()).toEqual(BASE.toJSON())
  })

  test('moves every paragraph that is selected, but not one that the selection only reaches', async () => {
    const opened = open(BASE, { mode })
    opened.select(0, 2, 0, 2)
    await down()
    await expectTexts(opened, ['Three.', 'One.', 'Two.', 'Four.'])
    await down()
    await expectTexts(opened, ['Three.', 'Four.', 'One.', 'Two.'])
    await down()
    await expectTexts(opened, ['Three.', 'Four.', 'One.', 'Two.'])
  })

  test('takes style and list along', async () => {
    const heading = schema.nodes.para.create({ style: 'heading1' }, schema.text('Heading'))
    const item = schema.nodes.para.create({ list: { kind: 'bullet', level: 1 } }, schema.text('Item'))
    const opened = open(schema.nodes.doc.create(null, [heading, item]), { mode })
    opened.select(1, 1)
    await up()
    expect(project(await opened.stored(), 'final').toJSON()).toEqual(
      schema.nodes.doc.create(null, [item, heading]).toJSON(),
    )
  })
})

describe('in Edit mode', () => {
  test('comments and tracked changes go along with their words', async () => {
    const opened = open(BASE)
    opened.select(1, 3)
    await userEvent.keyboard(' and a half')
    opened.select(1, 0, 2)
    await expect.poll(() => opened.snapshot().selectionEmpty).toBe(false)
    const edit = opened.editor.anchor('comment', 'c1')
    if (edit) opened.editor.settle(edit, { ok: true, value: { seq: edit.steps.length } })
    await userEvent.keyboard('{Delete}')
    opened.editor.setMode('edit')
    opened.select(1, 4)
    await down()
    await expect.poll(() => opened.snapshot().index.comments.get('c1')?.words).toBeDefined()
    const [, , moved] = opened.element.querySelector('.ProseMirror')?.children ?? []
    expect(moved?.querySelector('del')?.textContent).toBe('o')
    expect(moved?.querySelector('ins')?.textContent).toBe(' and a half')
    expect(moved?.querySelector('[data-comment]')).not.toBe(null)
  })
})

describe('dragging', () => {
  /** What the browser tells of a drag with the mouse, from one paragraph to the upper or lower part of another. */
  function drag(opened: Desk, from: number, to: number, part: 'upper' | 'lower'): void {
    const view = opened.element.querySelector('.ProseMirror')
    const dataTransfer = new DataTransfer()
    const fire = (type: string, index: number, share: number) => {
      const box = view?.children[index]?.getBoundingClientRect() ?? new DOMRect()
      const place = { clientX: box.left + 12, clientY: box.top + box.height * share }
      const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer, ...place })
      view?.children[index]?.dispatchEvent(event)
    }
    fire('dragstart', from, 0.5)
    fire('drop', to, part === 'upper' ? 0.2 : 0.8)
  }

  test.each(['suggest', 'edit'] as const)(
    'whole paragraphs come to stand between others (%s)',
    async (mode) => {
      const opened = open(BASE, { mode })
      opened.select(1, 0, 6, 2)
      drag(opened, 1, 0, 'upper')
      expect((await opened.texts()).final).toEqual(['Two.', 'Three.', 'One.', 'Four.'])
      opened.editor.run('edit.undo')
      opened.select(0, 0, 4)
      drag(opened, 0, 3, 'lower')
      expect((await opened.texts()).final).toEqual(['Two.', 'Three.', 'Four.', 'One.'])
      expect((await opened.texts()).original).toEqual(
        mode === 'suggest' ? START : ['Two.', 'Three.', 'Four.', 'One.'],
      )
    },
  )

  test('dropped upon themselves they stay', async () => {
    const opened = open(BASE)
    opened.select(1, 0, 6, 2)
    drag(opened, 1, 2, 'upper')
    expect((await opened.stored()).toJSON()).toEqual(BASE.toJSON())
  })

  test('words are put between words', async () => {
    const opened = open(BASE)
    opened.select(1, 0, 3)
    drag(opened, 1, 2, 'upper')
    const { final } = await opened.texts()
    expect(final[1]).toBe('.')
    expect(final[2]).toHaveLength('TwoThree.'.length)
  })
})
