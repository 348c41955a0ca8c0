import type { Plan } from './plan.ts'

/** What a person decides on, when a plan is shown to them. */
export function shownOf({ relation, brings, inWords, rightOffered, refusal }: Plan): string {
  return JSON.stringify({ relation, brings, inWords, rightOffered, refusal })
}
