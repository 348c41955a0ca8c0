import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { openDesk, paragraphs } from './support.ts'

/** A small linear congruential generator (Numerical Recipes), so that a failure can be played again by its seed. */
function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

const KEYS = [
  'a',
  'b',
  'e',
  ' ',
  '{Backspace}',
  '{Backspace}',
  '{Delete}',
  '{Enter}',
  '{ArrowLeft}',
  '{ArrowRight}',
  '{ArrowUp}',
  '{ArrowDown}',
  '{Shift>}{ArrowRight}{ArrowRight}{ArrowRight}{/Shift}',
  '{Shift>}{ArrowLeft}{ArrowLeft}{/Shift}',
  '{Shift>}{ArrowDown}{/Shift}',
  '{Control>}b{/Control}',
  '{Control>}z{/Control}',
  '{Control>}{Backspace}{/Control}',
  '{Alt>}{ArrowUp}{/Alt}',
  '{Alt>}{ArrowDown}{/Alt}',
  '{Control>}{Shift>}7{/Shift}{/Control}',
  '{Control>}{Alt>}4{/Alt}{/Control}',
  '"',
  '-',
]

test.each([1, 2, 3, 4, 5, 6])(
  'random keys (seed %i): rejecting all gives the original, undoing all the start',
  async (seed) => {
    const start = paragraphs('Eleven boats', 'be seen', '', 'at the quay')
    const desk = openDesk(start, { autocorrect: true })
    try {
      const roll = dice(seed)
      desk.select(0, 3)
      for (let count = 0; count < 40; count++) await userEvent.keyboard(KEYS[roll(KEYS.length)] ?? 'a')
      expect((await desk.texts()).original, `seed ${seed}`).toEqual([
        'Eleven boats',
        'be seen',
        '',
        'at the quay',
      ])
      while (desk.editor.run('edit.undo'));
      expect((await desk.stored()).toJSON(), `seed ${seed}`).toEqual(start.toJSON())
    } finally {
      desk.close()
    }
  },
)
