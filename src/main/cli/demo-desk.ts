import type { Args } from '../../shared/contract.ts'
import type { ArticleId, PersonId } from '../../shared/model/ids.ts'
import type { Call } from './headless-editor.ts'

/** The desk of the demonstration: one article, and everybody who works on it in turn. */

/** One line of what happened, for the person at the terminal. */
export type Say = (line: string) => void

export type Desk = {
  readonly call: Call
  readonly say: Say
  readonly articleId: ArticleId
  readonly newId: () => string
}

type RoleName = Args<'session.switch'>['role']

/** Sits the person who holds the role at the desk, and does `work` under their id. */
export async function asRole<T>(
  desk: Desk,
  role: RoleName,
  work: (author: PersonId) => T | Promise<T>,
): Promise<T> {
  const session = await desk.call('session.get', {})
  const person = session.people.find((one) => one.roles.includes(role))
  if (person === undefined) throw new Error(`Nobody at this desk is ${role}.`)
  await desk.call('session.switch', { personId: person.id, role })
  return work(person.id)
}
