import type { Node } from 'prosemirror-model'
import type { StepMap } from 'prosemirror-transform'
import { changedPlaces } from '../../shared/document/tracking/tracker.ts'
import type { ChangeEntry, PlacedIndex, Range } from '../../shared/document/index/document-index.ts'
import { rangesOf } from '../../shared/document/index/index-places.ts'
import { paragraphAttrs } from '../../shared/document/tracking-state.ts'
import type { ArticleId, PersonId } from '../../shared/model/ids.ts'

/**
 * Nobody puts words into the change of somebody else. A window that did would make one editor say what another wrote,
 * and the record would bear it out. What a change has held before may come back to it by anybody's undo, and in Edit
 * mode new words inside an insertion belong to that insertion; everything else is refused.
 */

/** How often each letter stands, at most. Order is left out: a tracked ¶ may move past the words beside it. */
type Letters = Map<string, number>
type Held = { readonly inserted: Letters; readonly deleted: Letters }
type Words = Pick<ChangeEntry, 'inserted' | 'deleted'>

function lettersOf(text: string): Letters {
  const letters: Letters = new Map()
  for (const letter of text) letters.set(letter, (letters.get(letter) ?? 0) + 1)
  return letters
}

function widen(letters: Letters, text: string): void {
  for (const [letter, times] of lettersOf(text))
    letters.set(letter, Math.max(times, letters.get(letter) ?? 0))
}

function covers(letters: Letters, text: string): boolean {
  for (const [letter, times] of lettersOf(text)) if (times > (letters.get(letter) ?? 0)) return false
  return true
}

/** What changes have held since this library was opened; windows that could undo further back closed with it. */
export function createHeldWords() {
  const articles = new Map<ArticleId, Map<string, Held>>()

  function heldBy(articleId: ArticleId): Map<string, Held> {
    const known = articles.get(articleId) ?? new Map<string, Held>()
    articles.set(articleId, known)
    return known
  }

  return {
    /** Remembers what a change holds in a text that is stored. */
    remember: (articleId: ArticleId, id: string, words: Words): void => {
      const changes = heldBy(articleId)
      const held = changes.get(id) ?? { inserted: new Map(), deleted: new Map() }
      widen(held.inserted, words.inserted)
      widen(held.deleted, words.deleted)
      changes.set(id, held)
    },
    /** Whether the change has held as many of each letter before. */
    hasHeld: (articleId: ArticleId, id: string, side: keyof Held, text: string): boolean => {
      const held = articles.get(articleId)?.get(id)
      return held !== undefined && covers(held[side], text)
    },
  }
}

export type HeldWords = ReturnType<typeof createHeldWords>

/** Ranges that meet at the border of two paragraphs are one stretch of text. */
function stretches(ranges: readonly Range[]): readonly Range[] {
  const joined: Range[] = []
  for (const range of ranges) {
    const last = joined.at(-1)
    if (last && range.from - last.to <= 1) joined[joined.length - 1] = { from: last.from, to: range.to }
    else joined.push(range)
  }
  return joined
}

/** Of a ¶ a change may hold the properties alone, and those go along with a split. */
function isInserted(doc: Node, position: number, id: string): boolean {
  const { nodeAfter, parent } = doc.resolve(position)
  return nodeAfter !== null || paragraphAttrs(parent).paragraphMark?.insertion?.id === id
}

/** Whether all that is new in the change stands between words of it that were there before. */
function grewInside({ id }: ChangeEntry, { after, docs, maps }: Edited): boolean {
  const fresh = changedPlaces(docs.before, { doc: docs.after, maps })
  const isNew = (position: number) =>
    fresh.some(({ fromB, toB }) => fromB <= position && position < toB) &&
    isInserted(docs.after, position, id)
  return stretches(rangesOf(after, 'change', id)).every(({ from, to }) => !isNew(from) && !isNew(to - 1))
}

type Edited = {
  readonly articleId: ArticleId
  readonly before: PlacedIndex
  readonly after: PlacedIndex
  readonly docs: { readonly before: Node; readonly after: Node }
  /** Of the steps between the two, in their order. */
  readonly maps: readonly StepMap[]
  readonly actor: PersonId
}

/** The change of somebody else that this edit adds words to, if there is one. Remembers what the edit took away. */
export function findExtended(edited: Edited, held: HeldWords): string | null {
  const { articleId, before, after, actor } = edited
  const now = new Map(after.changes.map((entry) => [entry.id, entry]))
  for (const entry of before.changes) {
    const next = now.get(entry.id)
    if (next?.inserted !== entry.inserted || next.deleted !== entry.deleted) {
      held.remember(articleId, entry.id, entry)
    }
  }
  const was = new Map(before.changes.map((entry) => [entry.id, entry]))
  for (const entry of after.changes) {
    if (entry.author === actor) continue
    const known = was.get(entry.id)
    const isHeld = (side: keyof Held) =>
      known?.[side] === entry[side] || held.hasHeld(articleId, entry.id, side, entry[side])
    const takesIn = () => known !== undefined && grewInside(entry, edited)
    if (!isHeld('deleted') || !(isHeld('inserted') || takesIn())) return entry.id
  }
  return null
}
