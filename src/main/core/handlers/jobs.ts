import type { Context, HandlersOf } from '../context.ts'
import { done } from '../outcome.ts'

export function jobHandlers({ jobs }: Context): HandlersOf<'jobs'> {
  return { 'jobs.cancel': ({ job }) => done({ cancelled: jobs.cancel(job) }) }
}
