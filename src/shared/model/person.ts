import { z } from 'zod'
import { personId } from './ids.ts'

export const ROLES = ['reporter', 'desk', 'checker', 'copy', 'standards', 'legal', 'approver'] as const
export const role = z.enum(ROLES)
export type Role = z.infer<typeof role>

/** Roles that somebody holds for the articles of one desk alone, named as the article's details name it. */
export const deskRoles = z.object({
  desk: z.string().trim().min(1).max(80),
  roles: z.array(role).min(1).readonly(),
})
export type DeskRoles = z.infer<typeof deskRoles>

/**
 * A local profile. It says who acted; it proves nothing, because Stet has no authentication.
 * `outside` people came in with a file (authors of its changes and comments) and hold no role here.
 */
export const person = z.object({
  id: personId,
  name: z.string().trim().min(1).max(200),
  initials: z.string().trim().min(1).max(9),
  /** Which of the six author hues, 1 to 6. */
  hue: z.number().int().min(1).max(6),
  /** Held on every desk. */
  roles: z.array(role).readonly(),
  deskRoles: z.array(deskRoles).max(50).readonly().default([]),
  outside: z.boolean(),
})
export type Person = z.infer<typeof person>

/** Who is at the desk now, and in which role. */
export const actor = z.object({ personId, role })
export type Actor = z.infer<typeof actor>
