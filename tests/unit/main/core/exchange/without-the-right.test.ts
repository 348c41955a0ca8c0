import { expect, test } from 'vitest'
import type { MethodName } from '../../../../../src/shared/contract.ts'
import { methods } from '../../../../../src/shared/contract.ts'
import { articleId, beginEach, day, night, remark } from '../../../../support/day-and-night.ts'
import { pack, sit, take } from '../../../../support/two-desks.ts'
import { tries } from '../../../../support/private-tries.ts'

beginEach()

/** What only the desk with the right to edit may do. A new method that moves, signs or changes details belongs here. */
const NEEDS_THE_RIGHT: readonly MethodName[] = [
  'articles.update',
  'approval.sign',
  'approval.withdraw',
  'approval.reopen',
  'approval.file',
  'workflow.move',
  'workflow.legalHold',
  'versions.restore',
]

test(
  'every method that is refused without the right to edit says where it is; no other one is',
  { timeout: 120_000 },
  async () => {
    await remark(day, 'Who says so?')
    await take(night, await pack(day, articleId, 'marks'))
    const library = night.library()
    const { actor } = await library.must('session.get', {})
    const asked = tries({ articleId, messageId: 'none', legalToken: 'none' } as never)
    const refused = new Set<MethodName>()
    // The right is asked for before the role is.
    for (const role of ['desk', 'legal'] as const) {
      // oxlint-disable-next-line no-await-in-loop
      await sit(library, role)
      for (const method of Object.keys(methods) as MethodName[]) {
        if (method.startsWith('session.')) continue
        for (const args of asked[method](actor.personId)) {
          // oxlint-disable-next-line no-await-in-loop
          const outcome = await library.call(method, args)
          if (!outcome.ok && outcome.error.message.includes('right to edit is with the desk “Day desk”')) {
            refused.add(method)
          }
        }
      }
    }
    expect([...refused].toSorted()).toEqual(NEEDS_THE_RIGHT.toSorted())
  },
)
