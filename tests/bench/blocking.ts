import { loadavg } from 'node:os'
import { exportReview } from '../../src/main/export/index.ts'
import { writePackage } from '../../src/main/package/write.ts'
import { editedText } from '../support/returned-desk.ts'
import { openBusyDesk } from './blocking/desk.ts'
import type { BusyDesk } from './blocking/desk.ts'
import { held } from './blocking/held.ts'
import { workRequest } from './docx/work-file.ts'
import { largeReview } from './large-review.ts'

/**
 * `node tests/bench/blocking.ts [ACT…]`: how long the main process is held up by long work on 100,000 words with 5,000
 * changes, 2,000 comments and 500 claims, while somebody types in a short article. For each act: milliseconds until it
 * was answered, the longest in which nothing else ran (by the clock, and of processor time), and the slowest save.
 */

const only = process.argv.slice(2)

async function tell(desk: BusyDesk, name: string, act: () => Promise<unknown>): Promise<void> {
  const { took, longest, longestBusy, slowestSave, saves } = await held(act, () => desk.save())
  const told = [took, longest, longestBusy, slowestSave].map((time) => time.toFixed(0).padStart(7)).join('')
  console.log(`${name.padEnd(34)}${told}${String(saves).padStart(7)}`)
}

function bytesOf(made: { ok: true; value: { bytes: Uint8Array } } | { ok: false; error: unknown }) {
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return made.value.bytes
}

console.log(
  `Load ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`,
)
console.log(`${''.padEnd(34)}   took  block   busy   save  saves`)

const day = await openBusyDesk('Regional')
const night = await openBusyDesk('Night')

if (only.length === 0 || only.includes('import')) {
  const bytes = bytesOf(await exportReview(workRequest()))
  await tell(day, 'import of a Word file', () =>
    day.library.must('articles.import', { name: 'long.docx', bytes }),
  )
}

const large = bytesOf(writePackage(largeReview(3)))
let previewId = ''
const look = async (desk: BusyDesk, bytes: Uint8Array) => {
  const preview = await desk.library.must('packages.preview', { name: 'long.stet', bytes })
  if (preview.refusal !== null) throw new Error(preview.refusal)
  previewId = preview.previewId
  return preview
}
const take = (desk: BusyDesk) => desk.library.must('packages.accept', { previewId, takeRight: true })
await tell(day, 'look at a package that is new', () => look(day, large))
await tell(day, 'take it in', () => take(day))
const { articleId } = largeReview(1).manifest
await look(night, large)
await night.library.must('packages.accept', { previewId, takeRight: false })

if (only.length === 0 || only.includes('merge')) {
  await day.workOn(articleId, 20)
  await night.workOn(articleId, 900)
  let fileId = ''
  await tell(night, 'make a package', async () => {
    const made = await night.library.must('packages.create', {
      articleId,
      audience: 'internal',
      purpose: 'copy',
    })
    ;({ fileId } = made)
  })
  await night.library.must('exports.save', { fileId })
  await tell(day, 'look at a package to merge', () => look(day, night.saved()))
  await tell(day, 'take it in', () => take(day))
}

if (only.length === 0 || only.includes('return')) {
  let fileId = ''
  await tell(day, 'export a Word file', async () => {
    const wanted = { articleId, kind: 'docx-review', audience: 'internal', signOffPage: false } as const
    ;({ fileId } = await day.library.must('exports.create', wanted))
  })
  await day.library.must('exports.save', { fileId })
  const back = await editedText(day.saved(), (xml) => xml.replaceAll('estuary', 'harbour mouth'))
  await day.workOn(articleId, 40)
  await tell(day, 'look at a Word file that comes back', async () => {
    const told = await day.library.must('returns.preview', { articleId, name: 'long.docx', bytes: back })
    if (told.refusal !== null) throw new Error(told.refusal)
    ;({ previewId } = told)
  })
  await tell(day, 'bring it back', () => day.library.must('returns.accept', { previewId }))
}

if (only.length === 0 || only.includes('verify')) {
  await tell(day, 'check the record', () => day.library.must('review.verify', { articleId }))
}
await day.close()
await night.close()
