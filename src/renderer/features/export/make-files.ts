import { create } from 'zustand'
import type { Args, Exported } from '../../../shared/contract.ts'
import type { ExportKind } from '../../../shared/model/review.ts'
import { host } from '../../host/host.ts'
import { announce } from '../../ui/announcer.tsx'
import { asJob, cancelJob } from '../jobs.ts'
import { useReview } from '../review/store.ts'
import { EXPORT_NAMES } from '../words.ts'
import { isUnderWay } from './export-job.ts'
import type { ExportJob, Standing } from './export-job.ts'

/** The files that were asked for last: closing the dialog neither ends the work nor loses what it made. */
type Exports = { readonly articleId: string; readonly jobs: readonly ExportJob[] }

export const useExports = create<Exports>()(() => ({ articleId: '', jobs: [] }))

function set(kind: ExportKind, outcome: ExportJob['outcome']): void {
  useExports.setState(({ jobs }) => ({
    jobs: jobs.map((one) => (one.kind === kind ? { kind, outcome } : one)),
  }))
}

/** Until main tells how far it is. */
export function makingInWords(kind: ExportKind): string {
  return `Making the ${EXPORT_NAMES[kind]}`
}

/** Of the text as main has it; null when another article has been opened meanwhile. */
async function standingNow(articleId: string): Promise<Standing | null> {
  await useReview.getState().refresh()
  const { state } = useReview.getState()
  if (state?.article.id !== articleId) return null
  return { textHash: state.textHash, approved: state.article.locked }
}

async function makeOne(wanted: Args<'exports.create'>): Promise<ExportJob['outcome']> {
  const { kind } = wanted
  const name = EXPORT_NAMES[kind]
  const of = { audience: wanted.audience, standing: await standingNow(wanted.articleId) }
  const outcome = await asJob(makingInWords(kind), (job) => {
    set(kind, { kind: 'running', job })
    return host.call('exports.create', { ...wanted, job })
  })
  if (outcome.ok) {
    announce(`${outcome.value.name}: ${outcome.value.checked}`)
    return { kind: 'done', file: outcome.value, of }
  }
  if (outcome.error.code === 'cancelled') {
    announce(`${name}: cancelled, and nothing was written.`)
    return { kind: 'cancelled' }
  }
  announce(`${name} was not made: ${outcome.error.message}`)
  return { kind: 'refused', message: outcome.error.message }
}

type Wanted = Omit<Args<'exports.create'>, 'kind' | 'job'> & { readonly kinds: readonly ExportKind[] }

/** One after the other; main checks each before it offers it. */
export async function makeFiles({ kinds, ...wanted }: Wanted): Promise<void> {
  const waiting = { kind: 'waiting' } as const
  useExports.setState({
    articleId: wanted.articleId,
    jobs: kinds.map((kind) => ({ kind, outcome: waiting })),
  })
  await useReview.getState().editor?.flush()
  for (const kind of kinds) {
    const mine = useExports.getState().jobs.find((one) => one.kind === kind)
    if (mine?.outcome.kind === 'waiting') set(kind, await makeOne({ ...wanted, kind }))
  }
}

/** Of a file that was made, the same one with a signature more takes the place. */
export function replaceFile(kind: ExportKind, file: Exported): void {
  const before = useExports.getState().jobs.find((one) => one.kind === kind)?.outcome
  set(kind, { kind: 'done', file, ...(before?.kind === 'done' && before.of && { of: before.of }) })
}

/** What waits is not begun, and what runs is ended. */
export function cancelFiles(): void {
  const { jobs } = useExports.getState()
  for (const { kind, outcome } of jobs.filter(isUnderWay)) {
    if (outcome.kind === 'waiting') set(kind, { kind: 'cancelled' })
    else if (outcome.kind === 'running' && outcome.job !== null) cancelJob(outcome.job)
  }
}
