import { describe, expect, test } from 'vitest'
import { giveBackGarbage } from '../../../../src/main/worker/garbage.ts'

/** Where nothing but a weak reference leads. */
function lost(): WeakRef<object> {
  return new WeakRef({ words: 'x'.repeat(100_000) })
}

/** A weak reference holds what it leads to until the turn of the event loop in which it was made is over. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

describe('what nothing leads to', () => {
  test('is given back where the process is large', async () => {
    const reference = lost()
    await nextTurn()
    giveBackGarbage(0)
    expect(reference.deref()).toBeUndefined()
  })

  test('is left to lie where it is not, as looking for it takes time', async () => {
    const reference = lost()
    await nextTurn()
    giveBackGarbage(Infinity)
    expect(reference.deref()).toBeDefined()
  })
})
