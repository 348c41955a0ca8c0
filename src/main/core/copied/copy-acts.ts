import type { Accepted, Outcome, PackagePreview, Result } from '../../../shared/contract.ts'
import type { EventName, EventPayload } from '../../../shared/events.ts'
import type { Article } from '../../../shared/model/article.ts'
import type { ArticleId } from '../../../shared/model/ids.ts'
import type { ImportedDraft, Watch, Work, WorkOutcome } from '../../../shared/model/interchange.ts'
import type { RuleBook } from '../../../shared/model/rule.ts'
import type { WorkflowBook } from '../../../shared/model/workflow-book.ts'
import type { ArticleCopy } from '../../store/article-copy.ts'
import type { Written } from '../../store/recorded-writes.ts'
import type { NamedFile } from '../platform.ts'
import type { VerifiedCopy } from '../verified-copy.ts'

/** What is done on a copy of a review, in a thread of its own: plain values in and out. */

/** `key`: what the same file is remembered by between looking and accepting; it may be forgotten. */
type Brought = { readonly file: NamedFile; readonly key: string }

/** Fields that a caller knows beside the file. */
export type Beside = Partial<Pick<Article, 'desk' | 'due' | 'authorId'>>

type Imported = Result<'articles.import'>

type ReturnAccepted = Pick<Result<'returns.accept'>, 'brings' | 'cameIn' | 'warnings'>

export type CopyActs = {
  readonly 'look-at-package': {
    readonly act: Brought
    readonly value: { readonly told: PackagePreview; readonly shown: string }
  }
  readonly 'accept-package': {
    readonly act: Brought & { readonly shown: string; readonly takeRight: boolean }
    readonly value: Accepted
  }
  readonly 'look-at-return': {
    readonly act: Brought
    readonly value: {
      readonly told: Result<'returns.preview'>
      readonly shown: string
      readonly accepted: ReturnAccepted
    }
  }
  readonly 'accept-return': {
    readonly act: Brought & { readonly shown: string }
    readonly value: Accepted
  }
  readonly 'store-draft': {
    readonly act: { readonly file: NamedFile; readonly draft: ImportedDraft; readonly beside: Beside }
    readonly value: Imported
  }
  readonly verify: {
    readonly act: object /** Null for an article that never was here. */
    readonly value: VerifiedCopy | null
  }
}
export type CopyAct = keyof CopyActs

/** What acts need of the desk beside its rows. `at`: the time of the act. */
export type DeskFacts = {
  readonly at: number
  readonly rules: RuleBook
  readonly workflow: WorkflowBook
  readonly version: string
}

export type CopyRequestOf<K extends CopyAct> = {
  readonly kind: K
  readonly articleId: ArticleId
  readonly copy: ArticleCopy
  readonly desk: DeskFacts
} & CopyActs[K]['act']

export type CopyRequest = { readonly [K in CopyAct]: CopyRequestOf<K> }[CopyAct]

export type Emitted = {
  readonly [E in EventName]: { readonly event: E; readonly payload: EventPayload<E> }
}[EventName]

export type CopyAnswer<T = unknown> =
  | {
      readonly kind: 'done'
      readonly outcome: Outcome<T>
      /** What was written and is to be told; nothing where the outcome is not ok. */
      readonly written: Written
      readonly emitted: readonly Emitted[]
    }
  /** Bytes of pictures are wanted that the copy names alone. */
  | { readonly kind: 'lacks'; readonly pictures: readonly string[] }

/** Long work, also on copies of reviews. */
export type DeskWork = Work & {
  /** Reads a package, and tells which article it is of. */
  openPackage(
    request: { readonly file: NamedFile; readonly key: string },
    watch?: Watch,
  ): Promise<WorkOutcome<{ readonly articleId: ArticleId }>>
  onCopy<K extends CopyAct>(
    request: CopyRequestOf<K>,
    watch?: Watch,
  ): Promise<WorkOutcome<CopyAnswer<CopyActs[K]['value']>>>
}
