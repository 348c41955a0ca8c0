import type { Args, Outcome } from '../../src/shared/contract.ts'
import type { Slot } from '../../src/shared/model/approval.ts'
import { ROLE_OF_SLOT } from '../../src/shared/model/approval.ts'
import type { ArticleId } from '../../src/shared/model/ids.ts'
import type { Role } from '../../src/shared/model/person.ts'
import type { ReviewState } from '../../src/shared/model/review.ts'
import type { TestLibrary } from './library.ts'

/** An article's way through the desk, by real moves and signatures, each in the role that it is for. */

type At = { readonly library: TestLibrary; readonly articleId: ArticleId }

export async function sitDownAs(library: TestLibrary, role: Role): Promise<string> {
  const { people } = await library.must('session.get', {})
  const person = people.find((one) => one.roles.includes(role))
  if (!person) throw new Error(role)
  await library.must('session.switch', { personId: person.id, role })
  return person.id
}

/** Signs with the name of who holds the role. */
export async function signSlot(
  { library, articleId }: At,
  slot: Slot,
  fields: Partial<Args<'approval.sign'>> = {},
): Promise<Outcome<ReviewState>> {
  const id = await sitDownAs(library, ROLE_OF_SLOT[slot])
  const { people } = await library.must('session.get', {})
  const { textHash, evidenceHash } = await library.must('review.state', { articleId })
  return library.call('approval.sign', {
    articleId,
    slot,
    decision: 'approve',
    conditions: '',
    typedName: people.find((one) => one.id === id)?.name ?? '',
    textHash,
    evidenceHash,
    utcOffset: 60,
    ...fields,
  })
}

async function signUnmet(at: At, unmet: ReviewState['moves'][number]['unmet']): Promise<void> {
  for (const { code, target } of unmet) {
    if (code !== '' || target.kind !== 'slot') continue
    // oxlint-disable-next-line no-await-in-loop -- one signature after another, each by another person
    const signed = await signSlot(at, target.slot)
    if (!signed.ok) throw new Error(signed.error.message)
  }
}

/** The next step, with the signatures that it asks for; answers where the article stands then. */
export async function walkOn(at: At): Promise<ReviewState> {
  const { library, articleId } = at
  const move = (await library.must('review.state', { articleId })).moves.find(({ kind }) => kind === 'on')
  const role = move?.roles[0]
  if (!move || role === undefined) throw new Error('Nothing to move on to')
  await signUnmet(at, move.unmet)
  await sitDownAs(library, role)
  return library.must('workflow.move', { articleId, to: move.to, reason: '' })
}

/** To the step where it is approved; answers the steps that it passed. */
export async function walkToReady(at: At): Promise<readonly string[]> {
  const passed: string[] = []
  while (passed.at(-1) !== 'ready') {
    // oxlint-disable-next-line no-await-in-loop -- one step at a time
    passed.push((await walkOn(at)).article.status)
  }
  return passed
}
