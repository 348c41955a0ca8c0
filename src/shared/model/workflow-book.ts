import { z } from 'zod'
import { BLOCKERS } from './approval.ts'
import { ROLES } from './person.ts'
import { SLOTS } from './slots.ts'

/** The workflow of a desk as data: resources/rules/workflow.yaml, which tells how to read and edit it. */

/** What an article can stand at before it is approved, in the order in which a desk that has them all takes them. */
export const STEPS = [
  'draft',
  'desk-edit',
  'fact-check',
  'copy',
  'read-back',
  'standards',
  'legal',
  'ready',
] as const

export const HEAD_FIELDS = ['headline', 'byline', 'slug'] as const
export type HeadField = (typeof HEAD_FIELDS)[number]

function oneOf<const T extends readonly [string, ...string[]]>(what: string, options: T) {
  return z.enum(options, {
    error: ({ input }) => `“${String(input)}” is no ${what}; there are ${options.join(', ')}`,
  })
}

function setOf<const T extends readonly [string, ...string[]]>(what: string, options: T) {
  return z
    .array(oneOf(what, options), `a list of ${what}s is expected`)
    .refine((list) => new Set(list).size === list.length, `a ${what} stands there twice`)
    .readonly()
}

const roles = setOf('role', ROLES)
const NOBODY = 'somebody must be able to do it; name a role'

function someRoles(ifNone: string) {
  return roles.refine((list) => list.length > 0, ifNone)
}

const SIGNED = SLOTS.filter((slot) => slot !== 'approval')
type Signed = Exclude<(typeof SLOTS)[number], 'approval'>

const step = z.strictObject({
  status: oneOf('step', STEPS),
  /** Who moves the article on from here, and back to an earlier step. */
  moves: someRoles('nobody may move the article on from this step; name a role'),
  /** Blockers that must be clear before it moves on. */
  clear: setOf('blocker', BLOCKERS).default([]),
  /** What stands over the article, and must be filled in before it moves on. */
  filled: setOf('field', HEAD_FIELDS).default([]),
  /** Slots that must be signed before it moves on, each while it is required. */
  signed: setOf('slot', SIGNED as unknown as readonly [Signed, ...Signed[]]).default([]),
  /** Who may edit here without tracking. */
  untracked: roles.default([]),
})
export type WorkflowStep = z.infer<typeof step>

/** What a filed text must always hold to. A desk may ask for more. */
export const FILING = ['B7', 'B10', 'B11', 'B12'] as const

const acts = z.strictObject({
  return: someRoles(NOBODY),
  hold: someRoles(NOBODY),
  kill: someRoles(NOBODY),
  resume: someRoles(NOBODY),
  reopen: someRoles(NOBODY),
  correct: someRoles(NOBODY),
  file: someRoles(NOBODY),
})

function firstTwice(statuses: readonly string[]): number {
  return statuses.findIndex((status, place) => statuses.indexOf(status) < place)
}

export const workflowBook = z
  .strictObject({
    version: z.string().min(1).max(40),
    /** In the order in which an article takes them. */
    steps: z.array(step).readonly(),
    acts,
    filing: z.strictObject({ clear: setOf('blocker', BLOCKERS) }),
  })
  .superRefine(({ steps, filing }, context) => {
    const tell = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    const statuses = steps.map(({ status }) => status)
    const twice = firstTwice(statuses)
    if (twice >= 0) tell(['steps', twice, 'status'], `“${statuses[twice] ?? ''}” stands there twice`)
    else if (statuses[0] !== 'draft') tell(['steps', 0], 'the first step must be “draft”')
    else if (statuses.at(-1) !== 'ready')
      tell(['steps', statuses.length - 1], 'the last step must be “ready”')
    const lacking = FILING.filter((code) => !filing.clear.includes(code))
    if (lacking.length > 0) tell(['filing', 'clear'], `filing always asks for ${lacking.join(', ')} as well`)
  })
export type WorkflowBook = z.infer<typeof workflowBook>
