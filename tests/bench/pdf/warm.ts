import { exportPdf } from '../../../src/main/export/pdf/index.ts'
import { workRequest } from './work-review.ts'

/**
 * Started by the bench: makes S again and again in one process, and prints the least milliseconds of processor time that
 * its second layout took, which draws the margins into pages that the engine has laid out once.
 */
const ROUNDS = 5
let least = Infinity
for (let round = 0; round < ROUNDS; round += 1) {
  let start = process.cpuUsage()
  // oxlint-disable-next-line no-await-in-loop -- one after another
  const outcome = await exportPdf('packet', workRequest('S'), {
    progress: ({ label }) => {
      if (label.startsWith('Setting the margins')) start = process.cpuUsage()
      if (!label.startsWith('Writing')) return
      const { user, system } = process.cpuUsage(start)
      least = Math.min(least, (user + system) / 1000)
    },
  })
  if (!outcome.ok) throw new Error(outcome.error.message)
}
console.log(least)
process.exit(0)
