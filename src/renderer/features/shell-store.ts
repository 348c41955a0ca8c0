import { create } from 'zustand'
import type { PackagePreview, Result, ReturnPreview } from '../../shared/contract.ts'
import type { Slot } from '../../shared/model/approval.ts'
import type { Status } from '../../shared/model/article.ts'
import type { MoveKind } from '../../shared/model/workflow.ts'
import type { RefusedFile } from './word/refusal-words.ts'

export type Imported = Result<'articles.import'>
export type ImportReport = {
  readonly imported: readonly Imported[]
  /** Files that were not taken, with the reason as main words it. */
  readonly refused: readonly RefusedFile[]
}

export type ReadPackage =
  | { readonly kind: 'preview'; readonly preview: PackagePreview }
  | { readonly kind: 'refused'; readonly name: string; readonly message: string }

export type ReadReturn =
  | { readonly kind: 'preview'; readonly preview: ReturnPreview; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly name: string; readonly message: string }

/** The one dialog that is open over the screen. */
export type Dialog =
  | { readonly kind: 'palette' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'paste' }
  | { readonly kind: 'imported'; readonly report: ImportReport }
  /** What came in with the files of the open article. */
  | { readonly kind: 'came-in' }
  | { readonly kind: 'details' }
  | { readonly kind: 'link' }
  | { readonly kind: 'marker' }
  | { readonly kind: 'picture'; readonly picture: Result<'pictures.put'> }
  | { readonly kind: 'export' }
  /** A PDF that was made here is held against itself. */
  | { readonly kind: 'check-pdf' }
  | { readonly kind: 'name-version' }
  | { readonly kind: 'restore'; readonly versionId: string }
  /** Another text took the place of the open one, and some words of this window are not stored. */
  | { readonly kind: 'text-replaced' }
  /** A move of the workflow, or what stands in its way. */
  | { readonly kind: 'move'; readonly move: MoveKind; readonly to: Status }
  /** The last word of a slot is taken back. */
  | { readonly kind: 'withdraw'; readonly slot: Slot }
  | { readonly kind: 'legal-hold' }
  | { readonly kind: 'hand-over' }
  | { readonly kind: 'take-back' }
  /** What a package of another desk would bring, or why it was not read. */
  | { readonly kind: 'package'; readonly read: ReadPackage }
  /** What a Word file that was made here and comes back would bring, or why it cannot. */
  | { readonly kind: 'return'; readonly read: ReadReturn }
  /** Every proposal of a rule of the checks. */
  | { readonly kind: 'put-aside'; readonly rule: string; readonly title: string }
  /** A record of the right of reply; null: a new one, of this party about these claims. */
  | {
      readonly kind: 'reply'
      readonly replyId: string | null
      readonly party: string
      readonly claimIds: readonly string[]
    }
  /** A waiver for rules that stand against the claim. */
  | { readonly kind: 'waive'; readonly claimId: string }
  /** A consultation to be recorded, about these claims; none: about the whole article. */
  | { readonly kind: 'consultation'; readonly claimIds: readonly string[] }
  | {
      readonly kind: 'decide'
      readonly verdict: 'accepted' | 'rejected'
      readonly changeIds: readonly string[]
      /** What they are: "all 14 open changes by Mara Oyelle". */
      readonly what: string
      /** Who made how many of which kind. */
      readonly shares: readonly { readonly name: string; readonly words: string }[]
    }

/** Long work that is under way; `total` is 0 while unknown. */
export type Progress = {
  /** The name by which it can be ended; null for what ends by itself. */
  readonly job: string | null
  readonly label: string
  readonly done: number
  readonly total: number
}

/** What belongs to the window and to no screen. */
type ShellStore = {
  readonly dialog: Dialog | null
  readonly progress: Progress | null
  /** A refusal or failure that no screen shows in its own place. */
  readonly notice: string | null
  readonly show: (dialog: Dialog) => void
  readonly hide: () => void
  readonly setProgress: (progress: Progress | null) => void
  readonly setNotice: (notice: string | null) => void
}

export const useShell = create<ShellStore>()((set) => ({
  dialog: null,
  progress: null,
  notice: null,
  show: (dialog) => set({ dialog }),
  hide: () => set({ dialog: null }),
  setProgress: (progress) => set({ progress }),
  setNotice: (notice) => set({ notice }),
}))
