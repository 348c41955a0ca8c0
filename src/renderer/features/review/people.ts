import type { Person } from '../../../shared/model/person.ts'
import { useSession } from '../session-store.ts'
import { useReview } from './store.ts'

/** Finds a person among those of the desk and those who came in with the article's file. */
export function usePersonOf(): (id: string | null) => Person | null {
  const desk = useSession((store) => store.session?.people)
  const ofReview = useReview((review) => review.people)
  return (id) =>
    desk?.find((person) => person.id === id) ?? ofReview.find((person) => person.id === id) ?? null
}
