import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Node } from 'prosemirror-model'
import { schema } from '../../../src/shared/document/schema.ts'
import { openDesk } from './support.ts'
import type { Desk } from './support.ts'

const SENTENCE = 'Nine boats were seized along the estuary before dawn on Tuesday, officials said. '

const inserted = (id: string, words: string) =>
  schema.text(words, [schema.marks.insertion.create({ id, author: 'ines' })])
const deleted = (id: string, words: string) =>
  schema.text(words, [schema.marks.deletion.create({ id, author: 'ines' })])

const some = (times: number, make: (words: string) => Node) =>
  times === 0 ? [] : [make(SENTENCE.repeat(times))]

/** Every paragraph has its number, long words that only the original has, and others that only the final has. */
function article(): Node {
  return schema.nodes.doc.create(
    null,
    Array.from({ length: 60 }, (_, at) =>
      schema.nodes.para.create(
        at % 7 === 3 ? { paragraphMark: { deletion: { id: `p${at}`, author: 'ines' } } } : null,
        [
          schema.text(`Number ${at}. `),
          ...some(at % 3, (words) => deleted(`d${at}`, words)),
          schema.text(SENTENCE),
          ...some((at + 1) % 4, (words) => inserted(`i${at}`, words)),
          schema.text(SENTENCE),
        ],
      ),
    ),
  )
}

let desk: Desk | null = null
let scroller: HTMLElement | null = null

function start(doc: Node = article()): Desk & { readonly scroller: HTMLElement } {
  desk = openDesk(doc)
  scroller = document.createElement('main')
  scroller.style.cssText = 'height: 500px; width: 640px; overflow: auto'
  document.body.append(scroller)
  scroller.append(desk.element)
  return { ...desk, scroller }
}

afterEach(() => {
  desk?.close()
  scroller?.remove()
  desk = null
})

const shown = ({ element }: Desk) =>
  [...element.querySelectorAll<HTMLElement>('.ProseMirror')].find((view) => !view.hidden)

/** Number of the paragraph that is the first in sight. */
function topNumber(opened: ReturnType<typeof start>): string {
  const edge = opened.scroller.getBoundingClientRect().top + 12
  const first = [...(shown(opened)?.children ?? [])].find(
    (each) => each.getBoundingClientRect().bottom > edge,
  )
  return /Number \d+/.exec(first?.textContent ?? '')?.[0] ?? ''
}

/** Until the paragraphs in sight have their real heights. */
async function frame(): Promise<void> {
  for (let count = 0; count < 12; count++) await new Promise((done) => requestAnimationFrame(done))
}

describe('switching to another reading', () => {
  test.each(['original', 'final'] as const)('keeps what stands at the top: %s', async (which) => {
    const opened = start()
    for (const at of [10, 24, 41, 57]) {
      opened.editor.setProjection('redline')
      const paragraph = shown(opened)?.children[at]
      paragraph?.scrollIntoView({ block: 'start' })
      await frame()
      const before = topNumber(opened)
      opened.editor.setProjection(which)
      await frame()
      // A ¶ that is not in the final text makes two paragraphs one, which has the number of the first.
      const same = [before, `Number ${at - 1}`]
      expect(same).toContain(topNumber(opened))
    }
  })

  test('there and back ends at the very same place', async () => {
    const opened = start()
    for (const top of [0, 700, 1433, 3210]) {
      opened.scroller.scrollTop = top
      await frame()
      const before = opened.scroller.scrollTop
      opened.editor.setProjection('final')
      await frame()
      opened.editor.setProjection('original')
      await frame()
      opened.editor.setProjection('redline')
      await frame()
      expect(Math.abs(opened.scroller.scrollTop - before)).toBeLessThan(2)
    }
  })

  test('keeps caret and focus: typing goes on where it was', async () => {
    const opened = start()
    opened.select(2, 4)
    opened.editor.setProjection('final')
    await frame()
    expect(document.activeElement).toBe(shown(opened))
    opened.editor.setProjection('redline')
    await frame()
    await userEvent.keyboard('X')
    expect((await opened.texts()).final[2]).toContain('NumbXer 2')
  })

  test('selects the same words, and keeps the selection of the redline', async () => {
    const opened = start()
    opened.select(1, 0, 8)
    await expect.poll(() => opened.snapshot().selectionEmpty).toBe(false)
    opened.editor.setProjection('final')
    await frame()
    expect(getSelection()?.toString()).toBe('Number 1')
    opened.editor.setProjection('redline')
    await frame()
    expect(opened.snapshot().selectionEmpty).toBe(false)
    await userEvent.keyboard('X')
    expect((await opened.texts()).final[1]).toMatch(/^X\. /)
  })

  test('takes along what was selected in the reading', async () => {
    const opened = start()
    opened.editor.focus()
    opened.editor.setProjection('final')
    await frame()
    const words = shown(opened)?.children[4]
    if (!words?.firstChild) throw new Error('no text')
    getSelection()?.setBaseAndExtent(words.firstChild, 0, words.firstChild, 8)
    document.dispatchEvent(new Event('selectionchange'))
    await frame()
    opened.editor.setProjection('redline')
    await frame()
    expect(getSelection()?.toString()).toBe(words.textContent?.slice(0, 8))
  })

  test('going to a change from a reading ends at the change', async () => {
    const opened = start()
    opened.editor.setProjection('final')
    await frame()
    opened.editor.goTo({ kind: 'change', id: 'i40' })
    await frame()
    const words = shown(opened)?.querySelector('[data-change="i40"]')?.getBoundingClientRect()
    const box = opened.scroller.getBoundingClientRect()
    expect(words?.top).toBeGreaterThan(box.top)
    expect(words?.top).toBeLessThan(box.bottom)
    expect(opened.snapshot().changeId).toBe('i40')
  })
})
