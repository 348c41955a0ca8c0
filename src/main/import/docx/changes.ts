import type { ChangeRef, ParagraphChange } from '../../../shared/document/attributes.ts'
import type { ChangeKind } from '../../../shared/model/change.ts'
import { changeId } from '../../../shared/model/ids.ts'
import type { ImportedChange } from '../../../shared/model/interchange.ts'
import { CHANGES } from '../../opc/limits.ts'
import { tooLarge } from '../../opc/refusal.ts'
import type { XmlElement } from '../../opc/xml.ts'
import type { DraftParagraph, ImportTools } from '../draft.ts'
import type { Authors, Authorship } from './authors.ts'

/** The elements of a file under which a piece of text, or a ¶, stands. */
export type Tracking = {
  readonly insertion?: XmlElement | undefined
  readonly deletion?: XmlElement | undefined
  readonly format?: XmlElement | undefined
}
export type TrackingRefs = {
  readonly insertion?: ChangeRef
  readonly deletion?: ChangeRef
  readonly format?: ChangeRef
}

type Side = keyof Tracking
type Kept = { readonly key: string; readonly ref: ChangeRef }

/**
 * Turns Word's change elements into changes. Word cuts one act into many elements, one for each run; pieces
 * that touch and have the same side, author and date are one change here.
 */
export type ChangeLog = {
  /** The changes of the next piece in text order. Must be called for every piece, tracked or not. */
  next(tracking: Tracking): TrackingRefs
  /** A w:pPrChange. It belongs to the change of the ¶ right before it when one act made both. */
  ofParagraph(element: XmlElement): ChangeRef
  /** Changes that have a place in these paragraphs, in the order of the file. */
  list(paragraphs: readonly DraftParagraph[]): readonly ImportedChange[]
}

const SIDES: readonly Side[] = ['insertion', 'deletion', 'format']

export function createChangeLog(authors: Authors, tools: ImportTools): ChangeLog {
  const made = new Map<string, Authorship>()
  let last: { [side in Side]?: Kept } = {}
  const create = (by: Authorship): ChangeRef => {
    if (made.size >= CHANGES) throw tooLarge('The file holds too many tracked changes.')
    const id = tools.newId()
    made.set(id, by)
    return { id, author: by.authorId }
  }
  const take = (side: Side, element: XmlElement): Kept => {
    const by = authors.of(element)
    const key = `${by.authorId} ${by.dateRaw}`
    const before = last[side]
    return before?.key === key ? before : { key, ref: create(by) }
  }
  return {
    next(tracking) {
      const now: { [side in Side]?: Kept } = {}
      const refs: { [side in Side]?: ChangeRef } = {}
      for (const side of SIDES) {
        const element = tracking[side]
        if (!element) continue
        const kept = take(side, element)
        now[side] = kept
        refs[side] = kept.ref
      }
      last = now
      return refs
    },
    ofParagraph(element) {
      const by = authors.of(element)
      const key = `${by.authorId} ${by.dateRaw}`
      const mark = [last.deletion, last.insertion].find((kept) => kept?.key === key)
      return mark ? mark.ref : create(by)
    },
    list(paragraphs) {
      const kinds = changeKinds(paragraphs)
      return [...made].flatMap(([id, by]) => {
        const kind = kinds.get(id)
        if (!kind) return []
        return [{ id: changeId.parse(id), kind, authorId: by.authorId, at: by.at, dateRaw: by.dateRaw }]
      })
    },
  }
}

/** What each change in the paragraphs is: text counts before ¶, ¶ before properties. */
function changeKinds(paragraphs: readonly DraftParagraph[]): ReadonlyMap<string, ChangeKind> {
  const kinds = new Map<string, ChangeKind>()
  const say = (id: string, kind: ChangeKind): void => {
    if (!kinds.has(id)) kinds.set(id, kind)
  }
  for (const { content } of paragraphs) {
    for (const mark of content.flatMap((node) => node.marks)) {
      const id = String(mark.attrs['id'])
      if (mark.type.name === 'insertion' || mark.type.name === 'deletion') kinds.set(id, mark.type.name)
      else if (mark.type.name === 'formatChange') say(id, 'format')
    }
  }
  for (const { paragraphMark } of paragraphs) {
    if (paragraphMark?.insertion) say(paragraphMark.insertion.id, 'split')
    if (paragraphMark?.deletion) say(paragraphMark.deletion.id, 'join')
  }
  for (const change of paragraphs.map((one): ParagraphChange | null => one.paragraphChange)) {
    if (change) say(change.id, 'paragraph')
  }
  return kinds
}
