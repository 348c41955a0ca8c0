import type { Person } from '../../../shared/model/person.ts'
import { useReview } from '../review/store.ts'
import { personOf, useSession } from '../session-store.ts'

/** Somebody of the review (which has people from outside, too) or of the desk. */
export function usePerson(id: string): Person | null {
  const ofReview = useReview((store) => store.people.find((person) => person.id === id) ?? null)
  const ofDesk = useSession((store) => personOf(store.session, id))
  return ofReview ?? ofDesk
}
