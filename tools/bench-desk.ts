import { writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { looks } from '../tests/bench/desk/acts.ts'
import { ARTICLES, MARKED, openBigLibrary } from '../tests/bench/desk/library.ts'
import { measure } from '../tests/bench/desk/measured.ts'
import type { Measured } from '../tests/bench/desk/measured.ts'
import { serveOverHttp } from '../tests/bench/desk/over-http.ts'
import { quantile } from '../tests/bench/editor/figures.ts'
import { openTestLibrary, temporaryFolder } from '../tests/support/library.ts'

/** The desk with ten thousand articles; writes docs/bench-desk.md. */

const MOST_LIST = 50
const MOST_OPEN = 300

type Row = { readonly name: string; readonly core: Measured; readonly http: Measured; readonly most: number }

const folder = temporaryFolder()
const big = await openBigLibrary(folder.path, 'searched')
const articleId = await big.markUp()
let { library } = big
while ((await library.must('articles.list', {})).unsearched > 0) {
  // oxlint-disable-next-line no-await-in-loop -- until the search knows the marked story, too
  await new Promise((resolve) => setTimeout(resolve, 20))
}
const http = await serveOverHttp(library)

/** Counts are kept until something is written: each look is measured as the first one after a write. */
const write = () => library.must('session.renameLibrary', { name: 'Night desk' })

const rows: Row[] = []
for (const { name, args } of looks) {
  // oxlint-disable-next-line no-await-in-loop -- one after another, so that they do not slow each other
  const core = await measure(() => library.must('articles.list', args), write)
  // oxlint-disable-next-line no-await-in-loop
  rows.push({
    name,
    core,
    http: await measure(() => http.call('articles.list', args), write),
    most: MOST_LIST,
  })
}
rows.push({
  name: 'opening an article that is in memory',
  core: await measure(() => library.must('review.open', { articleId })),
  http: await measure(() => http.call('review.open', { articleId })),
  most: MOST_OPEN,
})
await http.close()
await library.core.close()

/** Each in a core of its own: the first opening of an article after Stet was started. */
const FRESH_RUNS = 8
const fresh = { clock: [] as number[], processor: [] as number[] }
for (let run = 0; run < FRESH_RUNS; run += 1) {
  // oxlint-disable-next-line no-await-in-loop -- a library is held by one at a time
  library = await openTestLibrary(folder.path)
  const opening = library
  // oxlint-disable-next-line no-await-in-loop
  await opening.must('articles.list', {})
  const used = process.cpuUsage()
  const begin = performance.now()
  // oxlint-disable-next-line no-await-in-loop
  await opening.must('review.open', { articleId })
  fresh.clock.push(performance.now() - begin)
  const { user, system } = process.cpuUsage(used)
  fresh.processor.push((user + system) / 1000)
  // oxlint-disable-next-line no-await-in-loop
  await opening.core.close()
}
folder.remove()

const ms = (value: number) => value.toFixed(1)
const figures = ({ clock, processor }: Measured) => [
  ms(quantile(clock, 0.5)),
  ms(quantile(clock, 0.95)),
  ms(quantile(processor, 0.5)),
]
const head = ['what', 'core', 'core p95', 'core CPU', 'HTTP', 'HTTP p95', 'HTTP CPU', 'target']
const body = rows.map(({ name, core, http: wire, most }) => [
  name,
  ...figures(core),
  ...figures(wire),
  `≤ ${most}`,
])
body.push(['opening it for the first time', ...figures(fresh), '', '', '', `≤ ${MOST_OPEN}`])
const table = [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const report = `# The desk with ${ARTICLES.toLocaleString('en')} articles, measured

By \`npm run bench:desk\`, on the machine at hand. Milliseconds: medians and 95th percentiles on the clock, and the median of
the processor time of the whole process, which other work on the machine lengthens less: the machine did ${Math.round(loadavg()[0] ?? 0)} things at once on ${availableParallelism()} cores. *Core* is the core's own call,
with the library on disk; *HTTP* the whole way of a window of the loopback host: JSON, HTTP, the core, JSON again.

Every article has a text of about 330 words; a window is 150 rows with all counts, asked for after a write,
so that nothing is counted already. The article that is opened has about
${MARKED.words.toLocaleString('en')} words, ${MARKED.changes} changes and ${MARKED.claims} claims.

${table}
`
const page = join(import.meta.dirname, '../docs/bench-desk.md')
writeFileSync(page, await format(report, { ...(await resolveConfig(page)), filepath: page }))
console.log(report)
const late = [...rows, { core: fresh, http: fresh, most: MOST_OPEN }].filter(({ core, http: wire, most }) =>
  [core, wire].some(({ clock }) => quantile(clock, 0.5) > most),
)
process.exitCode = late.length === 0 ? 0 : 1
