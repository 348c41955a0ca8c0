import type { PackagePerson } from '../../../shared/exchange/package.ts'
import type { ReviewContent } from '../../../shared/exchange/review-content.ts'
import type { PersonId } from '../../../shared/model/ids.ts'
import type { Store } from '../../store/open-store.ts'

/** People of a package whom nobody here knows, as far as the review names them. */
export function newPeople(
  { people }: Pick<Store, 'people'>,
  told: readonly PackagePerson[],
  review: ReviewContent,
): readonly PackagePerson[] {
  const unknown = told.filter(({ id }) => people.get(id) === null)
  if (unknown.length === 0) return []
  const named = JSON.stringify(review)
  return unknown.filter(({ id }) => named.includes(`"${id}"`))
}

/** People whom the package calls otherwise than they are called here: what they did is shown under the name here. */
export function namedOtherwise(
  { people }: Pick<Store, 'people'>,
  told: readonly PackagePerson[],
): readonly { readonly there: string; readonly here: string }[] {
  return told.flatMap(({ id, name }) => {
    const known = people.get(id)
    return known === null || known.name === name ? [] : [{ there: name, here: known.name }]
  })
}

/** They hold no role here until somebody gives them one; a profile that is here already stays as it is. */
export function admitPeople({ people }: Pick<Store, 'people'>, told: readonly PackagePerson[]): void {
  for (const one of told) {
    people.save({ ...one, roles: [], deskRoles: [], outside: true })
  }
}

/** Whoever is not known here and did not come along is not named: a version tells then only its cause. */
export function knownPerson({ people }: Pick<Store, 'people'>, id: PersonId | null): PersonId | null {
  return id === null || people.get(id) === null ? null : id
}
