import type { ChangeRef } from '../../document/attributes.ts'
import type { Naming } from '../../document/returned/returned-items.ts'
import type { ChangeRecord } from '../../model/change.ts'
import type { ImportedChange } from '../../model/interchange.ts'
import { returnedMinutes, sentMinutes } from './returned-dates.ts'

/** What changes are called on both sides: by who made them, and when. */
export type ChangeNames = { readonly nameOfBase: Naming; readonly nameOfCopy: Naming }

/** `nameOf`: of a person. `offset`: of the clock on the wall, in minutes east of UTC. */
export function changeNames(
  sent: readonly ChangeRecord[],
  copy: readonly ImportedChange[],
  nameOf: (personId: string) => string,
  offset: number,
): ChangeNames {
  const canonical = new Map<string, string>()
  const sentNames = new Map<string, string>()
  for (const { id, authorId, createdAt, dateRaw, state } of sent) {
    if (state !== 'open') continue
    const author = nameOf(authorId)
    const minutes = sentMinutes({ at: createdAt, dateRaw }, offset).map((minute) => `${author} ${minute}`)
    const name =
      minutes.map((one) => canonical.get(one)).find((one) => one !== undefined) ?? minutes[0] ?? author
    for (const one of minutes) if (!canonical.has(one)) canonical.set(one, name)
    sentNames.set(id, name)
  }
  const copyNames = new Map<string, string>()
  for (const change of copy) {
    const author = nameOf(change.authorId)
    const minutes = returnedMinutes(change).map((minute) => `${author} ${minute}`)
    const name = minutes.map((one) => canonical.get(one)).find((one) => one !== undefined)
    copyNames.set(change.id, name ?? `copy ${minutes[0] ?? author}`)
  }
  const isKnown = [...copyNames.values()].some((name) => !name.startsWith('copy '))
  const byAuthor = (ref: ChangeRef) => nameOf(ref.author)
  // A program that dates everything anew leaves only the names of people.
  if (!isKnown && copy.length > 0) return { nameOfBase: byAuthor, nameOfCopy: byAuthor }
  return {
    nameOfBase: (ref) => sentNames.get(ref.id) ?? `sent ${nameOf(ref.author)}`,
    nameOfCopy: (ref) => copyNames.get(ref.id) ?? `copy ${nameOf(ref.author)}`,
  }
}
