import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Node } from 'prosemirror-model'
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

const COLOUR = { text: 'colour', matchCase: false, wholeWords: false }
const TEXTS = ['The colour of Colour', 'and colour'] as const

function tinted(name: string): string[] {
  return [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString())
}

describe('finding', () => {
  test('tints every place and goes from one to the next, round at the ends', () => {
    const { editor, snapshot } = open(paragraphs(...TEXTS))
    editor.find.search(COLOUR)
    expect(snapshot().found).toEqual({ count: 3, at: 0 })
    expect(tinted('found')).toEqual(['colour', 'Colour', 'colour'])
    const places = [1, 1, 1, 1, -1].map((direction) => {
      editor.find.go(direction === 1 ? 1 : -1)
      return snapshot().found?.at
    })
    expect(places).toEqual([1, 2, 3, 1, 3])
  })

  test('follows the text as it is typed, and finds nothing that is deleted', async () => {
    const { editor, snapshot, select } = open(paragraphs(...TEXTS))
    editor.find.search(COLOUR)
    select(1, 10)
    await userEvent.keyboard('{Backspace}{Backspace}')
    await expect.poll(() => snapshot().found?.count).toBe(2)
    await expect.poll(() => tinted('found')).toEqual(['colour', 'Colour'])
  })

  test('looks into the reading that is shown', async () => {
    const { editor, snapshot, select } = open(paragraphs(...TEXTS))
    select(0, 4, 10)
    await userEvent.keyboard('shade')
    editor.setProjection('original')
    editor.find.search(COLOUR)
    expect(snapshot().found?.count).toBe(3)
    editor.setProjection('final')
    await expect.poll(() => snapshot().found?.count).toBe(2)
  })

  test('ends without a trace', () => {
    const { editor, snapshot } = open(paragraphs(...TEXTS))
    editor.find.search(COLOUR)
    editor.find.search(null)
    expect(snapshot().found).toBeNull()
    expect(tinted('found')).toEqual([])
  })
})

describe('replacing', () => {
  test('goes place by place, and passes by what it has put in', async () => {
    const { editor, snapshot, texts } = open(paragraphs('a a'))
    editor.find.search({ text: 'a', matchCase: false, wholeWords: false })
    editor.find.replace('aa')
    expect(snapshot().found).toEqual({ count: 2, at: 1 })
    editor.find.replace('aa')
    expect(snapshot().found?.at).toBe(3)
    editor.find.replace('aa')
    expect(await texts()).toEqual({ original: ['a a'], final: ['aa aa'] })
    expect(snapshot().changeSets).toEqual([])
  })

  test('all at once is one act and one set, a change for each place, sent with the steps', async () => {
    const { editor, snapshot, texts, edits } = open(paragraphs(...TEXTS))
    editor.find.search(COLOUR)
    expect(editor.find.replaceAll('shade')).toBe(3)
    const { changeSets, index } = snapshot()
    const [set] = changeSets
    expect(set?.label).toBe('Replace all: “colour” by “shade”, 3 places')
    expect(set?.changeIds.toSorted()).toEqual(index.changes.map((change) => change.id).toSorted())
    expect(index.changeCount).toBe(3)
    expect(await texts()).toEqual({
      original: [...TEXTS],
      final: ['The shade of Shade', 'and shade'],
    })
    expect(edits.flatMap((edit) => edit.changeSets ?? [])).toEqual([set])
    editor.run('edit.undo')
    expect((await texts()).final).toEqual([...TEXTS])
    expect(snapshot().index.changes).toEqual([])
  })

  test('all is not undone together with what is typed before and after', async () => {
    const { editor, texts, select } = open(paragraphs('colour'))
    select(0, 6)
    await userEvent.keyboard('s')
    editor.find.search(COLOUR)
    editor.find.replaceAll('hue')
    editor.focus()
    await userEvent.keyboard('!')
    editor.run('edit.undo')
    expect((await texts()).final).toEqual(['hues'])
    editor.run('edit.undo')
    expect((await texts()).final).toEqual(['colours'])
  })

  test('in Edit mode leaves no change and no set', async () => {
    const { editor, texts, snapshot, edits } = open(paragraphs(...TEXTS), { mode: 'edit' })
    editor.find.search(COLOUR)
    editor.find.replaceAll('hue')
    expect((await texts()).original).toEqual(['The hue of Hue', 'and hue'])
    expect(snapshot().changeSets).toEqual([])
    expect(edits.flatMap((edit) => edit.changeSets ?? [])).toEqual([])
  })

  test.each([{ mode: 'read' as const }, { locked: true }])(
    'is not done where the text is closed: %o',
    (options) => {
      const { editor, snapshot } = open(paragraphs(...TEXTS), options)
      editor.find.search(COLOUR)
      expect(editor.find.replaceAll('hue')).toBe(0)
      editor.find.go(1)
      editor.find.replace('hue')
      expect(snapshot().index.changes).toEqual([])
      expect(snapshot().found).toEqual({ count: 3, at: 1 })
    },
  )

  test('shows the redline first, where the places are', async () => {
    const { editor, snapshot, texts } = open(paragraphs(...TEXTS))
    editor.setProjection('final')
    editor.find.search(COLOUR)
    editor.find.replaceAll('hue')
    expect(snapshot().projection).toBe('redline')
    expect((await texts()).final).toEqual(['The hue of Hue', 'and hue'])
  })

  test('thousands in a long text is one step', async () => {
    const { editor, edits, snapshot } = open(
      paragraphs(...Array.from({ length: 300 }, () => 'a colour or a colour')),
    )
    editor.find.search(COLOUR)
    expect(editor.find.replaceAll('hue')).toBe(600)
    expect(snapshot().index.changeCount).toBe(600)
    await editor.flush()
    expect(edits.flatMap((edit) => edit.steps)).toHaveLength(1)
  })
})
