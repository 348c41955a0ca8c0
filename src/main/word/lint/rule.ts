import type { Kind } from './kinds.ts'
import type { Frame } from './walk.ts'

/** What a part is to Word: the text, or what the relation from the text calls it; `other` for all the rest. */
export type Role =
  | 'text'
  | 'header'
  | 'footer'
  | 'footnotes'
  | 'endnotes'
  | 'comments'
  | 'commentsExtended'
  | 'commentsIds'
  | 'commentsExtensible'
  | 'settings'
  | 'styles'
  | 'numbering'
  | 'other'

export type PartInfo = { readonly name: string; readonly role: Role }

/** `at` says where in the part, for a person who looks for it. */
export type Report = (kind: Kind, part: PartInfo, at: string) => void

export type Listener = (frame: Frame, part: PartInfo) => void

/**
 * A family of defects. Its listeners hear the elements that they name, of all parts of the file in turn, as these open
 * and close; what must be known of the whole file is told in `end`.
 */
export type Rule = {
  readonly startPart?: (part: PartInfo) => void
  readonly open?: Readonly<Record<string, Listener>>
  readonly close?: Readonly<Record<string, Listener>>
  /** Every element; for rules of which nearly every element may be an example. */
  readonly openAny?: Listener
  readonly text?: (text: string, parent: Frame, part: PartInfo) => void
  readonly endPart?: (part: PartInfo) => void
  readonly end?: () => void
}

export type CreateRule = (report: Report) => Rule

/** One listener for many names. */
export function listenTo(names: Iterable<string>, listener: Listener): Record<string, Listener> {
  return Object.fromEntries(Array.from(names, (name) => [name, listener]))
}
