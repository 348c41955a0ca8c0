import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Node } from 'prosemirror-model'
import { commands } from '../../../src/shared/commands.ts'
import type { TextCommandId } from '../../../src/shared/commands.ts'
import type { ParagraphAttrs } from '../../../src/shared/document/attributes.ts'
import { project } from '../../../src/shared/document/projection.ts'
import { schema } from '../../../src/shared/document/schema.ts'
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

function para(text: string, attrs: Partial<ParagraphAttrs> = {}): Node {
  return schema.nodes.para.create(attrs, text === '' ? [] : [schema.text(text)])
}
function article(...paragraphs: readonly Node[]): Node {
  return schema.nodes.doc.create(null, paragraphs)
}

const item = (level: number) => ({ list: { kind: 'ordered' as const, level } })
const strong = schema.mark('strong')
const BASE = article(
  para('Nine boats seized', { style: 'headline' }),
  schema.nodes.para.create(null, [
    schema.text('They '),
    schema.text('left', [strong]),
    schema.text(' early.'),
  ]),
  para('First step', item(0)),
  para('Second step', item(1)),
  para('The last words.', { align: 'center' }),
)

/** First paragraph, offset, last paragraph, offset. */
const PLACES: readonly (readonly [number, number, number, number])[] = [
  [1, 2, 1, 2],
  [1, 0, 1, 11],
  [1, 5, 2, 4],
  [2, 3, 4, 5],
  [4, 0, 4, 15],
]
const IDS = commands.flatMap(({ id, scope }) => (scope === 'text' ? [id] : []))

function changes({ snapshot }: Desk): string[] {
  return snapshot().index.changes.map(({ id }) => id)
}

describe('every text command', () => {
  test.each(IDS)('%s is tracked as what it does', async (id: TextCommandId) => {
    for (const [first, from, last, to] of PLACES) {
      const tracked = open(BASE)
      const free = open(BASE, { mode: 'edit' })
      const ran = [tracked, free].map((desk) => {
        desk.select(first, from, to, last)
        return desk.editor.run(id)
      })
      expect(ran[0]).toBe(ran[1])
      const redline = await tracked.stored()
      const place = `${id} at ${first}.${from}-${last}.${to}`
      expect(project(redline, 'final').toJSON(), place).toEqual((await free.stored()).toJSON())
      tracked.editor.decide(changes(tracked), 'rejected')
      expect((await tracked.stored()).toJSON(), place).toEqual(BASE.toJSON())
    }
  })

  test('asks for no key twice', () => {
    const keys = commands.flatMap((command) => [...command.keys])
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })
})

describe('Enter and Backspace', () => {
  test('Enter at the end of a heading goes on in body text; Backspace takes both back', async () => {
    const base = article(para('A heading', { style: 'heading1' }), para('Body.'))
    const desk = open(base)
    desk.select(0, 9)
    await userEvent.keyboard('{Enter}')
    const final = project(await desk.stored(), 'final')
    expect(final.children.map(({ attrs }) => attrs['style'] as string)).toEqual(['heading1', 'body', 'body'])
    await userEvent.keyboard('{Backspace}')
    expect((await desk.stored()).toJSON()).toEqual(base.toJSON())
  })

  test('a paragraph joined to a heading becomes one, under one change', async () => {
    const base = article(para('A heading', { style: 'heading1' }), para('Body.'))
    const desk = open(base)
    desk.select(1, 0)
    await userEvent.keyboard('{Backspace}')
    expect(project(await desk.stored(), 'final').toJSON()).toEqual(
      article(para('A headingBody.', { style: 'heading1' })).toJSON(),
    )
    await expect.poll(() => changes(desk)).toHaveLength(1)
    desk.editor.decide(changes(desk), 'rejected')
    expect((await desk.stored()).toJSON()).toEqual(base.toJSON())
  })

  test('Backspace again and again passes over whole deletions and their ¶', async () => {
    const desk = open(article(para('One two'), para('three'), para('four')))
    desk.select(0, 3, 2, 1)
    await userEvent.keyboard('{Delete}')
    desk.select(1, 4)
    await userEvent.keyboard('{Backspace}{Backspace}{Backspace}{Backspace}')
    expect((await desk.texts()).final).toEqual(['Oe', 'four'])
    expect((await desk.texts()).original).toEqual(['One two', 'three', 'four'])
  })
})

describe('a paragraph whose ¶ is deleted', () => {
  const gone = { paragraphMark: { deletion: { id: 'd1', author: 'tobias' } } }
  const joined = article(para('Wind ', { style: 'quote', ...gone }), para('and rain.', item(0)), para('End.'))

  test('takes style and list from the first ¶ that stands, and gives them there', async () => {
    const desk = open(joined)
    desk.select(0, 2)
    expect(desk.editor.run('style.heading2')).toBe(true)
    expect(desk.editor.run('list.indent')).toBe(true)
    const [part, owner] = (await desk.stored()).children
    expect(part?.attrs['style']).toBe('quote')
    expect(owner?.attrs).toMatchObject({ style: 'heading2', list: { kind: 'ordered', level: 1 } })
  })

  test.each(['suggest', 'edit'] as const)('is split in two of what is seen (%s)', async (mode) => {
    const desk = open(joined, { mode })
    desk.select(0, 2)
    await userEvent.keyboard('{Enter}')
    expect(project(await desk.stored(), 'final').toJSON()).toEqual(
      article(para('Wi', item(0)), para('nd and rain.', item(0)), para('End.')).toJSON(),
    )
  })

  test('goes on in body text only where no words follow in the next one either', async () => {
    const heading = article(para('Wind ', { ...gone }), para('and rain', { style: 'heading1' }), para('End.'))
    const middle = open(heading)
    middle.select(0, 5)
    await userEvent.keyboard('{Enter}')
    const styles = (doc: Node) => project(doc, 'final').children.map(({ attrs }) => attrs['style'] as string)
    expect(styles(await middle.stored())).toEqual(['heading1', 'heading1', 'body'])
    const end = open(heading)
    end.select(1, 8)
    await userEvent.keyboard('{Enter}')
    expect(styles(await end.stored())).toEqual(['heading1', 'body', 'body'])
  })

  test.each(['suggest', 'edit'] as const)(
    'keeps the left one’s properties when joined (%s)',
    async (mode) => {
      const desk = open(article(para('A heading', { style: 'heading1' }), ...joined.children), { mode })
      desk.select(1, 0)
      await userEvent.keyboard('{Backspace}{Backspace}')
      expect(project(await desk.stored(), 'final').toJSON()).toEqual(
        article(para('A headingWind and rain.', { style: 'heading1' }), para('End.')).toJSON(),
      )
    },
  )
})

describe('styles and formatting', () => {
  test('an article has one headline: the one before becomes a heading', async () => {
    const desk = open(article(para('Old headline', { style: 'headline' }), para('New headline', item(0))))
    desk.select(1, 3)
    desk.editor.run('style.headline')
    const styles = project(await desk.stored(), 'final').children.map(({ attrs }) => attrs['style'] as string)
    expect(styles).toEqual(['heading1', 'headline'])
    desk.select(0, 0, 3, 1)
    expect(desk.editor.run('style.headline')).toBe(false)
  })

  test('clear formatting leaves links', async () => {
    const link = schema.mark('link', { href: 'https://example.org/' })
    const words = schema.text('boats', [link, strong, schema.mark('superscript')])
    const desk = open(article(schema.nodes.para.create(null, [words])))
    desk.select(0, 0, 5)
    desk.editor.run('format.clear')
    expect(project(await desk.stored(), 'final').firstChild?.firstChild?.marks).toEqual([link])
    expect(desk.editor.run('format.clear')).toBe(false)
  })
})
