import type { MethodName, Outcome, ParsedArgs, Result } from '../../shared/contract.ts'
import type { Actor } from '../../shared/model/person.ts'
import type { RuleBook } from '../../shared/model/rule.ts'
import type { WorkflowBook } from '../../shared/model/workflow-book.ts'
import type { ThreadAudience } from '../../shared/model/thread.ts'
import type { Store } from '../store/open-store.ts'
import type { DeskWork } from './copied/copy-acts.ts'
import type { CheckBooks } from './load-checks.ts'
import type { HeldWords } from './foreign-words.ts'
import type { Jobs } from './jobs.ts'
import type { LibraryIdentity } from './library-identity.ts'
import type { OpenDocuments } from './open-documents.ts'
import type { Platform } from './platform.ts'
import type { SearchReading } from './search-reading.ts'
import type { ToldStates } from './told-states.ts'

/** What every handler may use. */
export type Context = {
  readonly store: Store
  readonly platform: Platform
  readonly work: DeskWork
  /** Long work that windows follow, and may end. */
  readonly jobs: Jobs
  readonly rules: RuleBook
  readonly workflow: WorkflowBook
  readonly checks: CheckBooks
  readonly documents: OpenDocuments
  readonly heldWords: HeldWords
  /** What windows were told, kept apart by what they may see: a switch of the person is never told as a difference. */
  readonly told: Readonly<Record<ThreadAudience, ToldStates>>
  /** Brings the texts that changed into the search, when nobody waits. */
  readonly reading: SearchReading
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly newId: () => string
  readonly version: string
  /** Which library this is, among those that exchange packages. */
  readonly library: LibraryIdentity
  /** Who is at the desk now. */
  readonly actor: () => Actor
}

/** What looking at a review and acting on one needs: it is there for a copy of the review, too (`copied/`). */
export type ReviewContext = Pick<
  Context,
  | 'store'
  | 'documents'
  | 'heldWords'
  | 'rules'
  | 'workflow'
  | 'now'
  | 'newId'
  | 'version'
  | 'library'
  | 'actor'
> & { readonly platform: Pick<Platform, 'emit'> }

export type Handler<M extends MethodName> = (
  args: ParsedArgs<M>,
) => Outcome<Result<M>> | Promise<Outcome<Result<M>>>

/** One handler for each method whose name begins with the area. */
export type HandlersOf<Area extends string> = {
  readonly [M in MethodName as M extends `${Area}.${string}` ? M : never]: Handler<M>
}
