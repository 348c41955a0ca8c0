import { BLOCK_HOLDERS, holderOf, PARAGRAPH } from '../around.ts'
import type { CreateRule, Listener, PartInfo } from '../rule.ts'
import { listenTo } from '../rule.ts'
import { valueOf, within } from '../walk.ts'
import type { Frame } from '../walk.ts'

type Container = { last: 'none' | 'paragraph' | 'deleted' | 'table'; readonly isRowGone: boolean }

const DELETION = new Set(['w:del'])
/** What must have a paragraph of its own. A cell is looked at with tables; a text may be empty. */
const NEVER_BARE = new Set(['w:comment', 'w:footnote', 'w:endnote', 'w:hdr', 'w:ftr'])

/** Notes, comments and headers without a paragraph, last paragraphs whose mark is deleted, and where sections end. */
export const createMarks: CreateRule = (report) => {
  const open: Container[] = []
  const rows: boolean[] = []
  let sections = 0
  /** Deleted marks at the end of notes, which Word writes where the note itself is deleted. */
  const notes: { readonly key: string; readonly part: PartInfo }[] = []
  const gone = new Set<string>()
  const keyOf = (frame: Frame): string =>
    `${frame.name.startsWith('w:foot') ? 'footnote' : 'endnote'} ${valueOf(frame, 'w:id') ?? ''}`

  const block =
    (last: Container['last']): Listener =>
    (frame, part) => {
      const holder = holderOf(frame)?.name ?? ''
      const container = open.at(-1)
      if (container && BLOCK_HOLDERS.has(holder)) container.last = last
      if (sections > 0 && holder === 'w:body') report('section-place', part, frame.name)
    }
  const deletion: Listener = ({ parent }) => {
    if (parent?.name === 'w:trPr') rows[rows.length - 1] = true
    const container = open.at(-1)
    const isMark = parent?.name === 'w:rPr' && parent.parent?.name === 'w:pPr'
    if (isMark && container && parent.parent?.parent?.name === 'w:p') container.last = 'deleted'
  }
  const close: Listener = (frame, part) => {
    const container = open.pop()
    if (container?.last === 'none' && NEVER_BARE.has(frame.name) && part.role !== 'settings') {
      report('story-without-paragraph', part, frame.name)
    }
    if (container?.last !== 'deleted' || container.isRowGone) return
    if (frame.name === 'w:footnote' || frame.name === 'w:endnote') notes.push({ key: keyOf(frame), part })
    else report('last-mark', part, frame.name)
  }
  const reference: Listener = (frame) => {
    if (within(frame, DELETION, PARAGRAPH)) gone.add(keyOf(frame))
  }
  return {
    startPart: () => {
      sections = 0
    },
    open: {
      ...listenTo(BLOCK_HOLDERS, () => open.push({ last: 'none', isRowGone: rows.at(-1) ?? false })),
      'w:tr': () => rows.push(false),
      'w:p': block('paragraph'),
      'w:tbl': block('table'),
      'w:del': deletion,
      'w:footnoteReference': reference,
      'w:endnoteReference': reference,
      'w:sectPr': (frame, part) => {
        if (frame.parent?.name !== 'w:body') return
        sections += 1
        if (sections > 1) report('section-place', part, 'a second w:sectPr')
      },
    },
    close: { ...listenTo(BLOCK_HOLDERS, close), 'w:tr': () => rows.pop() },
    end: () => {
      for (const { key, part } of notes) if (!gone.has(key)) report('last-mark', part, key)
    },
  }
}
