import { host } from '../host/host.ts'
import { newId } from '../host/new-id.ts'
import { useShell } from './shell-store.ts'

/** Long work that this window asked for; what other windows are told of theirs is not shown here. */
const own = new Set<string>()

export function isOwnJob(job: string): boolean {
  return own.has(job)
}

/** Does long work under a name, by which it is shown and can be ended; it is shown until its answer is here. */
export async function asJob<T>(label: string, work: (job: string) => Promise<T>): Promise<T> {
  const job = newId()
  own.add(job)
  const { setProgress } = useShell.getState()
  setProgress({ job, label, done: 0, total: 0 })
  try {
    return await work(job)
  } finally {
    own.delete(job)
    if (useShell.getState().progress?.job === job) setProgress(null)
  }
}

/** What asked for the work hears that it was cancelled; nothing is kept of it. */
export function cancelJob(job: string): void {
  void host.call('jobs.cancel', { job })
}
