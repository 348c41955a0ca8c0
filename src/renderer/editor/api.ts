import type { Node } from 'prosemirror-model'
import type { Edit, Outcome } from '../../shared/contract.ts'
import type { LostAnchor, Reattached } from '../../shared/document/quotes/reattach.ts'
import type { DocumentIndex } from '../../shared/document/index/document-index.ts'
import type { CommandId } from '../../shared/commands.ts'
import type { HighlightColour } from '../../shared/document/word-attributes.ts'
import type { Found, Finder } from './find/finder.ts'
import type { Spots } from './spots/spots-api.ts'
import type { ParagraphStyle } from '../../shared/document/attributes.ts'
import type { ChangeKind } from '../../shared/model/change.ts'

/** What the editor promises to the features around it. It knows no transport: saving is handed in. */

export type Mode = 'suggest' | 'edit' | 'read'
export type Projection = 'redline' | 'original' | 'final'

export type Decided = {
  readonly changeIds: readonly string[]
  readonly verdict: 'accepted' | 'rejected'
  readonly reason: string
}

/** Changes that one act made in this window, as ChangeSet of the model tells them once they are stored. */
export type MadeSet = { readonly id: string; readonly label: string; readonly changeIds: readonly string[] }

export type SaveState =
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'saving' }
  /** Typing goes on; the batch is tried again. */
  | { readonly kind: 'failed'; readonly message: string }

/** What is under the caret, and what the frame around the editor shows of it. */
export type EditorSnapshot = {
  readonly index: DocumentIndex
  readonly mode: Mode
  readonly projection: Projection
  readonly selectionEmpty: boolean
  /** Innermost change, comment and claim at the caret. */
  readonly changeId: string | null
  readonly commentId: string | null
  readonly claimId: string | null
  /** Nearest open change before and after the caret, going round at the ends; null when there is none. */
  readonly previousChangeId: string | null
  readonly nextChangeId: string | null
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Of the words that are looked for; null while none are. */
  readonly found: Found | null
  /** Made in this window since it was opened, stored or not. */
  readonly changeSets: readonly MadeSet[]
}

export type EditorOptions = {
  readonly doc: unknown
  readonly seq: number
  readonly author: string
  readonly locked: boolean
  readonly newId: () => string
  readonly save: (edit: Edit, decided: readonly Decided[]) => Promise<Outcome<{ seq: number; at: number }>>
  readonly onSnapshot: (snapshot: EditorSnapshot) => void
  readonly onSaveState: (state: SaveState) => void
  /** Anything worth saying aloud: a decision, a refusal. */
  readonly announce: (message: string) => void
  /** Said aloud and shown: why a press in the text did nothing. */
  readonly refuse: (message: string) => void
  /** Whether typing is corrected now: quotes, dashes, lists. */
  readonly autocorrect: () => boolean
  /** A person's name, for the labels of changes. */
  readonly nameOf: (author: string) => string
  /** A picture was pasted or dropped as a file; without this it is left alone. */
  readonly onPicture?: (file: File) => void
}

export type Target =
  | { readonly kind: 'change'; readonly id: string }
  | { readonly kind: 'comment'; readonly id: string }
  | { readonly kind: 'claim'; readonly id: string }

/** Part of the editor's height, in CSS pixels from the top of its element. */
export type LayoutWindow = { readonly top: number; readonly bottom: number }

/** Line boxes in CSS pixels from the top of the editor's element. */
export type PlacedSentence = { readonly label: string; readonly top: number; readonly bottom: number }
/** One place of a claim: from its first line to its last. */
export type PlacedClaim = { readonly id: string; readonly top: number; readonly bottom: number }
export type PlacedChange = {
  readonly id: string
  readonly author: string
  readonly kind: ChangeKind
  readonly top: number
  readonly bottom: number
}

/** What is drawn beside the text within a window; claims and changes once for each of their places. */
export type TextLayout = {
  readonly height: number
  readonly sentences: readonly PlacedSentence[]
  readonly claims: readonly PlacedClaim[]
  readonly changes: readonly PlacedChange[]
  /** Top of the first line of each comment and change that begins within the window. */
  readonly tops: ReadonlyMap<string, number>
  readonly selectionTop: number | null
  /** Where the selection ends, `left` from the editor's left edge; null when empty or out of the window. */
  readonly selectionEnd: { readonly left: number; readonly bottom: number } | null
}

/** Where a change stands, in numbers of paragraphs as the gutter shows them; null where they have none. */
export type ChangePlace =
  /** `next` is the paragraph after it: a ¶ that is inserted or deleted stands between the two. */
  | { readonly kind: 'paragraph'; readonly number: number | null; readonly next: number | null }
  | { readonly kind: 'move'; readonly from: number | null; readonly to: number | null; readonly up: boolean }

/** One of the places of a comment or a claim. */
export type AnchorPlace = {
  /** The sentence that it begins in, as the gutter numbers it: "8.1", "H"; empty where that has no number. */
  readonly label: string
  /** Of the paragraph that it begins in. */
  readonly style: ParagraphStyle
  /** In the final text. */
  readonly words: string
}

/** How much of the numbered sentences of the final text is held by claims. */
export type Coverage = {
  readonly sentences: number
  readonly coveredSentences: number
  readonly words: number
  readonly coveredWords: number
}

/** The words that a link would be put on, and where they lead now; `href` is empty where they lead nowhere. */
export type LinkPlace = { readonly words: string; readonly href: string }

/** The words that a text marker would be put on, and the first colour that is on them. */
export type MarkerPlace = { readonly words: string; readonly colour: HighlightColour | null }

/** A picture whose bytes are kept already; `alt` is empty for one that is decoration, `caption` for none. */
export type NewPicture = {
  readonly blob: string
  readonly alt: string
  readonly width: number
  readonly height: number
  readonly caption: string
}

/** Those of some targets that stand in the text, in its order; where the caret is among them. */
export type TextOrder = {
  readonly targets: readonly Target[]
  /** Those that hold the caret. */
  readonly atCaret: readonly Target[]
  /** How many begin before the caret or at it. */
  readonly passed: number
}

/** A mounted editor. Every position stays inside; features speak in ids. */
export type EditorHandle = {
  focus(): void
  /** The document as it is now, for what reads the text beside the screen. */
  liveDoc(): Node
  /** Runs a text command of commands.ts; false when it does not apply now. */
  run(command: CommandId): boolean
  /** Why such a command does not apply where the caret is; null where there is no more to be said. */
  whyNot(command: CommandId): string | null
  /** Null when there are no words at the selection, or the text may not be changed now. */
  linkPlace(): LinkPlace | null
  /** Lets those words lead there, or nowhere; false when that changes nothing, or the address may not be led to. */
  setLink(href: string | null): boolean
  /** Null when there are no words at the selection, or the text may not be changed now. */
  markerPlace(): MarkerPlace | null
  /** Marks those words with that colour, or with none; false when that changes nothing. */
  setMarker(colour: HighlightColour | null): boolean
  /** At the caret, or in the place of the picture that is selected; false where there is no place for one. */
  insertPicture(picture: NewPicture): boolean
  setMode(mode: Mode): void
  setProjection(projection: Projection): void
  setLocked(locked: boolean): void
  setAuthor(author: string): void
  /**
   * Puts an anchor over the selection (an empty one: the word at the caret) and returns every unsaved step
   * with it, so that the act and its place are stored in one transaction; null when there is nothing to hold on to.
   * Call `settle` with the outcome.
   */
  anchor(mark: 'comment' | 'claim', id: string): Edit | null
  /**
   * Looks for the words of an anchor that lost them and puts it over what is found. With an edit as of `anchor`, to
   * be settled like one; null where nothing was found, or more than one place.
   */
  findAnchor(lost: LostAnchor): { readonly edit: Edit | null; readonly outcome: Reattached }
  /** Takes an anchor out of the text; saved like typing. False where it may not or does not stand there. */
  detachAnchor(mark: 'comment' | 'claim', id: string): boolean
  /**
   * Takes an anchor out as a part of an act, which `settle` must follow; `edit` is null where it stood nowhere. `lost`
   * finds its places again (findAnchor), for an act that is refused or undone. Null where the text is closed.
   */
  takeOut(
    mark: 'comment' | 'claim',
    id: string,
  ): { readonly edit: Edit | null; readonly lost: LostAnchor } | null
  /** In text order; stretches that only a ¶ parts are one. */
  anchorPlaces(mark: 'comment' | 'claim', id: string): readonly AnchorPlace[]
  /** Takes an anchor from one of those places; saved like typing. False where it may not, or does not stand there. */
  removePlace(mark: 'comment' | 'claim', id: string, place: number): boolean
  coverage(): Coverage
  settle(edit: Edit, outcome: Outcome<{ seq: number }>): void
  decide(changeIds: readonly string[], verdict: 'accepted' | 'rejected', reason?: string): void
  /** Open changes that the selection touches, whole groups; none for a caret, and none but in the redline. */
  changesInSelection(): readonly string[]
  /** Null when the change is no longer open, and for one of rows and cells. */
  placeOf(changeId: string): ChangePlace | null
  orderOf(targets: readonly Target[]): TextOrder
  /** As the sourcing rules ask it: whole words in one paragraph of the final text, whatever their case and quotes. */
  standsInFinal(words: string): boolean
  /** Scrolls there and leaves focus and caret where they are. False when the words are gone or not on screen. */
  reveal(target: Target): boolean
  readonly find: Finder
  readonly spots: Spots
  /** Moves the caret to the first of its places or that one, scrolls, and focuses. False when the words are gone. */
  goTo(target: Target, place?: number): boolean
  /** Marks it as current without moving the caret. */
  highlight(target: Target | null): void
  /** Places for the gutter and for the card of a new comment; forces one layout. */
  layout(window: LayoutWindow): TextLayout
  /** Sends what is unsaved and resolves when it is stored or has failed. */
  flush(): Promise<void>
  /** Which stored state of the text this window's is; a later one was made elsewhere. */
  storedSeq(): number
  destroy(): void
}

export type CreateEditor = (mount: HTMLElement, options: EditorOptions) => EditorHandle
