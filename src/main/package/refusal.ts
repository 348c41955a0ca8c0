import type { ErrorCode, Failure } from '../../shared/contract.ts'

/**
 * Why a file was not read. `wrong`: it is no package. `damaged`: it is not as it was written. `tampered`: it holds
 * together as a file, but not as a review. `newer`: only a newer Stet reads it. Each says so in its words.
 */
export type Refusal = { readonly ok: false; readonly error: Failure }

const NOTHING = 'Nothing was taken from it.'

function refusal(code: ErrorCode, message: string): Refusal {
  return { ok: false, error: { code, message: `${message} ${NOTHING}` } }
}

/** `what`: what it is instead, as a clause: "it is a Word file". */
export function wrong(what: string): Refusal {
  return refusal('unreadable-file', `This is not a Stet package: ${what}.`)
}

export function damaged(found: string): Refusal {
  return refusal('unreadable-file', `This package is damaged: ${found}. Ask for it to be sent again.`)
}

export function tampered(found: string): Refusal {
  return refusal(
    'unreadable-file',
    `This package is not as the desk made it: ${found}. Ask that desk for a new one, in another way.`,
  )
}

export function tooLarge(found: string): Refusal {
  return refusal('too-large', `This package is too large: ${found}.`)
}

export function newer(app: string): Refusal {
  return refusal(
    'refused',
    `This package was written by a newer Stet (${app}), and this one cannot read it. Update Stet, or ask for Word or PDF.`,
  )
}
