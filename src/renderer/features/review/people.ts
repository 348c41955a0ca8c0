import type { Person } from '../../../shared/model/person.ts'
import { personOf, useSession } from '../session-store.ts'
import { useReview } from './store.ts'

/** Finds a person among those of the desk and those who came in with the article's file. */
export function usePersonOf(): (id: string | null) => Person | null {
  const desk = useSession((store) => store.session?.people)
  const ofReview = useReview((review) => review.people)
  return (id) =>
    desk?.find((person) => person.id === id) ?? ofReview.find((person) => person.id === id) ?? null
}

/** The name of an author, outside of a render. */
export function personName(id: string): string {
  const ofReview = useReview.getState().people.find((person) => person.id === id)
  return (ofReview ?? personOf(useSession.getState().session, id))?.name ?? 'an unknown author'
}
