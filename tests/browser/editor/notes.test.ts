import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Node } from 'prosemirror-model'
import { indexDocument } from '../../../src/shared/document/index/document-index.ts'
import { schema } from '../../../src/shared/document/schema.ts'
import { playBothWays } from './both-ways.ts'
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

const { doc, para, footnote } = schema.nodes
const p = (...content: readonly (string | Node)[]) =>
  para.create(
    null,
    content.map((one) => (typeof one === 'string' ? schema.text(one) : one)),
  )
const note = (...texts: readonly string[]) =>
  footnote.create(
    null,
    texts.map((text) => p(text)),
  )
const NOTED = doc.create(null, [p('Nine boats', note('As counted.'), ' left.'), p('Later.')])

function signs({ element }: Desk): (string | null)[] {
  return [...element.querySelectorAll('.ProseMirror:not([hidden]) .note-sign')].map(
    (sign) => sign.textContent,
  )
}

function openText({ element }: Desk): string | null {
  return element.querySelector('.note-open > .note-text')?.textContent ?? null
}

/** Paragraphs with their notes in brackets. */
function read(node: Node): string[] {
  return node.children.map((paragraph) =>
    paragraph.children
      .map((child) =>
        child.isText ? child.text : `[${child.children.map((each) => each.textContent).join('¶')}]`,
      )
      .join(''),
  )
}

async function bothWays(base: Node, act: (desk: Desk) => Promise<void>): Promise<string[]> {
  return read(await playBothWays(open, base, act))
}

const keys = (text: string) => userEvent.keyboard(text)

test('a note is put in, written, and left by Escape', async () => {
  const final = await bothWays(doc.create(null, [p('Nine boats left.'), p('Later.')]), async (desk) => {
    desk.select(0, 10)
    await keys('{Control>}{Alt>}f{/Alt}{/Control}As{Enter}counted')
    expect(openText(desk)).toBe('Ascounted')
    await keys('{Escape} have')
    expect(openText(desk)).toBeNull()
    expect(signs(desk)).toEqual(['1'])
    expect(desk.editor.run('note.insert')).toBe(true)
    expect(desk.editor.run('note.insert')).toBe(false)
    await keys('two{Escape}!')
    expect(signs(desk)).toEqual(['1', '2'])
  })
  expect(final).toEqual(['Nine boats[As¶counted] have[two]! left.', 'Later.'])
})

test('arrows stop at the sign, Enter goes into the note, and the arrows out of it', async () => {
  const final = await bothWays(NOTED, async (desk) => {
    desk.select(0, 9)
    await keys('{ArrowRight}{ArrowRight}')
    expect(desk.element.querySelector('.note.ProseMirror-selectednode')).not.toBeNull()
    await keys('{Enter}')
    expect(openText(desk)).toBe('As counted.')
    await keys(' By whom?{ArrowRight}x')
    expect(openText(desk)).toBeNull()
    await keys('{ArrowLeft}{ArrowLeft}{ArrowLeft}y')
  })
  expect(final).toEqual(['Nine boatsy[As counted. By whom?]x left.', 'Later.'])
})

test('typing at a selected sign comes behind it; Backspace takes the note as one', async () => {
  const typed = await bothWays(NOTED, async (desk) => {
    desk.select(0, 9)
    await keys('{ArrowRight}{ArrowRight}z')
  })
  expect(typed).toEqual(['Nine boats[As counted.]z left.', 'Later.'])
  const gone = await bothWays(NOTED, async (desk) => {
    desk.select(0, 9)
    await keys('{ArrowRight}{ArrowRight}{ArrowRight}{Backspace}')
  })
  expect(gone).toEqual(['Nine boats left.', 'Later.'])
  const over = await bothWays(NOTED, async (desk) => {
    desk.select(0, 8)
    await keys('{Shift>}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{/Shift}!')
  })
  expect(over).toEqual(['Nine boa!left.', 'Later.'])
})

test('Backspace and Enter stay within the note', async () => {
  const final = await bothWays(NOTED, async (desk) => {
    desk.element
      .querySelector<HTMLElement>('.note-sign')
      ?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }))
    expect(openText(desk)).toBe('As counted.')
    await keys('{Enter}b{Backspace}{Backspace}{Home}{Backspace}{Delete}')
  })
  expect(final).toEqual(['Nine boats[s counted.] left.', 'Later.'])
})

test('a screen reader hears the number and the words; a deleted note is struck', async () => {
  const desk = open(NOTED)
  const sign = () => desk.element.querySelector('.note-sign')
  expect(sign()?.getAttribute('aria-label')).toBe('footnote 1: As counted.')
  desk.select(0, 9)
  await keys('{ArrowRight}{ArrowRight}{Delete}')
  expect(sign()?.closest('del')).not.toBeNull()
  const strike = sign()?.closest('del')
  expect(strike && getComputedStyle(strike).textDecorationLine).toContain('line-through')
  desk.editor.setProjection('final')
  expect(signs(desk)).toEqual([])
  desk.editor.setProjection('original')
  expect(signs(desk)).toEqual(['1'])
})

test('what is looked up in a note opens it', async () => {
  const desk = open(NOTED)
  desk.select(0, 9)
  await keys('{ArrowRight}{ArrowRight}{Enter} Twice.{Escape}')
  const [change] = indexDocument(await desk.stored()).changes
  desk.select(1, 2)
  expect(openText(desk)).toBeNull()
  expect(desk.editor.goTo({ kind: 'change', id: change?.id ?? '' })).toBe(true)
  expect(openText(desk)).toBe('As counted. Twice.')
})
