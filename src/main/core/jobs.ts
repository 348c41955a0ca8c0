import type { Watch, WorkProgress } from '../../shared/model/interchange.ts'
import type { Platform } from './platform.ts'

/** Long work that is under way, by the names that windows gave it. */
export type Jobs = {
  /** Runs work that tells how far it is under this name, and that can be ended by it. Without a name it just runs. */
  run<T>(job: string | undefined, label: string, work: (watch: Watch) => Promise<T>): Promise<T>
  /** Whether there was such work; it answers `cancelled` itself, unless it was done already. */
  cancel(job: string): boolean
}

export function createJobs({ emit }: Pick<Platform, 'emit'>): Jobs {
  const running = new Map<string, AbortController>()
  return {
    async run(job, label, work) {
      if (job === undefined) return work({})
      const controller = new AbortController()
      running.set(job, controller)
      const tell = (how: WorkProgress): void => emit('progress', { job, ...how })
      tell({ label, done: 0, total: 0 })
      // The work is over for the window when its call is answered: what it says of its last step is not.
      const watch: Watch = {
        signal: controller.signal,
        progress: ({ label: step, done, total }) =>
          tell({ label: step, done: total > 0 ? Math.min(done, total - 1) : 0, total }),
      }
      try {
        return await work(watch)
      } finally {
        if (running.get(job) === controller) running.delete(job)
        tell({ label, done: 1, total: 1 })
      }
    },
    cancel(job) {
      const controller = running.get(job)
      controller?.abort()
      return controller !== undefined
    },
  }
}
