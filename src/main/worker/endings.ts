import type { Failure } from '../../shared/contract.ts'
import { logBug } from '../core/log.ts'

/** How work that did not answer is told of. */

export const CANCELLED: Failure = { code: 'cancelled', message: 'This was cancelled. Nothing was changed.' }

export const TOO_LARGE: Failure = {
  code: 'too-large',
  message: 'The file needs more memory than Stet gives to one file. Nothing was changed.',
}

export function wentWrong(error: Error): Failure {
  logBug('worker', error)
  return { code: 'internal', message: 'Something in Stet went wrong with this file. Nothing was changed.' }
}

export function tooSlow(deadline: number): Failure {
  const seconds = Math.round(deadline / 1000)
  return {
    code: 'too-large',
    message: `The file was not done within ${seconds} seconds. Nothing was changed.`,
  }
}
