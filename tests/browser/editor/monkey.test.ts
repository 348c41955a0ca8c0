import { expect, inject, test } from 'vitest'
import { ARTICLES } from './monkey/articles.ts'
import { dice, sequence } from './monkey/keys.ts'
import { play, shorten } from './monkey/play.ts'

/**
 * Random keys in Chromium, by two people in turn: rejecting all gives the original text, undoing all the start, and
 * redoing all the end. `npm run monkey` plays two hundred sequences, and shortens the ones that go wrong.
 */

const { from, runs, keys, words, isShortened } = inject('monkey')
const seeds = Array.from({ length: runs }, (_, index) => from + index)

test.for(seeds)(
  'random keys (seed %i): rejecting all gives the original, undoing all the start',
  { timeout: 600_000 },
  async (seed) => {
    const start = ARTICLES[seed % ARTICLES.length]
    if (!start) throw new Error('No article')
    const played = words === '' ? sequence(dice(seed), keys) : words.split(' ')
    const fault = await play(start, played)
    const shown = fault !== null && isShortened ? await shorten(start, played) : played
    const again = `MONKEY_SEED=${String(seed)} MONKEY_KEYS='${shown.join(' ')}' npm run monkey`
    expect(fault, `${again}\n${fault ?? ''}`).toBeNull()
  },
)
