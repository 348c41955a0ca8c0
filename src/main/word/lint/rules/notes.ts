import type { CreateRule, Listener, PartInfo } from '../rule.ts'
import { valueOf } from '../walk.ts'

type Sort = 'footnote' | 'endnote'
type Notes = { part: PartInfo | null; readonly ids: Map<string, string> }
type Named = { readonly sort: Sort; readonly id: string; readonly part: PartInfo }

const SEPARATORS = ['separator', 'continuationSeparator']

/** Notes and what names them: references in the text, and the two lines above notes, which settings may name too. */
export const createNotes: CreateRule = (report) => {
  const notes: Record<Sort, Notes> = {
    footnote: { part: null, ids: new Map() },
    endnote: { part: null, ids: new Map() },
  }
  const named: Named[] = []
  const inSettings: Named[] = []
  const note =
    (sort: Sort): Listener =>
    (frame, part) => {
      const id = valueOf(frame, 'w:id') ?? ''
      if (part.role === 'settings') inSettings.push({ sort, id, part })
      if (part.role !== `${sort}s`) return
      if (notes[sort].ids.has(id)) report('note-duplicate', part, `${sort} ${id}`)
      notes[sort].part = part
      notes[sort].ids.set(id, valueOf(frame, 'w:type') ?? 'normal')
    }
  const reference =
    (sort: Sort): Listener =>
    (frame, part) => {
      const id = valueOf(frame, 'w:id') ?? ''
      if (part.role === 'text') named.push({ sort, id, part })
      else report('note-unknown', part, `a ${sort} outside of the text`)
    }
  const end = (): void => {
    for (const { sort, id, part } of named) {
      const type = notes[sort].ids.get(id)
      if (type === undefined || SEPARATORS.includes(type)) report('note-unknown', part, `${sort} ${id}`)
    }
    for (const { sort, id, part } of inSettings) {
      if (!notes[sort].ids.has(id)) report('note-separators', part, `${sort} ${id}`)
    }
    for (const sort of ['footnote', 'endnote'] as const) {
      const { part, ids } = notes[sort]
      const types = new Set(ids.values())
      for (const type of SEPARATORS) if (part && !types.has(type)) report('note-separators', part, type)
    }
  }
  return {
    open: {
      'w:footnote': note('footnote'),
      'w:endnote': note('endnote'),
      'w:footnoteReference': reference('footnote'),
      'w:endnoteReference': reference('endnote'),
    },
    end,
  }
}
