import { vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Node } from 'prosemirror-model'
import { project } from '../../../../src/shared/document/projection.ts'
import { openDesk } from '../support.ts'
import type { Desk } from '../support.ts'

/** Milliseconds between two keys. */
const PACE = 100

/** Text that can be clicked, in the order in which it stands on screen. */
function shownText(desk: Desk): Text[] {
  const root = desk.element.querySelector('.ProseMirror:not([hidden])')
  const found: Text[] = []
  if (!root) return found
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const isShown = node.parentElement?.closest('[contenteditable]') === root
    if (isShown && node.parentElement?.checkVisibility() === true) found.push(node as Text)
  }
  return found
}

/** Puts the caret where a click would. */
function click(desk: Desk, share: number): void {
  const texts = shownText(desk)
  let offset = Math.floor((share / 1000) * texts.reduce((sum, text) => sum + text.length + 1, 0))
  const text = texts.find(({ length }) => (offset -= length + 1) < 0)
  desk.editor.focus()
  if (!text) return
  getSelection()?.collapse(text, offset + text.length + 1)
  document.dispatchEvent(new Event('selectionchange'))
}

/** Tab leaves the text where it has nothing to do. */
function hasTab(): boolean {
  const node = getSelection()?.anchorNode
  const element = node instanceof Element ? node : node?.parentElement
  return element ? element.closest('[data-list], td, th') !== null : false
}

async function press(desk: Desk, word: string): Promise<void> {
  const [name, value = ''] = word.split(':')
  if (name === 'author') desk.editor.setAuthor(value)
  else if (name === 'at') click(desk, Number(value))
  else if (!word.includes('{Tab}') || hasTab()) await userEvent.keyboard(word)
  if (!desk.element.contains(document.activeElement)) desk.editor.focus()
}

function unlike(what: string, actual: Node, expected: Node): string | null {
  return actual.eq(expected) ? null : `${what}: ${String(actual)} instead of ${String(expected)}`
}

/** P1 and P3, and that every text on the way is a valid one. */
async function verdict(desk: Desk, start: Node): Promise<string | null> {
  const end = await desk.stored()
  end.check()
  const original = unlike('rejecting all', project(end, 'original'), project(start, 'original'))
  if (original !== null) return original
  let undone = 0
  while (desk.editor.run('edit.undo')) undone += 1
  const undo = unlike('undoing all', await desk.stored(), start)
  if (undo !== null) return undo
  while (undone-- > 0) desk.editor.run('edit.redo')
  return unlike('redoing all', await desk.stored(), end)
}

/** Plays a sequence, and says what is wrong then; null when nothing is. */
export async function play(start: Node, words: readonly string[]): Promise<string | null> {
  // The clock decides what is undone together: it goes as in every play of this sequence, however busy the machine.
  vi.useFakeTimers({ toFake: ['Date'], now: 0 })
  const errors: string[] = []
  const note = ({ error, message }: ErrorEvent) => {
    errors.push(error instanceof Error ? (error.stack ?? message) : message)
  }
  window.addEventListener('error', note)
  const desk = openDesk(start, { autocorrect: true })
  try {
    // What other plays have copied is not pasted here.
    desk.select(0, 0, 3)
    await userEvent.keyboard('{Control>}c{/Control}')
    for (const word of words) {
      vi.setSystemTime(Date.now() + PACE)
      // oxlint-disable-next-line no-await-in-loop -- keys come one after another
      await press(desk, word)
    }
    return errors[0] ?? (await verdict(desk, start))
  } catch (error) {
    return String(error)
  } finally {
    desk.close()
    window.removeEventListener('error', note)
    vi.useRealTimers()
  }
}

/** A shorter sequence that goes wrong too, by leaving out ever smaller parts of it. */
export async function shorten(start: Node, words: readonly string[]): Promise<readonly string[]> {
  let shortest = words
  for (let size = Math.ceil(words.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < shortest.length;) {
      const rest = shortest.toSpliced(from, size)
      // oxlint-disable-next-line no-await-in-loop -- each try begins with what the one before has left
      if ((await play(start, rest)) === null) from += size
      else shortest = rest
    }
  }
  return shortest
}
