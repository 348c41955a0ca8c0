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

describe('suggest mode', () => {
  test('tracks what is typed, under one change', async () => {
    const { select, texts, stored } = open(paragraphs('Nine boats were seized.'))
    select(0, 4)
    await userEvent.keyboard(' old')
    expect(await texts()).toEqual({
      original: ['Nine boats were seized.'],
      final: ['Nine old boats were seized.'],
    })
    const ids = new Set<string>()
    ;(await stored()).descendants((node) => {
      for (const mark of node.marks) if (mark.type.name === 'insertion') ids.add(String(mark.attrs['id']))
    })
    expect(ids.size).toBe(1)
  })

  test('strikes what is deleted and moves the caret over it', async () => {
    const { select, texts } = open(paragraphs('Nine boats.'))
    select(0, 4)
    await userEvent.keyboard('{Backspace}{Backspace}')
    await userEvent.keyboard('X')
    expect(await texts()).toEqual({ original: ['Nine boats.'], final: ['NiX boats.'] })
  })

  test('Delete goes on to the right over what is deleted', async () => {
    const { select, texts } = open(paragraphs('Nine boats.'))
    select(0, 4)
    await userEvent.keyboard('{Delete}{Delete}{Delete}')
    expect(await texts()).toEqual({ original: ['Nine boats.'], final: ['Nineats.'] })
  })

  test('really removes what the same person has just typed', async () => {
    const { select, stored } = open(paragraphs('Nine boats.'))
    select(0, 4)
    await userEvent.keyboard('ty{Backspace}{Backspace}')
    expect((await stored()).toJSON()).toEqual(paragraphs('Nine boats.').toJSON())
  })

  test('typing over words that begin with the same letter goes on after the deletion', async () => {
    const { select, texts, snapshot } = open(paragraphs('It is a clear sign.'))
    select(0, 0, 19)
    await userEvent.keyboard('It ran long.')
    expect(await texts()).toEqual({ original: ['It is a clear sign.'], final: ['It ran long.'] })
    const { changes } = snapshot().index
    expect(changes.map(({ kind }) => kind)).toEqual(['deletion', 'insertion'])
    expect(new Set(changes.map(({ groupId }) => groupId)).size).toBe(1)
  })

  test('replaces a selection by a deletion and an insertion of one group', async () => {
    const { select, texts, snapshot, editor } = open(paragraphs('more than four million'))
    select(0, 0, 14)
    await userEvent.keyboard('4.2')
    expect(await texts()).toEqual({ original: ['more than four million'], final: ['4.2 million'] })
    editor.goTo({ kind: 'change', id: snapshot().index.changes[0]?.id ?? '' })
    expect(new Set(snapshot().index.changes.map((change) => change.groupId)).size).toBe(1)
  })

  test('Enter splits, and rejecting joins again', async () => {
    const { select, texts, editor, snapshot } = open(paragraphs('One. Two.'))
    select(0, 4)
    await userEvent.keyboard('{Enter}')
    expect(await texts()).toEqual({ original: ['One. Two.'], final: ['One.', ' Two.'] })
    editor.focus()
    editor.decide(
      snapshot().index.changes.map((change) => change.id),
      'rejected',
    )
    expect(await texts()).toEqual({ original: ['One. Two.'], final: ['One. Two.'] })
  })

  test('Backspace at the start of a paragraph joins it with the one before', async () => {
    const { select, texts } = open(paragraphs('One.', 'Two.'))
    select(1, 0)
    await userEvent.keyboard('{Backspace}')
    expect(await texts()).toEqual({ original: ['One.', 'Two.'], final: ['One.Two.'] })
    await userEvent.keyboard('{Backspace}')
    expect(await texts()).toEqual({ original: ['One.', 'Two.'], final: ['OneTwo.'] })
  })

  test('Backspace after an own Enter leaves no trace', async () => {
    const { select, stored } = open(paragraphs('One. Two.'))
    select(0, 4)
    await userEvent.keyboard('{Enter}{Backspace}')
    expect((await stored()).toJSON()).toEqual(paragraphs('One. Two.').toJSON())
  })

  test('deletes across paragraphs', async () => {
    const { select, texts } = open(paragraphs('One two.', 'Three.', 'Four five.'))
    select(0, 3, 4, 2)
    await userEvent.keyboard('{Delete}')
    expect(await texts()).toEqual({ original: ['One two.', 'Three.', 'Four five.'], final: ['One five.'] })
  })

  test('tracks bold, and bold taken back leaves no change', async () => {
    const { select, texts, stored, editor } = open(paragraphs('Nine boats.'))
    select(0, 0, 4)
    await userEvent.keyboard('{Control>}b{/Control}')
    const marked = await stored()
    expect(marked.firstChild?.firstChild?.marks.map((mark) => mark.type.name)).toEqual([
      'formatChange',
      'strong',
    ])
    expect(editor.run('format.strong')).toBe(true)
    expect((await stored()).toJSON()).toEqual(paragraphs('Nine boats.').toJSON())
    expect(await texts()).toEqual({ original: ['Nine boats.'], final: ['Nine boats.'] })
  })

  test('undo goes back to the start and redo to the end', async () => {
    const start = paragraphs('One two.', 'Three.')
    const { select, stored, editor } = open(start)
    select(0, 3, 7)
    await userEvent.keyboard('x{Enter}yz')
    select(1, 0)
    await userEvent.keyboard('{Backspace}{Backspace}')
    const end = await stored()
    let undone = 0
    while (editor.run('edit.undo')) undone += 1
    expect((await stored()).toJSON()).toEqual(start.toJSON())
    while (undone-- > 0) editor.run('edit.redo')
    expect((await stored()).toJSON()).toEqual(end.toJSON())
  })

  test('a run of Backspace is one undo step', async () => {
    const start = paragraphs('Nine boats.')
    const { select, stored } = open(start)
    select(0, 10)
    await userEvent.keyboard('{Backspace}{Backspace}{Backspace}')
    await userEvent.keyboard('{Control>}z{/Control}')
    expect((await stored()).toJSON()).toEqual(start.toJSON())
  })

  test('style changes are tracked and rejected', async () => {
    const { select, editor, stored, snapshot } = open(paragraphs('A crosshead', 'Body.'))
    select(0, 2)
    editor.run('style.heading1')
    expect((await stored()).firstChild?.attrs['style']).toBe('heading1')
    editor.decide(
      snapshot().index.changes.map((change) => change.id),
      'rejected',
    )
    expect((await stored()).toJSON()).toEqual(paragraphs('A crosshead', 'Body.').toJSON())
  })
})

test('a key acts on the selection that is on screen, however fast it follows', async () => {
  const { select, texts } = open(paragraphs('Nine boats were seized along the estuary.'))
  select(0, 0)
  for (let round = 0; round < 5; round++) {
    await userEvent.keyboard(`{Shift>}${'{ArrowRight}'.repeat(7)}{/Shift}{Delete}`)
  }
  expect((await texts()).final).toEqual(['estuary.'.slice(2)])
})
