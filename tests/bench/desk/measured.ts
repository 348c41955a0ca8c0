/** What was measured of one act: milliseconds on the clock, and of processor time, which other work does not lengthen. */
export type Measured = { readonly clock: readonly number[]; readonly processor: readonly number[] }

const RUNS = 25
/** Not counted: the first calls of a kind load pages and compile code. */
const WARM = 3

export async function measure(act: (run: number) => Promise<unknown>, runs = RUNS): Promise<Measured> {
  const clock: number[] = []
  const processor: number[] = []
  for (let run = -WARM; run < runs; run += 1) {
    const used = process.cpuUsage()
    const begin = performance.now()
    // oxlint-disable-next-line no-await-in-loop -- one after another, each measured alone
    await act(run + WARM)
    const took = performance.now() - begin
    const { user, system } = process.cpuUsage(used)
    if (run < 0) continue
    clock.push(took)
    processor.push((user + system) / 1000)
  }
  return { clock, processor }
}
