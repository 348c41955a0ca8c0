import { z } from 'zod'
import { blockerTarget } from './approval.ts'
import { status } from './article.ts'
import { role } from './person.ts'

/**
 * `on`, `back`: between the steps. `return`, `hold`, `kill`: aside, and `resume` from there. `approve` is signed,
 * `file`, `reopen` and `correct` are acts of their own.
 */
export const MOVE_KINDS = [
  'on',
  'back',
  'return',
  'hold',
  'kill',
  'resume',
  'approve',
  'file',
  'reopen',
  'correct',
] as const
export const moveKind = z.enum(MOVE_KINDS)
export type MoveKind = z.infer<typeof moveKind>

/** One thing that stands in the way of a move, and where it is dealt with. */
export const obstacle = z.object({
  /** "B7", or empty where it is no blocker of the approval. */
  code: z.string(),
  /** "The facts slot is not signed on this text." */
  text: z.string(),
  target: blockerTarget,
})
export type Obstacle = z.infer<typeof obstacle>

/** A place that the article can go to from where it stands. */
export const move = z.object({
  kind: moveKind,
  to: status,
  /** Who may do it. */
  roles: z.array(role).readonly(),
  /** A reason must be given. */
  reason: z.boolean(),
  /** A time may be given until which it holds. */
  until: z.boolean(),
  /** The steps that may be named to come back to; the first where none is. Empty where it cannot be. */
  resume: z.array(status).readonly(),
  /** What stands in the way; empty when nothing does. */
  unmet: z.array(obstacle).readonly(),
})
export type Move = z.infer<typeof move>
