import { history } from 'prosemirror-history'
import { EditorState } from 'prosemirror-state'
import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Node } from 'prosemirror-model'
import { schema } from '../../../src/shared/document/schema.ts'
import { guard } from '../../../src/renderer/editor/tracking/guard.ts'
import { stamp } from '../../../src/renderer/editor/tracking/stamp.ts'
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

const shown = ({ element }: Desk) =>
  [...element.querySelectorAll<HTMLElement>('.ProseMirror')].find((view) => !view.hidden)

describe('the guard', () => {
  const state = EditorState.create({
    doc: paragraphs('Nine boats.'),
    plugins: [guard(() => 'tracked'), history()],
  })

  test('refuses a change that the tracker has not seen', () => {
    expect(state.applyTransaction(state.tr.insertText('x', 1)).transactions).toEqual([])
  })

  test('lets through what carries a stamp, and what changes no text', () => {
    expect(state.applyTransaction(stamp(state.tr.insertText('x', 1), 'tracked')).transactions).toHaveLength(1)
    expect(state.applyTransaction(state.tr.setMeta('any', true)).transactions).toHaveLength(1)
  })
})

describe('modes', () => {
  test('edit mode changes the text for good', async () => {
    const { select, stored } = open(paragraphs('Nine boats.'), { mode: 'edit' })
    select(0, 4)
    await userEvent.keyboard('ty')
    expect((await stored()).toJSON()).toEqual(paragraphs('Ninety boats.').toJSON())
  })

  test('in edit mode the words that replace a whole anchor belong to it', async () => {
    const comment = schema.marks.comment.create({ id: 'c1' })
    const doc = schema.nodes.doc.create(null, [
      schema.nodes.para.create(null, [
        schema.text('Nine '),
        schema.text('boats', [comment]),
        schema.text('.'),
      ]),
    ])
    const { select, stored, snapshot } = open(doc, { mode: 'edit' })
    select(0, 5, 10)
    await userEvent.keyboard('ships')
    await stored()
    expect(snapshot().index.comments.get('c1')?.words).toBe('ships')
  })

  test.each([
    { name: 'read mode', options: { mode: 'read' as const } },
    { name: 'a locked article', options: { locked: true } },
  ])('$name takes no typing', async ({ options }) => {
    const opened = open(paragraphs('Nine boats.'), options)
    opened.select(0, 4)
    await userEvent.keyboard('x{Backspace}{Enter}')
    expect(opened.editor.run('format.strong')).toBe(false)
    expect((await opened.stored()).toJSON()).toEqual(paragraphs('Nine boats.').toJSON())
    expect(shown(opened)?.textContent).toBe('Nine boats.')
  })

  test('read mode still takes a comment, a locked article does not', async () => {
    const reading = open(paragraphs('Nine boats.'), { mode: 'read' })
    reading.select(0, 0, 4)
    await expect.poll(() => reading.snapshot().selectionEmpty).toBe(false)
    const edit = reading.editor.anchor('comment', 'c1')
    expect(edit?.steps).toHaveLength(1)
    reading.editor.setLocked(true)
    expect(reading.editor.anchor('comment', 'c2')).toBeNull()
  })
})

describe('projections', () => {
  test('show the original and the final text and come back to the same caret', async () => {
    const opened = open(paragraphs('Nine boats.', 'Two crews.'))
    opened.select(0, 0, 4)
    await userEvent.keyboard('Ten')
    opened.editor.setProjection('original')
    expect(shown(opened)?.textContent).toBe('Nine boats.Two crews.')
    expect(shown(opened)?.isContentEditable).toBe(false)
    opened.editor.setProjection('final')
    expect(shown(opened)?.textContent).toBe('Ten boats.Two crews.')
    opened.editor.setProjection('redline')
    opened.editor.focus()
    await userEvent.keyboard('!')
    expect((await opened.texts()).final).toEqual(['Ten! boats.', 'Two crews.'])
  })
})

describe('decisions', () => {
  test('travel with the steps that carry them out, and can be undone', async () => {
    const { select, editor, snapshot, texts, decided, said } = open(paragraphs('Nine boats.'))
    select(0, 4)
    await userEvent.keyboard('ty')
    await expect.poll(() => snapshot().index.changes).toHaveLength(1)
    const id = snapshot().index.changes[0]?.id ?? ''
    editor.decide([id], 'accepted', 'agreed')
    expect(snapshot().index.changes).toEqual([])
    expect(await texts()).toEqual({ original: ['Ninety boats.'], final: ['Ninety boats.'] })
    expect(decided).toEqual([{ changeIds: [id], verdict: 'accepted', reason: 'agreed' }])
    expect(said).toEqual(['Accepted insertion “ty” by Ines Calloway. No change is open.'])
    expect(editor.run('edit.undo')).toBe(true)
    expect(snapshot().index.changes.map((change) => change.id)).toEqual([id])
    expect(await texts()).toEqual({ original: ['Nine boats.'], final: ['Ninety boats.'] })
  })

  test('an undecided id is left alone', async () => {
    const { editor, stored, decided } = open(paragraphs('Nine boats.'))
    editor.decide(['nobody'], 'accepted')
    await stored()
    expect(decided).toEqual([])
  })
})

describe('anchors', () => {
  test('an act takes every unsaved step with it, and typing goes on after it', async () => {
    const { select, editor, snapshot } = open(paragraphs('Nine boats were seized.'))
    select(0, 0, 10)
    await expect.poll(() => snapshot().selectionEmpty).toBe(false)
    const edit = editor.anchor('claim', 'k1')
    expect(edit).toMatchObject({ baseSeq: 0, steps: [{ stepType: 'addMark' }] })
    if (!edit) return
    editor.settle(edit, { ok: true, value: { seq: edit.steps.length } })
    expect(snapshot().index.claims.get('k1')?.words).toBe('Nine boats')
  })

  test('an empty selection takes the word at the caret', () => {
    const { select, editor, snapshot } = open(paragraphs('Nine boats.'))
    select(0, 7)
    expect(editor.anchor('comment', 'c1')).not.toBeNull()
    expect(snapshot().index.comments.get('c1')?.words).toBe('boats')
  })

  test('deleted words take a comment, and no claim', async () => {
    const { select, editor, snapshot } = open(paragraphs('Nine boats.'))
    select(0, 0, 4)
    await expect.poll(() => snapshot().selectionEmpty).toBe(false)
    await userEvent.keyboard('{Delete}')
    select(0, 2)
    await expect.poll(() => snapshot().selectionEmpty).toBe(true)
    expect(editor.anchor('claim', 'k1')).toBeNull()
    expect(editor.anchor('comment', 'c1')).not.toBeNull()
  })

  test('a refused act leaves no anchor and loses no typing', async () => {
    const { select, editor, snapshot, texts } = open(paragraphs('Nine boats.'))
    select(0, 4)
    await userEvent.keyboard('ty')
    const edit = editor.anchor('comment', 'c1')
    expect(edit).not.toBeNull()
    if (!edit) return
    editor.settle(edit, { ok: false, error: { code: 'refused', message: 'No.' } })
    expect((await texts()).final).toEqual(['Ninety boats.'])
    expect(snapshot().index.comments.size).toBe(0)
  })

  test('an anchor survives undo of what was typed before it', async () => {
    const { select, editor, snapshot } = open(paragraphs('Nine boats.'))
    select(0, 11)
    await userEvent.keyboard(' Gone')
    select(0, 0, 4)
    await expect.poll(() => snapshot().selectionEmpty).toBe(false)
    const edit = editor.anchor('comment', 'c1')
    if (edit) editor.settle(edit, { ok: true, value: { seq: edit.steps.length } })
    editor.run('edit.undo')
    expect(snapshot().index.comments.get('c1')?.words).toBe('Nine')
    expect(snapshot().index.changes).toEqual([])
  })
})

describe('saving', () => {
  test('a store that has moved on stops the editor and says so', async () => {
    const message = 'The text has changed elsewhere.'
    const opened = open(paragraphs('Nine boats.'), {
      save: () => ({ ok: false, error: { code: 'stale-base', message } }),
    })
    opened.select(0, 4)
    await userEvent.keyboard('ty')
    await opened.editor.flush()
    expect(opened.states.at(-1)).toEqual({ kind: 'failed', message })
    expect(opened.said).toEqual([message])
    expect(shown(opened)?.isContentEditable).toBe(false)
  })
})
