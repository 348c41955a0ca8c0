import { indexDocument } from '../../document/index/document-index.ts'
import type { ChangeRecord } from '../../model/change.ts'
import type { ReturnedFile } from '../../model/interchange.ts'
import type { PersonId } from '../../model/ids.ts'
import { readDocument } from '../merge-document.ts'

/** Whom the numbers stand for that a copy for readers outside has in place of names (`numberedEditors` of main/export). */

const NUMBERED = /^Editor(?: (\d+))?$/

export function isNumbered(name: string): boolean {
  return NUMBERED.test(name)
}

/** What a change did, whoever calls it what: equal words of two people tell nothing. */
function deedOf({ kind, inserted, deleted }: Pick<ChangeRecord, 'kind' | 'inserted' | 'deleted'>): string {
  return JSON.stringify([kind, inserted.slice(0, 2000), deleted.slice(0, 2000)])
}

function authorsByDeed(sent: readonly ChangeRecord[]): ReadonlyMap<string, PersonId | null> {
  const authors = new Map<string, PersonId | null>()
  for (const row of sent) {
    if (row.state !== 'open') continue
    const deed = deedOf(row)
    const known = authors.get(deed)
    authors.set(deed, known === undefined || known === row.authorId ? row.authorId : null)
  }
  return authors
}

/** By name in the file: of whose changes theirs are, and of how many of each. */
function votesOf(
  { draft }: Pick<ReturnedFile, 'draft'>,
  sent: readonly ChangeRecord[],
): ReadonlyMap<string, ReadonlyMap<PersonId, number>> {
  const authors = authorsByDeed(sent)
  const names = new Map(draft.people.map(({ id, name }) => [id as string, name]))
  const votes = new Map<string, Map<PersonId, number>>()
  for (const entry of indexDocument(readDocument(draft.doc)).changes) {
    const name = names.get(entry.author) ?? ''
    const author = authors.get(deedOf(entry))
    if (!isNumbered(name) || !author) continue
    const counts = votes.get(name) ?? new Map<PersonId, number>()
    votes.set(name, counts.set(author, (counts.get(author) ?? 0) + 1))
  }
  return votes
}

function mostVoted(counts: ReadonlyMap<PersonId, number> | undefined): PersonId | null {
  const [first, second] = [...(counts ?? [])].toSorted(([, a], [, b]) => b - a)
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : null
}

/**
 * The person of each number, by what they changed; where that does not tell, by their place among the people here, but
 * only if no other number contradicts it: a copy that another library made counts other people.
 */
export function editorsByNumber(
  file: Pick<ReturnedFile, 'draft'>,
  sent: readonly ChangeRecord[],
  people: readonly PersonId[],
): ReadonlyMap<string, PersonId> {
  const votes = votesOf(file, sent)
  const numbered = file.draft.people.flatMap(({ name }) => (isNumbered(name) ? [name] : []))
  const placed = (name: string) => people[Number(NUMBERED.exec(name)?.[1] ?? 0) - 1] ?? null
  const voted = new Map(
    numbered.flatMap((name) => {
      const person = mostVoted(votes.get(name))
      return person === null ? [] : [[name, person] as const]
    }),
  )
  const isOurs = [...voted].every(([name, person]) => placed(name) === person)
  const taken = new Set(voted.values())
  const authors = new Set(sent.map(({ authorId }) => authorId))
  const others = numbered.flatMap((name) => {
    const person = voted.has(name) || !isOurs ? null : placed(name)
    return person !== null && authors.has(person) && !taken.has(person) ? [[name, person] as const] : []
  })
  return new Map([...voted, ...others])
}
