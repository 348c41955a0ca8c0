import type { Message } from '../../../shared/model/thread.ts'

type Wording = { readonly text: string; readonly from: number; readonly until: number }

/** What a message said before, the latest first, each from the time when it was written to the time of the next. */
export function wordingsOf(message: Message): readonly Wording[] {
  return message.earlier
    .map(({ text, until }, at) => ({ text, until, from: message.earlier[at - 1]?.until ?? message.at }))
    .toReversed()
}
