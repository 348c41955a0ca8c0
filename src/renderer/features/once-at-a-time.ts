/**
 * Runs a task alone. Asked for while it runs, it runs once more afterwards, however often it was asked: so the
 * last run always began after the last asking.
 */
export function onceAtATime(): (task: () => Promise<void>) => Promise<void> {
  let running: Promise<void> | null = null
  let again = false
  return (task) => {
    again = running !== null
    running ??= repeat(task)
    return running
  }

  async function repeat(task: () => Promise<void>): Promise<void> {
    try {
      do {
        again = false
        await task()
      } while (again)
    } finally {
      // In the same turn as the last look at `again`, so that no asking falls in between.
      running = null
    }
  }
}
