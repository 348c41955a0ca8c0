import type { CreateRule } from '../rule.ts'
import { listenTo } from '../rule.ts'
import { valueOf } from '../walk.ts'

/** Where a field begins and ends is counted by itself. */
const STORIES = ['w:body', 'w:comment', 'w:footnote', 'w:endnote', 'w:hdr', 'w:ftr', 'w:txbxContent']

/** Bookmarks and fields: what begins ends, in one story. */
export const createRanges: CreateRule = (report) => {
  let bookmarks = new Set<string>()
  let names = new Set<string>()
  const fields: number[] = []
  const step = (by: number): void => {
    fields[fields.length - 1] = (fields.at(-1) ?? 0) + by
  }
  return {
    startPart: () => {
      bookmarks = new Set()
      names = new Set()
    },
    open: {
      ...listenTo(STORIES, () => fields.push(0)),
      'w:bookmarkStart': (frame, part) => {
        const name = valueOf(frame, 'w:name') ?? ''
        bookmarks.add(valueOf(frame, 'w:id') ?? '')
        if (name === '') report('bookmark-range', part, 'without a name')
        else if (names.has(name.toLowerCase())) report('bookmark-range', part, `${name} twice`)
        names.add(name.toLowerCase())
      },
      'w:bookmarkEnd': (frame, part) => {
        const id = valueOf(frame, 'w:id') ?? ''
        if (!bookmarks.delete(id)) report('bookmark-range', part, `${id} without a beginning`)
      },
      'w:fldChar': (frame, part) => {
        const type = valueOf(frame, 'w:fldCharType')
        if (type === 'begin') step(1)
        else if ((fields.at(-1) ?? 0) <= 0) report('field-range', part, `${type ?? ''} without a beginning`)
        else if (type === 'end') step(-1)
      },
    },
    close: listenTo(STORIES, (frame, part) => {
      if ((fields.pop() ?? 0) > 0) report('field-range', part, `a field without an end in ${frame.name}`)
    }),
    endPart: (part) => {
      for (const id of bookmarks) report('bookmark-range', part, `${id} without an end`)
    },
  }
}
