import type { Outcome, Result } from '../../../shared/contract.ts'
import { host } from '../../host/host.ts'
import { asJob } from '../jobs.ts'

export type Checked = Result<'pdf.check'>

/** As the host takes it in one call. */
const MAX_PDF = 50 * 1024 * 1024
const TOO_LARGE = {
  ok: false,
  error: { code: 'too-large', message: 'This file is larger than 50 MB, so it was not read.' },
} as const

/** Is told the job by which the check can be ended. */
export type OnJob = (job: string) => void

/** Has a PDF held against itself; nothing is stored. */
export async function checkPdf(file: File, onJob: OnJob): Promise<Outcome<Checked>> {
  if (file.size > MAX_PDF) return TOO_LARGE
  return check(file.name, new Uint8Array(await file.arrayBuffer()), onJob)
}

/** After another signature: held against itself again, as anybody would who gets it. */
export async function checkAgain(
  { fileId }: Pick<Checked, 'fileId'>,
  onJob: OnJob,
): Promise<Outcome<Checked>> {
  const outcome = await host.call('pdf.bytes', { fileId })
  return outcome.ok ? check(outcome.value.name, outcome.value.bytes, onJob) : outcome
}

function check(name: string, bytes: Uint8Array, onJob: OnJob): Promise<Outcome<Checked>> {
  return asJob(`Checking ${name}`, (job) => {
    onJob(job)
    return host.call('pdf.check', { name, bytes, job })
  })
}
