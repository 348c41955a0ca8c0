import type { ErrorCode, Failure } from '../../shared/contract.ts'

export function done<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

/** `message`: what happened, what was kept, what to do; the editor reads it as it is. */
export function fail(code: ErrorCode, message: string): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error: { code, message } }
}
