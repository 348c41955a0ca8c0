import type { Failure } from '../../shared/contract.ts'

/**
 * A file that is not taken, with the reason in words. Thrown by readers, which are deep; caught once, at the
 * border of import and export, and handed on as a value.
 */
export class Refusal extends Error {
  readonly code: Failure['code']

  constructor(code: Failure['code'], message: string) {
    super(message)
    this.name = 'Refusal'
    this.code = code
  }
}

export function unreadable(message: string): Refusal {
  return new Refusal('unreadable-file', message)
}

export function tooLarge(message: string): Refusal {
  return new Refusal('too-large', message)
}
