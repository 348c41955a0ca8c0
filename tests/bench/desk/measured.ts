/** What was measured of one act: milliseconds on the clock, and of processor time, which other work does not lengthen. */
export type Measured = { readonly clock: readonly number[]; readonly processor: readonly number[] }

const RUNS = 25
/** Not counted: the first calls of a kind load pages and compile code. */
const WARM = 3

/** `before` is done before each run, and not counted. */
export async function measure(
  act: () => Promise<unknown>,
  before: () => Promise<unknown> = () => Promise.resolve(),
): Promise<Measured> {
  const clock: number[] = []
  const processor: number[] = []
  for (let run = -WARM; run < RUNS; run += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each stands before its run
    await before()
    const used = process.cpuUsage()
    const begin = performance.now()
    // oxlint-disable-next-line no-await-in-loop -- one after another, each measured alone
    await act()
    const took = performance.now() - begin
    const { user, system } = process.cpuUsage(used)
    if (run < 0) continue
    clock.push(took)
    processor.push((user + system) / 1000)
  }
  return { clock, processor }
}
