/** Timers that follow each other come no closer than this; HTML standard, timers. */
const LEAST = 4

/**
 * Asks for a turn again and again, and says how long the longest wait for one was. Timers leave room for idle work,
 * which messages would not.
 */
export function longestBlocks(milliseconds: number): Promise<number> {
  const start = performance.now()
  let last = start
  let longest = 0
  return new Promise((done) => {
    const turn = () => {
      const now = performance.now()
      longest = Math.max(longest, now - last - LEAST)
      last = now
      if (now - start < milliseconds) setTimeout(turn, 0)
      else done(longest)
    }
    setTimeout(turn, 0)
  })
}
