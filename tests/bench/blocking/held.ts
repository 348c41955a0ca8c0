/** What an act did to everybody else. */
export type Held = {
  /** Milliseconds from the call to its answer. */
  readonly took: number
  /** The longest time in which nothing else ran in this thread. */
  readonly longest: number
  /** The same of processor time of this thread: what other programs do does not count. */
  readonly longestBusy: number
  readonly slowestSave: number
  readonly saves: number
}

/** Milliseconds between two saves: a window sends them every 250, and several windows may. */
const BETWEEN = 40

function watchTurns() {
  let longest = 0
  let longestBusy = 0
  let timer: NodeJS.Timeout | null = null
  let at = performance.now()
  let { user, system } = process.threadCpuUsage()
  const turn = (): void => {
    const used = process.threadCpuUsage()
    const now = performance.now()
    longest = Math.max(longest, now - at)
    longestBusy = Math.max(longestBusy, (used.user + used.system - user - system) / 1000)
    at = now
    ;({ user, system } = used)
    timer = setTimeout(turn, 1)
  }
  turn()
  return {
    stop: () => {
      turn()
      if (timer) clearTimeout(timer)
      return { longest, longestBusy }
    },
  }
}

/** `save` is done again and again while `act` runs, as by somebody who types in another article. */
export async function held(act: () => Promise<unknown>, save: () => Promise<unknown>): Promise<Held> {
  let over = false
  let slowestSave = 0
  let saves = 0
  const typing = async (): Promise<void> => {
    let due = performance.now()
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- one after another
      await save()
      saves += 1
      // From when it was to be sent: what waits for a turn waits for its save.
      slowestSave = Math.max(slowestSave, performance.now() - due)
      // The last one may have waited until the act was over.
      if (over) return
      due = performance.now() + BETWEEN
      // oxlint-disable-next-line no-await-in-loop -- one after another
      await new Promise((resolve) => setTimeout(resolve, BETWEEN))
    }
  }
  const typed = typing()
  await new Promise((resolve) => setTimeout(resolve, BETWEEN * 3))
  slowestSave = 0
  saves = 0
  const turns = watchTurns()
  const begun = performance.now()
  await act()
  const took = performance.now() - begun
  over = true
  await typed
  return { took, ...turns.stop(), slowestSave, saves }
}
