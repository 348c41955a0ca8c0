import { readFileSync } from 'node:fs'

/**
 * One measured piece of work in a process of its own: `child.ts WORK FILE`. Modules are loaded and the input is read
 * before the clock starts; the work itself runs for the first time. Prints what it took.
 */

type Work = () => Promise<unknown>

async function prepare(name: string, file: string): Promise<Work> {
  switch (name) {
    case 'write': {
      const { reviewContent } = await import('../../../src/main/export/docx/from-request.ts')
      const { writeDocx } = await import('../../../src/main/export/docx/write.ts')
      const { workRequest } = await import('./work-file.ts')
      const request = workRequest()
      return async () => writeDocx(reviewContent(request))
    }
    case 'export': {
      const { exportReview } = await import('../../../src/main/export/index.ts')
      const { workRequest } = await import('./work-file.ts')
      const request = workRequest()
      return () => exportReview(request)
    }
    case 'docx': {
      const { writeWithDocx } = await import('./peers.ts')
      return writeWithDocx
    }
    case 'import': {
      const { importDraft } = await import('../../../src/main/import/index.ts')
      const bytes = readFileSync(file)
      let count = 0
      const tools = { now: 0, newId: () => `id${(count += 1)}` }
      return () => importDraft({ name: 'work.docx', bytes, outside: {} }, tools)
    }
    case 'mammoth': {
      const { default: mammoth } = await import('mammoth')
      const buffer = readFileSync(file)
      return () => mammoth.convertToHtml({ buffer })
    }
    default:
      throw new RangeError(`There is no work called ${name}`)
  }
}

/** Milliseconds of this process: its threads for memory and for compiling count, other programs do not. */
async function timed(work: Work): Promise<{ readonly wall: number; readonly user: number }> {
  const began = performance.now()
  const before = process.cpuUsage()
  await work()
  return { user: process.cpuUsage(before).user / 1000, wall: performance.now() - began }
}

const [name = '', file = '', times = '1'] = process.argv.slice(2)
const work = await prepare(name, file)
const first = await timed(work)
const rss = process.resourceUsage().maxRSS / 1024
const later: number[] = []
// oxlint-disable-next-line no-await-in-loop -- one after another, as a worker does them
for (let left = Number(times) - 1; left > 0; left -= 1) later.push((await timed(work)).user)
later.sort((one, other) => one - other)
console.log(JSON.stringify({ first, later: later[Math.floor(later.length / 2)] ?? null, rss }))
