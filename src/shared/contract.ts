import type { z } from 'zod'
import { approvalMethods } from './contract/approval.ts'
import { articlesMethods } from './contract/articles.ts'
import { checksMethods } from './contract/checks.ts'
import { claimsMethods } from './contract/claims.ts'
import { packagesMethods } from './contract/packages.ts'
import { pdfMethods } from './contract/pdf.ts'
import { remarksMethods } from './contract/remarks.ts'
import { returnsMethods } from './contract/returns.ts'
import { sessionMethods } from './contract/session.ts'
import { sourcesMethods } from './contract/sources.ts'
import { versionsMethods } from './contract/versions.ts'
import { workflowMethods } from './contract/workflow.ts'
import type { EventName, EventPayload } from './events.ts'

export type { ChecksInUse } from './contract/checks.ts'
export type { Exported } from './contract/articles.ts'
export type { Accepted, Brings, ConflictInWords, PackagePreview, Purpose } from './contract/packages.ts'
export type { Edit, SaveOutcome } from './contract/parts.ts'
export type { BroughtBack, ReturnPreview } from './contract/returns.ts'
export type { Session } from './contract/session.ts'

/**
 * Every method between a window and the main process: the one list, written down by areas in contract/ (events stand in
 * events.ts). Hosts carry it, `main/core`
 * answers it, and the renderer imports its types only. Arguments are parsed here in main before anything
 * else sees them. Bytes and names cross this border, never paths.
 */
export const methods = {
  ...sessionMethods,
  ...articlesMethods,
  ...remarksMethods,
  ...claimsMethods,
  ...sourcesMethods,
  ...checksMethods,
  ...approvalMethods,
  ...versionsMethods,
  ...workflowMethods,
  ...packagesMethods,
  ...pdfMethods,
  ...returnsMethods,
} as const

export type Methods = typeof methods
export type MethodName = keyof Methods
export type Args<M extends MethodName> = z.input<Methods[M]['args']>
export type ParsedArgs<M extends MethodName> = z.output<Methods[M]['args']>
export type Result<M extends MethodName> = z.output<Methods[M]['result']>

export const ERROR_CODES = [
  'bad-arguments',
  'not-found',
  'refused',
  'blocked',
  'locked',
  'stale-base',
  'unreadable-file',
  'too-large',
  'not-available',
  'cancelled',
  'internal',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** An expected failure. `message`: what happened, what was kept, what to do; shown to the editor as it is. */
export type Failure = { readonly code: ErrorCode; readonly message: string }
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

/** What a renderer sees of its host, whichever it is: `window.stet`, from the preload or from loopback. */
export type HostApi = {
  call<M extends MethodName>(method: M, args: Args<M>): Promise<Outcome<Result<M>>>
  /** Returns its undo. */
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void
}
