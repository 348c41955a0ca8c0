import { isNumbered } from '../../../shared/exchange/returned/returned-editors.ts'
import type { Returned } from '../../../shared/model/import-report.ts'
import type { Warning } from '../../../shared/model/review.ts'
import { count, listed } from '../../../shared/rules/words.ts'
import type { Pass } from './pass-of.ts'

/**
 * What of a file that comes back does not come in as it stands there. `isKnown`: what was said already of a file that
 * came in before.
 */
export function warningsOf(
  { file, people, review: { woven, talk } }: Pass,
  brings: Returned,
  isKnown: (message: string) => boolean,
): readonly Warning[] {
  const name = people.nameOf(people.them)
  const unknown = people.strangers.filter((one) => isNumbered(one.name)).map((one) => `“${one.name}”`)
  const stand = unknown.length === 1 ? 'stands' : 'stand'
  const told: readonly (readonly [string, number, string])[] = [
    [
      'numbered',
      unknown.length,
      `The file is a copy for readers outside, without names. Nothing in it tells whom ${listed(unknown)} ${stand} for here: ` +
        'what they did comes in under that name.',
    ],
    [
      'untracked',
      brings.untracked,
      `${count(brings.untracked, 'edit was', 'edits were')} made without tracking. Found by comparing the texts, ` +
        `${brings.untracked === 1 ? 'it comes in as a tracked change' : 'they come in as tracked changes'} of “${name}”` +
        `${file.savedBy === '' ? ': the file does not tell who saved it last' : ', who saved the file last'}.`,
    ],
    [
      'in-part',
      woven.inPart.length,
      `${count(woven.inPart.length, 'change was', 'changes were')} decided in part only. They stay open as a whole.`,
    ],
    [
      'comments-gone',
      talk.missing,
      `${count(talk.missing, 'comment is', 'comments are')} not in the file any more. Here they stay.`,
    ],
    [
      'reworded',
      talk.reworded,
      `${count(talk.reworded, 'remark reads', 'remarks read')} otherwise in the file. Both wordings are kept.`,
    ],
  ]
  return [
    ...told.flatMap(([code, amount, message]) => (amount > 0 ? [{ code, message }] : [])),
    ...file.draft.warnings.filter(({ message }) => !isKnown(message)),
  ]
}
