import type { Failure } from './contract.ts'

/** What a window says when nobody at the other end of a call answers: the main process has ended. */
export const NOT_ANSWERING: Failure = {
  code: 'not-available',
  message:
    'Stet is not answering. What was saved is safe; what you typed since stands only in this window. Copy it, then start Stet again.',
}
