import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Node } from 'prosemirror-model'
import type { ListAttr } from '../../../src/shared/document/attributes.ts'
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

function items(...lines: readonly (readonly [text: string, level: number | null])[]): Node {
  return schema.nodes.doc.create(
    null,
    lines.map(([text, level]) =>
      schema.nodes.para.create(
        { list: level === null ? null : { kind: 'bullet', level } },
        text === '' ? [] : [schema.text(text)],
      ),
    ),
  )
}

async function listsOf({ stored }: Desk): Promise<(ListAttr | null)[]> {
  return project(await stored(), 'final').children.map(({ attrs }) => attrs['list'] as ListAttr | null)
}
const levels = async (opened: Desk) => (await listsOf(opened)).map((list) => list?.level ?? null)

describe('levels', () => {
  test('Tab and Shift-Tab change the level of every item selected, as one tracked change each', async () => {
    const base = items(['One', 0], ['Two', 0], ['Three', 0])
    const opened = open(base)
    opened.select(1, 1, 2, 2)
    await userEvent.keyboard('{Tab}')
    expect(await levels(opened)).toEqual([0, 1, 1])
    await expect
      .poll(() => new Set(opened.snapshot().index.changes.map(({ kind }) => kind)))
      .toEqual(new Set(['paragraph']))
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
    expect((await opened.stored()).toJSON()).toEqual(base.toJSON())
  })

  test('end at the outermost and the deepest one', async () => {
    const opened = open(items(['One', 0], ['Two', 8]))
    opened.select(0, 1)
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
    opened.select(1, 1)
    await userEvent.keyboard('{Tab}')
    expect(await levels(opened)).toEqual([0, 8])
  })
})

describe('Tab is no trap', () => {
  function between(doc: Node): { opened: Desk; before: HTMLButtonElement; after: HTMLButtonElement } {
    const [before, after] = [document.createElement('button'), document.createElement('button')]
    document.body.append(before)
    const opened = open(doc)
    opened.element.after(after)
    return { opened, before, after }
  }

  test('outside a list it goes on to the next control', async () => {
    const { opened, before, after } = between(paragraphs('Plain.'))
    opened.select(0, 2)
    await userEvent.keyboard('{Tab}')
    expect(document.activeElement).toBe(after)
    before.remove()
    after.remove()
  })

  test('in a list it does after Escape', async () => {
    const { opened, before, after } = between(items(['One', 1]))
    opened.select(0, 1)
    await userEvent.keyboard('{Escape}{Tab}')
    expect(document.activeElement).toBe(after)
    opened.select(0, 1)
    await userEvent.keyboard('{Escape}{Shift>}{Tab}{/Shift}')
    expect(document.activeElement).toBe(before)
    expect(await levels(opened)).toEqual([1])
    opened.select(0, 1)
    await userEvent.keyboard('{Escape}x{Tab}')
    expect(await levels(opened)).toEqual([2])
    before.remove()
    after.remove()
  })

  test('without the right to change the text it goes on, too', async () => {
    const { opened, before, after } = between(items(['One', 1]))
    opened.editor.setMode('read')
    opened.select(0, 1)
    await userEvent.keyboard('{Tab}')
    expect(document.activeElement).toBe(after)
    before.remove()
    after.remove()
  })
})

describe('leaving a list', () => {
  test.each(['suggest', 'edit'] as const)(
    'Enter at an empty item goes out, level by level (%s)',
    async (mode) => {
      const opened = open(items(['One', 1]), { mode })
      opened.select(0, 3)
      await userEvent.keyboard('{Enter}')
      expect(await levels(opened)).toEqual([1, 1])
      await userEvent.keyboard('{Enter}')
      expect(await levels(opened)).toEqual([1, 0])
      await userEvent.keyboard('{Enter}')
      expect(await levels(opened)).toEqual([1, null])
    },
  )

  test('an item of which every word is deleted is empty', async () => {
    const opened = open(items(['One', 0], ['Two', null]))
    opened.select(0, 0, 3)
    await userEvent.keyboard('{Delete}{Enter}')
    expect(await levels(opened)).toEqual([null, null])
  })

  test('Backspace at the start takes the list away, and then joins', async () => {
    const opened = open(items(['One', 0], ['Two', 1]))
    opened.select(1, 0)
    await userEvent.keyboard('{Backspace}')
    expect(await levels(opened)).toEqual([0, null])
    await userEvent.keyboard('{Backspace}')
    expect((await opened.texts()).final).toEqual(['OneTwo'])
    expect(await levels(opened)).toEqual([0])
  })
})

describe('a list begun by a sign', () => {
  test.each([
    ['- ', { kind: 'bullet', level: 0 }],
    ['1. ', { kind: 'ordered', level: 0 }],
    ['4. ', { kind: 'ordered', level: 0, start: 4 }],
  ])('%j at the start of a paragraph', async (typed, list) => {
    const base = paragraphs('Boats.')
    const opened = open(base, { autocorrect: true })
    opened.select(0, 0)
    await userEvent.keyboard(typed)
    expect(await listsOf(opened)).toEqual([list])
    expect(await opened.texts()).toEqual({ original: ['Boats.'], final: ['Boats.'] })
    await userEvent.keyboard('{Control>}z{/Control}')
    expect(await listsOf(opened)).toEqual([null])
    expect((await opened.texts()).final).toEqual([`${typed}Boats.`])
    opened.editor.decide(
      opened.snapshot().index.changes.map(({ id }) => id),
      'rejected',
    )
    expect((await opened.stored()).toJSON()).toEqual(base.toJSON())
  })

  test('nowhere else, and not when switched off', async () => {
    const opened = open(paragraphs('Boats'), { autocorrect: true })
    opened.select(0, 5)
    await userEvent.keyboard('- ')
    expect(await listsOf(opened)).toEqual([null])
    opened.close()
    const off = open(paragraphs(''))
    off.select(0, 0)
    await userEvent.keyboard('- ')
    expect((await off.texts()).final).toEqual(['- '])
  })

  test('the number it begins with stays with the first item', async () => {
    const opened = open(paragraphs('Boats.'), { autocorrect: true })
    opened.select(0, 0)
    await userEvent.keyboard('4. ')
    opened.select(0, 6)
    await userEvent.keyboard('{Enter}')
    expect((await listsOf(opened)).map((list) => list?.start)).toEqual([4, undefined])
  })
})
