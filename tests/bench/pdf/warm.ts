import { exportPdf } from '../../../src/main/export/pdf/index.ts'
import { workRequest } from './work-review.ts'

/**
 * Started by the bench: makes S once, and prints the milliseconds of processor time that its second layout took, which
 * draws the margins into pages that the engine has laid out once. Once, as what an engine has set it does not set anew.
 */
let start = process.cpuUsage()
const outcome = await exportPdf('packet', workRequest('S'), {
  progress: ({ label }) => {
    if (label.startsWith('Setting the margins')) start = process.cpuUsage()
    if (!label.startsWith('Writing')) return
    const { user, system } = process.cpuUsage(start)
    console.log((user + system) / 1000)
  },
})
if (!outcome.ok) throw new Error(outcome.error.message)
process.exit(0)
