import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { schema } from '../../../src/shared/document/schema.ts'
import { fire, html } from './clipboard-support.ts'
import { openDesk, paragraphs } from './support.ts'
import type { Desk } from './support.ts'

let desk: Desk | null = null
afterEach(() => {
  desk?.close()
  desk = null
})

test('copied text is the final text, without marks of the review', async () => {
  const claim = schema.marks.claim.create({ id: 'k1' })
  const doc = schema.nodes.doc.create(null, [
    schema.nodes.para.create(null, [schema.text('more than four million', [claim])]),
  ])
  desk = openDesk(doc)
  desk.select(0, 0, 14)
  await userEvent.keyboard('4.2')
  desk.select(0, 0, 25)
  const data = fire(desk, 'copy')
  expect(data.getData('text/plain')).toBe('4.2 million')
  expect(data.getData('text/html')).not.toMatch(/<del|<ins|data-claim|data-author/)
})

test('pasted paragraphs are tracked, keep their structure and lose foreign style', async () => {
  desk = openDesk(paragraphs('Nine boats.'))
  desk.select(0, 4)
  fire(
    desk,
    'paste',
    html('<p style="color:red">One <b>bold</b></p><h2>Head</h2><script>x</script><p>Two</p>'),
  )
  const { original, final } = await desk.texts()
  expect(original).toEqual(['Nine boats.'])
  expect(final).toEqual(['NineOne bold', 'Head', 'Two boats.'])
  const stored = await desk.stored()
  expect(stored.child(1).attrs['style']).toBe('heading1')
})

test('tracking and anchors stay behind when something is pasted', async () => {
  desk = openDesk(paragraphs('Nine boats.'))
  desk.select(0, 11)
  fire(
    desk,
    'paste',
    html(
      '<p><ins data-change="x1" data-author="mara">kept</ins><del data-change="x2" data-author="mara">gone</del> <span data-comment="c9">words</span></p>',
    ),
  )
  expect((await desk.texts()).final).toEqual(['Nine boats.kept words'])
  const authors = new Set<string>()
  ;(await desk.stored()).descendants((node) => {
    for (const mark of node.marks) authors.add(String(mark.attrs['author'] ?? mark.type.name))
  })
  expect([...authors]).toEqual(['ines'])
})

test('what Google Docs wraps in bold is not bold', async () => {
  desk = openDesk(paragraphs('Nine boats.'))
  desk.select(0, 11)
  fire(
    desk,
    'paste',
    html('<b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"><span>plain</span></p></b>'),
  )
  const last = (await desk.stored()).lastChild?.lastChild
  expect(last?.text).toBe('plain')
  expect(last?.marks.map((mark) => mark.type.name)).toEqual(['insertion'])
})

test('cutting in suggest mode strikes the words', async () => {
  desk = openDesk(paragraphs('Nine boats.'))
  desk.select(0, 0, 4)
  const data = fire(desk, 'cut')
  expect(data.getData('text/plain')).toBe('Nine')
  expect(await desk.texts()).toEqual({ original: ['Nine boats.'], final: [' boats.'] })
})

describe('anchors', () => {
  const claim = schema.marks.claim.create({ id: 'k1' })
  const comment = schema.marks.comment.create({ id: 'c1' })
  const article = () =>
    schema.nodes.doc.create(null, [
      schema.nodes.para.create(null, [
        schema.text('Of them '),
        schema.text('four million', [claim]),
        schema.text(' are '),
        schema.text('registered', [comment]),
        schema.text('.'),
      ]),
      schema.nodes.para.create(null, [schema.text('Elsewhere.')]),
    ])

  function words(desk: Desk): Record<string, string> {
    const { claims, comments } = desk.snapshot().index
    return { k1: claims.get('k1')?.words ?? '', c1: comments.get('c1')?.words ?? '' }
  }
  const settled = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))

  test('go along with words that are cut and pasted, once, and come back by undo', async () => {
    desk = openDesk(article(), { mode: 'edit' })
    desk.select(0, 8, 20)
    const cut = fire(desk, 'cut')
    await settled()
    expect(words(desk)).toEqual({ k1: '', c1: 'registered' })
    desk.select(1, 10)
    fire(desk, 'paste', cut)
    await settled()
    expect(words(desk)).toEqual({ k1: 'four million', c1: 'registered' })
    fire(desk, 'paste', cut)
    await settled()
    expect(words(desk)).toEqual({ k1: 'four million', c1: 'registered' })
    expect((await desk.texts()).final).toEqual([
      'Of them  are registered.',
      'Elsewhere.four millionfour million',
    ])
    while (desk.editor.run('edit.undo'));
    expect((await desk.stored()).toJSON()).toEqual(article().toJSON())
  })

  test('stay where they were when a cut was undone before the paste', async () => {
    desk = openDesk(article(), { mode: 'edit' })
    desk.select(0, 8, 20)
    const cut = fire(desk, 'cut')
    desk.editor.run('edit.undo')
    desk.select(1, 10)
    fire(desk, 'paste', cut)
    await settled()
    expect(words(desk)).toEqual({ k1: 'four million', c1: 'registered' })
    expect((await desk.texts()).final[1]).toBe('Elsewhere.four million')
  })

  test('stay behind in a copy', async () => {
    desk = openDesk(article(), { mode: 'edit' })
    desk.select(0, 0, 36)
    const copy = fire(desk, 'copy')
    expect(copy.getData('text/html')).not.toContain('k1')
    desk.select(1, 10)
    fire(desk, 'paste', copy)
    await settled()
    expect(words(desk)).toEqual({ k1: 'four million', c1: 'registered' })
  })

  test('do not come from another article', async () => {
    desk = openDesk(article(), { mode: 'edit' })
    desk.select(0, 0, 36)
    const cut = fire(desk, 'cut')
    desk.close()
    desk = openDesk(paragraphs('Nine boats.'), { mode: 'edit' })
    desk.select(0, 0)
    fire(desk, 'paste', cut)
    await settled()
    expect(words(desk)).toEqual({ k1: '', c1: '' })
    expect((await desk.texts()).final).toEqual(['Of them four million are registered.Nine boats.'])
  })

  test('go along in Suggest mode too, and cover the old words until somebody decides', async () => {
    desk = openDesk(article())
    desk.select(0, 8, 20)
    const cut = fire(desk, 'cut')
    desk.select(1, 10)
    fire(desk, 'paste', cut)
    await settled()
    expect(await desk.texts()).toEqual({
      original: ['Of them four million are registered.', 'Elsewhere.'],
      final: ['Of them  are registered.', 'Elsewhere.four million'],
    })
    expect(words(desk)).toEqual({ k1: 'four million', c1: 'registered' })
    fire(desk, 'paste', cut)
    await settled()
    expect(words(desk)).toEqual({ k1: 'four million', c1: 'registered' })
    desk.editor.decide(
      desk.snapshot().index.changes.map(({ id }) => id),
      'rejected',
    )
    expect((await desk.stored()).toJSON()).toEqual(article().toJSON())
  })

  test.each(['edit', 'suggest'] as const)('go along with words that are dragged in %s mode', async (mode) => {
    desk = openDesk(article(), { mode })
    desk.select(0, 8, 20)
    await drag(desk, 1, 10, {})
    const { final } = await desk.texts()
    expect(final[0]).toBe('Of them  are registered.')
    expect(final[1]).toContain('four million')
    expect(words(desk)).toEqual({ k1: 'four million', c1: 'registered' })
    while (desk.editor.run('edit.undo'));
    expect((await desk.stored()).toJSON()).toEqual(article().toJSON())
  })

  test('stay behind when a copy is dragged', async () => {
    desk = openDesk(article(), { mode: 'edit' })
    desk.select(0, 8, 20)
    await drag(desk, 1, 10, { ctrlKey: true })
    const { final } = await desk.texts()
    expect(final[0]).toBe('Of them four million are registered.')
    expect(final[1]).toContain('four million')
    expect(words(desk)).toEqual({ k1: 'four million', c1: 'registered' })
  })

  /** Drags what is selected to an offset of a paragraph. */
  async function drag(desk: Desk, paragraph: number, offset: number, keys: DragEventInit): Promise<void> {
    const view = desk.element.querySelector<HTMLElement>('.ProseMirror')
    const selected = getSelection()?.getRangeAt(0).getBoundingClientRect()
    const target = view?.children[paragraph]
    const node = target && document.createTreeWalker(target, NodeFilter.SHOW_TEXT).nextNode()
    if (!view || !selected || !node) throw new Error('nothing to drag')
    const range = document.createRange()
    range.setStart(node, offset - 1)
    range.setEnd(node, offset)
    const end = range.getBoundingClientRect()
    const dataTransfer = new DataTransfer()
    const common = { bubbles: true, cancelable: true, dataTransfer, ...keys }
    const from = { clientX: selected.left + 2, clientY: selected.top + 4 }
    const to = { clientX: end.right, clientY: end.top + end.height / 2 }
    view.dispatchEvent(new DragEvent('dragstart', { ...common, ...from }))
    view.dispatchEvent(new DragEvent('drop', { ...common, ...to }))
    await settled()
  }
})
