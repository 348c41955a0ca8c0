import type { Act } from './act.ts'

/** Somebody at work as a reporter, or on a story of their own, checks and permits nothing in it. */
export function isOwnStory({ actor, article }: Pick<Act, 'actor' | 'article'>): boolean {
  return actor.role === 'reporter' || actor.personId === article().authorId
}

export const OWN_STORY = 'A reporter neither verifies nor waives on their own story. Nothing was changed.'
