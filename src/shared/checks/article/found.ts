import type { NoteRule } from '../../model/check-book.ts'
import type { Hit } from '../built-in/hit.ts'
import type { CompiledBook } from '../compiled-book.ts'
import type { Speller } from '../speller.ts'
import type { BlockSummary } from '../summary.ts'

export type Article = {
  readonly summaries: readonly BlockSummary[]
  readonly book: CompiledBook
  readonly speller: Speller | null
}

/** A hit in the block of that index; `ofWhole`: it speaks of the story, not of the words it stands at. */
export type ArticleHit = Hit & { readonly index: number; readonly ofWhole?: true }

export type ArticleCheck = (article: Article, rule: NoteRule) => readonly ArticleHit[]

/** The summaries with their places, flat by what one of them holds. */
export function each<T>(
  { summaries }: Article,
  read: (summary: BlockSummary) => readonly T[],
): readonly (T & { readonly index: number })[] {
  return summaries.flatMap((summary, index) => read(summary).map((item) => ({ ...item, index })))
}
