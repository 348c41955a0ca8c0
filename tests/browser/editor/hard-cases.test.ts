import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Node } from 'prosemirror-model'
import { schema } from '../../../src/shared/document/schema.ts'
import { compose } from './compose.ts'
import { openDesk, paragraphs } from './support.ts'
import type { Desk } from './support.ts'

/**
 * The hard cases of change tracking that need keys, an input method or the clipboard, one test each. The others are
 * in tests/unit/shared/document/hard-cases.
 */

let desk: Desk | null = null
function open(doc: Node, options: Parameters<typeof openDesk>[1] = {}): Desk {
  desk = openDesk(doc, options)
  return desk
}
afterEach(() => {
  desk?.close()
  desk = null
})

const keys = (...names: readonly string[]) => userEvent.keyboard(names.join(''))
const control = (key: string) => userEvent.keyboard(`{Control>}${key}{/Control}`)
const kinds = ({ snapshot }: Desk) => snapshot().index.changes.map(({ kind, author }) => `${kind} ${author}`)
const struck = (words: string, author = 'mara') =>
  schema.text(words, [schema.mark('deletion', { id: `d-${author}`, author })])
const added = (words: string, author = 'mara') =>
  schema.text(words, [schema.mark('insertion', { id: `i-${author}`, author })])
const article = (...inline: readonly Node[]) =>
  schema.nodes.doc.create(null, [schema.nodes.para.create(null, [...inline])])

describe('the caret and deleted text', () => {
  test('Backspace again and again goes left over a whole deletion to the next letter that stands', async () => {
    const opened = open(article(schema.text('ab'), struck('cdef'), schema.text('g')))
    opened.select(0, 7)
    await keys('{Backspace}', '{Backspace}', 'x')
    expect(await opened.texts()).toEqual({ original: ['abcdefg'], final: ['ax'] })
  })

  test('Delete again and again goes right over a whole deletion to the next letter that stands', async () => {
    const opened = open(article(schema.text('a'), struck('bcde'), schema.text('fg')))
    opened.select(0, 0)
    await keys('{Delete}', '{Delete}', 'x')
    expect(await opened.texts()).toEqual({ original: ['abcdefg'], final: ['xg'] })
  })

  test('Delete of text that is deleted already changes nothing there', async () => {
    const base = article(schema.text('a'), struck('bcd'), schema.text('e'))
    const opened = open(base)
    opened.select(0, 1, 4)
    await keys('{Delete}')
    expect((await opened.stored()).toJSON()).toEqual(base.toJSON())
  })

  test('what is typed inside deleted text stays there', async () => {
    const opened = open(article(schema.text('a'), struck('bcd'), schema.text('e')))
    opened.select(0, 2)
    await keys('x', 'y')
    const inline = (await opened.stored()).firstChild?.children.map((node) => node.text)
    expect(inline).toEqual(['a', 'b', 'xy', 'cd', 'e'])
  })

  test('what is typed in another’s insertion is one’s own', async () => {
    const opened = open(article(schema.text('a'), added('bc'), schema.text('d')))
    opened.select(0, 2)
    await keys('x', 'y')
    expect((await opened.texts()).final).toEqual(['abxycd'])
    await expect.poll(() => kinds(opened)).toEqual(['insertion mara', 'insertion ines'])
  })
})

describe('Enter and Backspace', () => {
  test('at the end of a heading: body text follows; Backspace cancels both', async () => {
    const heading = schema.nodes.para.create({ style: 'heading1' }, [schema.text('Title')])
    const base = schema.nodes.doc.create(null, [heading, ...paragraphs('Body.').children])
    const opened = open(base)
    opened.select(0, 5)
    await keys('{Enter}')
    expect((await opened.stored()).children.map(({ attrs }) => String(attrs['style']))).toEqual([
      'heading1',
      'body',
      'body',
    ])
    await keys('{Backspace}')
    expect((await opened.stored()).toJSON()).toEqual(base.toJSON())
  })

  test('Backspace behind one’s own Enter leaves no trace', async () => {
    const base = paragraphs('One. Two.')
    const opened = open(base)
    opened.select(0, 4)
    await keys('{Enter}', '{Backspace}')
    expect((await opened.stored()).toJSON()).toEqual(base.toJSON())
  })
})

describe('moving', () => {
  test('Alt+Down is a move, decided as a whole', async () => {
    const opened = open(paragraphs('One.', 'Two.', 'Three.'))
    opened.select(0, 1)
    await keys('{Alt>}{ArrowDown}{/Alt}')
    expect((await opened.texts()).final).toEqual(['Two.', 'One.', 'Three.'])
    await expect.poll(() => kinds(opened)).toEqual(['move ines'])
  })

  test('cut and paste of the same paragraph is a deletion and an insertion', async () => {
    const opened = open(paragraphs('One.', 'Two.', 'Three.'))
    opened.select(0, 0, 0, 1)
    await control('x')
    opened.select(2, 0)
    await control('v')
    expect(await opened.texts()).toEqual({
      original: ['One.', 'Two.', 'Three.'],
      final: ['Two.', 'One.', 'Three.'],
    })
    await expect.poll(() => kinds(opened).toSorted()).toEqual(['deletion ines', 'insertion ines'])
  })
})

describe('the clipboard', () => {
  test('what is copied out of a redline comes in as it reads, inserted', async () => {
    const opened = open(
      schema.nodes.doc.create(null, [
        schema.nodes.para.create(null, [
          schema.text('Nine '),
          struck('old '),
          added('new '),
          schema.text('boats'),
        ]),
        ...paragraphs('Here: ').children,
      ]),
    )
    opened.select(0, 0, 18)
    await expect.poll(() => opened.snapshot().selectionEmpty).toBe(false)
    await control('c')
    opened.select(1, 6)
    await control('v')
    expect(await opened.texts()).toEqual({
      original: ['Nine old boats', 'Here: '],
      final: ['Nine new boats', 'Here: Nine new boats'],
    })
    await expect.poll(() => kinds(opened)).toEqual(['deletion mara', 'insertion mara', 'insertion ines'])
  })
})

test('pasting nothing, as after a copy of deleted words, leaves the keys that follow in the text', async () => {
  const opened = open(article(struck('gone'), schema.text(' boats')))
  opened.select(0, 0, 4)
  await control('c')
  opened.select(0, 10)
  await keys('{Control>}v{/Control}', 'x', '{ArrowLeft}', 'y')
  expect((await opened.texts()).final).toEqual([' boatsyx'])
})

describe('undo', () => {
  test('of an accepted change has it open again, under the same id, apart from the typing before', async () => {
    const opened = open(paragraphs('Nine boats.'))
    opened.select(0, 4)
    await keys('ty')
    await expect.poll(() => opened.snapshot().index.changes).toHaveLength(1)
    const id = opened.snapshot().index.changes[0]?.id ?? ''
    opened.editor.decide([id], 'accepted')
    expect(opened.snapshot().index.changes).toEqual([])
    await control('z')
    await expect.poll(() => opened.snapshot().index.changes.map((change) => change.id)).toEqual([id])
    expect((await opened.texts()).final).toEqual(['Ninety boats.'])
  })

  test('of a correction gives back what was typed, and goes before the typing', async () => {
    const opened = open(paragraphs('Nine boats.'), { autocorrect: true })
    opened.select(0, 4)
    await keys(' --')
    expect((await opened.texts()).final).toEqual(['Nine – boats.'])
    await control('z')
    expect((await opened.texts()).final).toEqual(['Nine -- boats.'])
    await control('z')
    expect((await opened.stored()).toJSON()).toEqual(paragraphs('Nine boats.').toJSON())
  })

  test('never takes a comment back, nor brings one', async () => {
    const opened = open(paragraphs('Nine boats.'))
    opened.select(0, 7)
    const edit = opened.editor.anchor('comment', 'c1')
    if (edit) opened.editor.settle(edit, { ok: true, value: { seq: edit.steps.length } })
    expect(opened.snapshot().index.comments.get('c1')?.words).toBe('boats')
    expect(opened.editor.run('edit.undo')).toBe(false)
    expect(opened.snapshot().index.comments.get('c1')?.words).toBe('boats')
  })

  test('has the comment back with the words that one really took away', async () => {
    const comment = schema.mark('comment', { id: 'c1' })
    const opened = open(article(schema.text('Nine '), schema.text('boats', [comment])), { mode: 'edit' })
    opened.select(0, 5, 10)
    await keys('{Delete}')
    await expect.poll(() => opened.snapshot().index.comments.get('c1')).toBeUndefined()
    await control('z')
    await expect.poll(() => opened.snapshot().index.comments.get('c1')?.words).toBe('boats')
  })
})

test('tracking switched off: words typed inside an insertion belong to it, and deleting removes', async () => {
  const opened = open(article(schema.text('a'), added('bc'), schema.text('de')), { mode: 'edit' })
  opened.select(0, 2)
  await keys('x')
  opened.select(0, 5)
  await keys('{Backspace}')
  expect(await opened.texts()).toEqual({ original: ['ae'], final: ['abxce'] })
  await expect.poll(() => kinds(opened)).toEqual(['insertion mara'])
})

test('an input method over a selection: the composed text once, tracked, and no stray letter', async () => {
  const opened = open(paragraphs('Nine old boats.'))
  opened.select(0, 5, 8)
  await expect.poll(() => opened.snapshot().selectionEmpty).toBe(false)
  await compose('k', 'きょ', 'きょう')
  await expect.poll(async () => (await opened.texts()).final).toEqual(['Nine きょう boats.'])
  expect((await opened.texts()).original).toEqual(['Nine old boats.'])
})
