import { Mark } from 'prosemirror-model'
import { paragraphAttrs, propertiesOf, restoreProperties } from '../tracking-state.ts'
import {
  formatBefore,
  formatsOf,
  layoutOf,
  paragraphChangeOf,
  propertiesIn,
  sameButLook,
  showsFormatInFile,
  showsInFile,
} from './returned-formats.ts'
import type { Both } from './returned-formats.ts'
import type { Moved } from './moved-lines.ts'
import type { Sides, Slot } from './returned-slots.ts'

/**
 * What became in a copy of the changes that it was sent with. A change that has lost its mark was decided; by whether
 * its words stand or are gone, and its formatting is the new one or the old, it is told how.
 */

export type Verdict = 'open' | 'accepted' | 'rejected'

export type Verdicts = {
  /** Of changes that the base holds; those that are missing are open. */
  readonly of: ReadonlyMap<string, Verdict>
  /** Decided in one place and not, or otherwise, in another: they stay open. */
  readonly inPart: readonly string[]
}

/** Vague is what is missing where two changes were on the same words: a program may have kept but one of them. */
type Evidence = { readonly clear: Set<Verdict>; readonly vague: Set<Verdict> }

type Book = {
  see(id: string | undefined, verdict: Verdict, isVague?: boolean): void
  read(isLossy: boolean): Verdicts
}

function createBook(): Book {
  const book = new Map<string, Evidence>()
  return {
    see: (id, verdict, isVague = false) => {
      if (id === undefined) return
      const evidence = book.get(id) ?? { clear: new Set(), vague: new Set() }
      book.set(id, evidence)
      evidence[isVague && verdict !== 'open' ? 'vague' : 'clear'].add(verdict)
    },
    read: (isLossy) => {
      const of = new Map<string, Verdict>()
      const inPart: string[] = []
      for (const [id, { clear, vague }] of book) {
        const seen = [...(clear.size > 0 ? clear : isLossy ? [] : vague)]
        const [verdict] = seen
        of.set(id, seen.length === 1 && verdict !== undefined ? verdict : 'open')
        const isInPart = seen.length > 1 || (clear.has('open') && vague.size > 0 && !isLossy)
        if (isInPart) inPart.push(id)
      }
      return { of, inPart }
    },
  }
}

function seeText({ base, copy }: Both, book: Book): void {
  const isVague = base.insertion !== null && base.deletion !== null
  if (base.insertion) book.see(base.insertion.id, copy.inserted === null ? 'accepted' : 'open', isVague)
  if (base.deletion) book.see(base.deletion.id, copy.deleted === null ? 'rejected' : 'open', isVague)
}

function seeFormat({ base, copy }: Both, { nameOfBase, nameOfCopy }: Sides, book: Book): void {
  const [was, is] = [formatsOf(base.node), formatsOf(copy.node)]
  if (!was.change) return
  if (is.change && nameOfCopy(is.change) === nameOfBase(was.change)) return book.see(was.change.id, 'open')
  if (is.change) return book.see(was.change.id, 'open')
  const before = formatBefore(was.change)
  const isOld = Mark.sameSet(is.plain, before) && !Mark.sameSet(is.plain, was.plain)
  const silent = showsFormatInFile(before, was.plain) ? 'accepted' : 'open'
  book.see(was.change.id, isOld ? 'rejected' : silent)
}

function seeParagraph({ base, copy }: Both, book: Book): void {
  const change = paragraphChangeOf(base.node)
  if (!change) return
  const canTell = showsInFile(change.before, propertiesOf(paragraphAttrs(base.node)))
  if (!canTell || paragraphChangeOf(copy.node)) return book.see(change.id, 'open')
  const [was, is] = [
    paragraphAttrs(base.node),
    propertiesIn(paragraphAttrs(base.node), paragraphAttrs(copy.node)),
  ]
  const isOld = sameButLook(is, restoreProperties(change.before)) && !sameButLook(is, was)
  book.see(change.id, isOld ? 'rejected' : 'accepted')
}

/** Files of our own have no looks, and other programs write others: only a look that is known tells of a decision. */
function seeLayout({ base, copy }: Both, book: Book): void {
  const [was, is] = [layoutOf(base.node), layoutOf(copy.node)]
  if (!was?.layoutChange || !is) return
  const { id, before } = was.layoutChange
  if (is.layoutChange) return book.see(id, 'open')
  if (is.look === null) return
  if (is.look === before) book.see(id, 'rejected', true)
  else if (is.look === was.look) book.see(id, 'accepted', true)
}

function seeAll(slots: readonly Slot[], sides: Sides, moved: Moved, book: Book): void {
  for (const slot of slots) {
    if (moved.gone.has(slot)) continue
    if (slot.kind === 'gone') {
      const { insertion, deletion } = slot.base
      const isVague = insertion !== null && deletion !== null
      book.see(insertion?.id, 'rejected', isVague)
      book.see(deletion?.id, 'accepted', isVague)
    } else if (slot.kind === 'both') {
      // What a table comes to is told by its rows.
      if (slot.base.kind !== 'table') seeText(slot, book)
      if (slot.base.kind === 'text' || slot.base.kind === 'atom') seeFormat(slot, sides, book)
      seeParagraph(slot, book)
      seeLayout(slot, book)
      if (slot.within) seeAll(slot.within, sides, moved, book)
    }
  }
}

/**
 * `isLossy`: written by a program that keeps one of two changes on the same words. A clean copy decides nothing, and
 * neither does whoever puts a paragraph elsewhere.
 */
export function verdictsIn(slots: readonly Slot[], sides: Sides, moved: Moved, isLossy: boolean): Verdicts {
  const book = createBook()
  if (!sides.isClean) seeAll(slots, sides, moved, book)
  return book.read(isLossy)
}
